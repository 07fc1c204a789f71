"""Markdown for a comment on a pull request, or a job's summary."""

import re

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.summary import Summary, is_fixable
from lintpost.language import Text
from lintpost.packs.rule import SEVERITIES
from lintpost.report.formats import ReportContext
from lintpost.report.paths import shown_path
from lintpost.report.summary_line import summary_line
from lintpost.report.visible import visible

_SIGNS = {"error": "❌", "warning": "⚠️", "info": "ℹ️"}
CAP = 50
"""Findings that are listed; a comment on GitHub holds 65,536 characters."""


class MarkdownReport:
    """The closing sentence, the counts by rule, then the findings in a `details` element."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._lang = context.lang
        self._findings: list[Finding] = []

    def post(self, result: PostResult) -> None:
        """Keep the findings: the summary stands first."""
        self._findings += result.findings

    def end(self, summary: Summary) -> None:
        """Write the whole text."""
        lang = self._lang
        lines = ["## lintpost", "", summary_line(summary, lang), ""]
        if summary.findings:
            heads = Text("| | rule | findings | fixable |", "| | ルール | 件数 | 自動修正 |")
            lines += [heads[lang], "|---|---|--:|--:|"]
            for rule, severity, count, fixable in summary.worst_first():
                lines.append(f"| {_SIGNS[severity]} | {_code(rule)} | {count} | {fixable or ''} |")
            lines += ["", *self._list()]
        for error in summary.errors:
            lines.append(f"- ❌ {_code(shown_path(error.path))}: {_cell(error.text[lang])}")
        self._out.write("\n".join(lines).rstrip("\n") + "\n")

    def _list(self) -> list[str]:
        shown = sorted(self._findings, key=lambda finding: SEVERITIES.index(finding.severity))[:CAP]
        heads = Text("| | place | message |", "| | 場所 | 内容 |")
        title = Text("Findings", "指摘の一覧")[self._lang]
        lines = ["<details>", f"<summary>{title}</summary>", "", heads[self._lang], "|---|---|---|"]
        for finding in shown:
            place = _code(f"{shown_path(finding.path)}:{finding.start.line}")
            star = " ◆" if is_fixable(finding) else ""
            message = f"{_cell(finding.message)} ({_code(finding.rule)}{star})"
            lines.append(f"| {_SIGNS[finding.severity]} | {place} | {message} |")
        rest = len(self._findings) - len(shown)
        if rest:
            lines += ["", Text(f"… and {rest} more.", f"…ほか{rest}件。")[self._lang]]
        return [*lines, "", "</details>", ""]


def _code(text: str) -> str:
    """A name as code. One that could leave backticks or a cell of a table is written as an element."""
    text = visible(text)
    return f"<code>{_cell(text)}</code>" if re.search(r"[`|\\<>@&]", text) else f"`{text}`"


def _cell(text: str) -> str:
    """A text for a cell of a table, with markup, HTML and mentions escaped, on one line."""
    escaped = visible(text).replace("&", "&amp;")
    escaped = re.sub(r"[\\`*_\[\]~#]", r"\\\g<0>", escaped)
    for char in "<>|@":
        escaped = escaped.replace(char, f"&#{ord(char)};")
    return " ".join(escaped.split())
