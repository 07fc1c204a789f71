"""Checkstyle's XML, which many CI servers and reviewdog read."""

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.report.formats import ReportContext
from lintpost.report.paths import shown_path
from lintpost.report.xml_text import DECLARATION, attributes, write


class CheckstyleReport:
    """A `file` element for each post with findings."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        write(self._out, DECLARATION + '<checkstyle version="4.3">\n')

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        if not result.findings:
            return
        write(self._out, f"  <file{attributes(name=shown_path(result.path))}>\n")
        for finding in result.findings:
            shown = attributes(
                line=finding.start.line,
                column=finding.start.column,
                severity=finding.severity,
                message=finding.message,
                source=f"lintpost.{finding.rule.replace('/', '.')}",
            )
            write(self._out, f"    <error{shown}/>\n")
        write(self._out, "  </file>\n")

    def end(self, summary: Summary) -> None:
        """Close the document."""
        write(self._out, "</checkstyle>\n")
