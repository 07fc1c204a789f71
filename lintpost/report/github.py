"""Workflow commands of GitHub Actions, which become annotations.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from typing import TextIO

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text
from lintpost.packs.rule import SEVERITIES
from lintpost.report.places import shown_path
from lintpost.report.summary_line import summary_line

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
CAP = 10
"""GitHub shows so many annotations of each level for a step (and 50 for a job); more are dropped."""


class GithubReport:
    """The first findings of each severity as annotations, the others as lines of the log."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        self.lang: Lang = lang
        self.shown = dict.fromkeys(SEVERITIES, 0)
        self.rest = 0

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        for finding in result.findings:
            if self.shown[finding.severity] < CAP:
                self.shown[finding.severity] += 1
                self.out.write(_command(finding))
            else:
                self.rest += 1
                place = f"{shown_path(finding.path)}:{finding.start.line}:{finding.start.column}"
                # A line that began with "::" would be a command.
                self.out.write(f"{place} {finding.severity} {finding.rule} {finding.message}\n")

    def end(self, summary: Summary) -> None:
        """What was not annotated, and the closing sentence."""
        if self.rest:
            text = Text(
                f"{self.rest} more findings are in the log: GitHub shows {CAP} annotations of each level.",
                f"残り{self.rest}件はログにあります（GitHubの注釈は重要度ごとに{CAP}件までです）。",
            )
            self.out.write(f"::notice title=lintpost::{_data(text[self.lang])}\n")
        self.out.write(summary_line(summary, self.lang) + "\n")


def _command(finding: Finding) -> str:
    start, end = finding.start, finding.end
    properties = {
        "file": shown_path(finding.path),
        "line": start.line,
        "endLine": end.line,
        "title": finding.rule,
    }
    if start.line == end.line:  # columns are for one line alone
        properties |= {"col": start.column, "endColumn": max(end.column, start.column)}
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(finding.message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
