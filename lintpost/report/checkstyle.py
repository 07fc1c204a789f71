"""Checkstyle's XML, which many CI servers and reviewdog read."""

from typing import TextIO

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.report.places import shown_path
from lintpost.report.xmls import HEAD, attributes


class CheckstyleReport:
    """A `file` for each post with findings."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        out.write(HEAD + '<checkstyle version="4.3">\n')

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        if not result.findings:
            return
        self.out.write(f"  <file{attributes(name=shown_path(result.path))}>\n")
        for finding in result.findings:
            shown = attributes(
                line=finding.start.line, column=finding.start.column, severity=finding.severity,
                message=finding.message, source=f"lintpost.{finding.rule.replace('/', '.')}",
            )  # fmt: skip
            self.out.write(f"    <error{shown}/>\n")
        self.out.write("  </file>\n")

    def end(self, summary: Summary) -> None:
        """The end of the document."""
        self.out.write("</checkstyle>\n")
