"""One line a finding: ``path:line:column: severity rule message``."""

from typing import TYPE_CHECKING, TextIO

from lintpost.engine.summary import Summary, is_fixable
from lintpost.language import Lang
from lintpost.report.summary_line import summary_line

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult


class ConciseReport:
    """For grep, editors and logs. A finding that `--fix` mends ends in ``[*]``."""

    def __init__(self, out: TextIO, lang: Lang, *, quiet: bool = False) -> None:
        self.out = out
        self.lang: Lang = lang
        self.quiet = quiet

    def post(self, result: "PostResult") -> None:
        """The findings of one post."""
        lines = [
            f"{f.path}:{f.start.line}:{f.start.column}: {f.severity} {f.rule} {f.message}"
            f"{' [*]' if is_fixable(f) else ''}\n"
            for f in result.findings
        ]
        if lines:
            self.out.write("".join(lines))

    def end(self, summary: Summary) -> None:
        """The closing sentence."""
        if not self.quiet:
            self.out.write(summary_line(summary, self.lang) + "\n")
