"""Logging commands of Azure Pipelines.

https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
"""

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.report.formats import ReportContext
from lintpost.report.paths import shown_path
from lintpost.report.summary_line import summary_line
from lintpost.report.visible import visible


class AzureReport:
    """A command for each error and warning. Azure has no lower level: notes are plain lines of the log."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._lang = context.lang

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        for finding in result.findings:
            path, start = shown_path(finding.path), finding.start
            if finding.severity == "info":
                place = f"{path}:{start.line}:{start.column}"
                line = f"{place} info {finding.rule} {finding.message}"
                self._out.write(visible(line) + "\n")
                continue
            properties = (
                f"type={finding.severity};sourcepath={_property(path)};linenumber={start.line};"
                f"columnnumber={start.column};code={_property(finding.rule)};"
            )
            self._out.write(f"##vso[task.logissue {properties}]{_data(finding.message)}\n")

    def end(self, summary: Summary) -> None:
        """Write the closing sentence."""
        self._out.write(summary_line(summary, self._lang) + "\n")


def _data(text: str) -> str:
    return visible(text).replace("%", "%AZP25")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
