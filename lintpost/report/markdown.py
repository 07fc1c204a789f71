"""Markdown for a comment on a pull request, or a job's summary."""

import re

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Text
from lintpost.packs.rule import SEVERITIES, Severity
from lintpost.report.entries import Entry, entries_of, other_places
from lintpost.report.formats import ReportContext
from lintpost.report.paths import shown_path
from lintpost.report.rule_address import address_of
from lintpost.report.summary_line import summary_line
from lintpost.report.visible import visible

SIGNS = {"error": "❌", "warning": "⚠️", "info": "ℹ️"}
CAP = 50
"""Entries that are listed; a comment on GitHub holds 65,536 characters."""
_MOST_PLACES = 20
"""Other places that are named of an entry."""


class MarkdownReport:
    """The closing sentence, the counts by rule, then the findings in a `details` element."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._lang = context.lang
        self._context = context
        self._rows: dict[Severity, list[tuple[str, int]]] = {word: [] for word in SEVERITIES}

    def post(self, result: PostResult) -> None:
        """Keep the rows that may be listed, each with its number of findings: the summary stands first."""
        for entry in entries_of(result.findings):
            rows = self._rows[entry.first.severity]
            if len(rows) < CAP:
                rows.append((self._row(entry, result.text or ""), entry.findings))

    def end(self, summary: Summary) -> None:
        """Write the whole text."""
        lang = self._lang
        lines = ["## lintpost", "", summary_line(summary, lang), ""]
        if summary.findings:
            heads = Text("| | rule | findings | fixable |", "| | ルール | 件数 | 自動修正 |")
            lines += [heads[lang], "|---|---|--:|--:|"]
            for rule, severity, count, fixable in summary.worst_first():
                address = address_of(rule, self._context)
                name = f"[{code(rule)}]({address})" if address else code(rule)
                lines.append(f"| {SIGNS[severity]} | {name} | {count} | {fixable or ''} |")
            lines += ["", *self._list(summary)]
        for error in summary.errors:
            lines.append(f"- ❌ {code(shown_path(error.path))}: {cell(error.text[lang])}")
        self._out.write("\n".join(lines).rstrip("\n") + "\n")

    def _list(self, summary: Summary) -> list[str]:
        shown = [row for severity in SEVERITIES for row in self._rows[severity]][:CAP]
        heads = Text("| | place | message |", "| | 場所 | 内容 |")
        title = Text("Findings", "指摘の一覧")[self._lang]
        lines = ["<details>", f"<summary>{title}</summary>", "", heads[self._lang], "|---|---|---|"]
        lines += [row for row, _ in shown]
        rest = summary.findings - sum(count for _, count in shown)
        if rest:
            lines += ["", Text(f"… and {rest:,} more.", f"…ほか{rest:,}件。")[self._lang]]
        return [*lines, "", "</details>", ""]

    def _row(self, entry: Entry, text: str) -> str:
        finding = entry.first
        place = code(f"{shown_path(finding.path)}:{finding.start.line}")
        star = " ◆" if entry.fixable else ""
        message = f"{cell(finding.message)} ({code(finding.rule)}{star})"
        places = other_places(entry, text, self._lang, _MOST_PLACES)
        if places:
            message += f"<br>{cell(places)}"
        return f"| {SIGNS[finding.severity]} | {place} | {message} |"


def code(text: str) -> str:
    """A name as code. One that could leave backticks or a cell of a table is written as an element."""
    text = visible(text)
    return f"<code>{cell(text)}</code>" if re.search(r"[`|\\<>@&]", text) else f"`{text}`"


def cell(text: str) -> str:
    """A text for a cell of a table, with markup, HTML and mentions escaped, on one line."""
    escaped = visible(text).replace("&", "&amp;")
    escaped = re.sub(r"[\\`*_\[\]~#]", r"\\\g<0>", escaped)
    for char in "<>|@":
        escaped = escaped.replace(char, f"&#{ord(char)};")
    return " ".join(escaped.split())
