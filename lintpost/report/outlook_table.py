"""The rules that a first check has findings of, with one example each."""

import os
from bisect import bisect_right
from collections.abc import Mapping

from lintpost.engine.finding import Finding
from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text
from lintpost.report.drawing.cells import cell_width, edges_of
from lintpost.report.severities import symbols
from lintpost.report.terminal import Terminal
from lintpost.report.visible import visible

_HEADS = Text("rule,findings,example", "ルール,件数,例")
_ALL = Text("all of them: lintpost check --statistics", "すべては lintpost check --statistics で")
_MOST = 20
"""Rules that are listed, so that the table, what is above it and what is below fit into one screen."""
_GAP = "  "
_CUT = "..."
_NARROWEST = 20
"""Cells of the narrowest example that is worth its place."""
_NAME = 20
"""Cells of the longest file name in an example."""


def outlook_table(
    terminal: Terminal, summary: Summary, examples: Mapping[str, Finding], lang: Lang
) -> str:
    """A line for each rule, the gravest and the most frequent first, cut to the terminal's width.

    Where there are more than `_MOST` rules, the last ones that are no errors share the last line.
    """
    rows = summary.worst_first()
    errors = sum(severity == "error" for _, severity, _, _ in rows)
    shown = max(_MOST - 1, errors) if len(rows) > _MOST else len(rows)
    rows, rest = rows[:shown], rows[shown:]
    more = Text(f"{len(rest)} more rules", f"ほか{len(rest)}ルール")[lang] if rest else ""
    heads = _HEADS[lang].split(",")
    counts = [str(count) for _, _, count, _ in rows]
    name_width = max(
        cell_width(text) for text in (heads[0], more, *(visible(row[0]) for row in rows))
    )
    count_width = max(map(cell_width, (heads[1], *counts)))
    room = terminal.width - 2 - 3 * len(_GAP) - name_width - count_width
    has_room = room >= _NARROWEST
    lines = [_line(" ", heads[0], name_width, heads[1], count_width, heads[2] if has_room else "")]
    for (rule, severity, _, _), count in zip(rows, counts, strict=True):
        example = _example(examples[rule], room) if has_room else ""
        symbol = symbols(terminal)[severity]
        lines.append(_line(symbol, visible(rule), name_width, count, count_width, example))
    if rest:
        total = str(sum(count for _, _, count, _ in rest))
        how = cut(_ALL[lang], room) if has_room else ""
        symbol = symbols(terminal)[rest[0][1]]
        lines.append(_line(symbol, more, name_width, total, count_width, how))
    return "".join(f"{line}\n" for line in lines)


def _line(
    symbol: str, name: str, name_width: int, count: str, count_width: int, example: str
) -> str:
    name += " " * (name_width - cell_width(name))
    count = " " * (count_width - cell_width(count)) + count
    return _GAP.join((symbol, name, count, example)).rstrip()


def _example(finding: Finding, room: int) -> str:
    """Where it is, and what is said of it."""
    name = cut(visible(os.path.basename(finding.path)), _NAME)
    return cut(f"{name}:{finding.start.line} {visible(finding.message)}", room)


def cut(text: str, cells: int) -> str:
    """A text of at most `cells` cells; one that is longer ends in "..."."""
    edges = edges_of(text)
    if edges[len(text)] <= cells:
        return text
    return text[: bisect_right(edges, cells - len(_CUT), 0, len(text) + 1) - 1] + _CUT
