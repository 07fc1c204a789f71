"""Workflow commands of GitHub Actions, which become annotations.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Text
from lintpost.packs.rule import SEVERITIES
from lintpost.report.formats import ReportContext
from lintpost.report.paths import shown_path
from lintpost.report.summary_line import summary_line
from lintpost.report.visible import visible

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
CAP = 10
"""Annotations of each level that GitHub shows for a step (and 50 for a job); it drops the others."""


class GithubReport:
    """The first findings of each severity as annotations, the others as lines of the log."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._lang = context.lang
        self._annotated = dict.fromkeys(SEVERITIES, 0)
        self._logged = 0

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        for finding in result.findings:
            if self._annotated[finding.severity] < CAP:
                self._annotated[finding.severity] += 1
                self._out.write(_command(finding))
            else:
                self._logged += 1
                place = f"{shown_path(finding.path)}:{finding.start.line}:{finding.start.column}"
                line = f"{place} {finding.severity} {finding.rule} {finding.message}"
                self._out.write(visible(line) + "\n")

    def end(self, summary: Summary) -> None:
        """Write how many findings have no annotation, and the closing sentence."""
        if self._logged:
            text = Text(
                f"{self._logged} more findings are in the log: GitHub shows {CAP} annotations of each level.",
                f"残り{self._logged}件はログにあります（GitHubの注釈は重要度ごとに{CAP}件までです）。",
            )
            self._out.write(f"::notice title=lintpost::{_data(text[self._lang])}\n")
        self._out.write(summary_line(summary, self._lang) + "\n")


def _command(finding: Finding) -> str:
    start, end = finding.start, finding.end
    properties = {
        "file": shown_path(finding.path),
        "line": start.line,
        "endLine": end.line,
        "title": finding.rule,
    }
    if start.line == end.line:  # GitHub allows columns within one line only
        properties |= {"col": start.column, "endColumn": max(end.column, start.column)}
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(finding.message)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
