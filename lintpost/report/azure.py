"""Logging commands of Azure Pipelines.

https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
"""

from typing import TextIO

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.report.places import shown_path
from lintpost.report.summary_line import summary_line


class AzureReport:
    """One command a finding. Azure has no level below warning: notes are plain lines of the log."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        self.lang: Lang = lang

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        for finding in result.findings:
            path, start = shown_path(finding.path), finding.start
            if finding.severity == "info":
                place = f"{path}:{start.line}:{start.column}"
                self.out.write(f"{place} info {finding.rule} {finding.message}\n")
                continue
            properties = (
                f"type={finding.severity};sourcepath={_property(path)};linenumber={start.line};"
                f"columnnumber={start.column};code={finding.rule};"
            )
            self.out.write(f"##vso[task.logissue {properties}]{_data(finding.message)}\n")

    def end(self, summary: Summary) -> None:
        """The closing sentence."""
        self.out.write(summary_line(summary, self.lang) + "\n")


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
