"""One line per finding: ``path:line:column: severity rule message``."""

from typing import TYPE_CHECKING

from lintpost.engine.summary import Summary, is_fixable
from lintpost.report.summary_line import summary_line
from lintpost.report.visible import visible

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult
    from lintpost.report.formats import ReportContext


class ConciseReport:
    """For grep, editors and logs. A finding that `--fix` corrects ends in ``[*]``."""

    def __init__(self, context: "ReportContext") -> None:
        self._context = context

    def post(self, result: "PostResult") -> None:
        """Write the findings of one post."""
        lines = [
            visible(
                f"{f.path}:{f.start.line}:{f.start.column}: {f.severity} {f.rule} {f.message}"
                f"{' [*]' if is_fixable(f) else ''}"
            )
            + "\n"
            for f in result.findings
        ]
        if lines:
            self._context.out.write("".join(lines))

    def end(self, summary: Summary) -> None:
        """Write the closing sentence."""
        if not self._context.quiet:
            self._context.out.write(summary_line(summary, self._context.lang) + "\n")
