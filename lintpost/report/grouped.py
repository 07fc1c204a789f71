"""The findings under the name of their post, a line each."""

from typing import TextIO

from rich.cells import cell_len

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary, is_fixable
from lintpost.language import Lang
from lintpost.report.summary_line import summary_line


class GroupedReport:
    """For logs that people read: aligned, without source lines or colours."""

    def __init__(self, out: TextIO, lang: Lang, *, quiet: bool = False) -> None:
        self.out = out
        self.lang: Lang = lang
        self.quiet = quiet

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        if not result.findings:
            return
        rows = [
            (f"{f.start.line}:{f.start.column}", f.severity, f.rule, f.message + (" [*]" if is_fixable(f) else ""))
            for f in result.findings
        ]  # fmt: skip
        widths = [max(cell_len(row[column]) for row in rows) for column in range(3)]
        self.out.write(f"{result.path}\n")
        for place, severity, rule, message in rows:
            line = (
                f"  {place:>{widths[0]}}  {severity:<{widths[1]}}  {rule:<{widths[2]}}  {message}"
            )
            self.out.write(line + "\n")
        self.out.write("\n")

    def end(self, summary: Summary) -> None:
        """The closing sentence."""
        if not self.quiet:
            self.out.write(summary_line(summary, self.lang) + "\n")
