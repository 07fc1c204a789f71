"""The end of the reports for people: the table of rules and the closing sentence."""

from bisect import bisect_right
from collections.abc import Callable

from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text
from lintpost.report.drawing.cells import cell_width, edges_of
from lintpost.report.drawing.wrap import wrap
from lintpost.report.severities import COLORS, symbols
from lintpost.report.summary_line import summary_line
from lintpost.report.terminal import Terminal
from lintpost.report.visible import visible

_HEADS = Text("rule,findings,fixable", "ルール,件数,自動修正")
_RATE = Text("per 1,000 characters", "1,000字あたり")
_GAP = "  "
_NARROWEST = 8
"""Cells that a rule's name gets in the narrowest terminal."""


def rule_table(
    terminal: Terminal,
    summary: Summary,
    lang: Lang,
    address: Callable[[str], str | None] = lambda _rule: None,
    *,
    rates: bool = False,
) -> str:
    """A line for each rule with findings, the gravest and the most frequent first.

    `address` gives what a rule's name links to. With `rates`, also the number of findings in a thousand
    characters of the bodies. Long names are broken where a line would be wider than the terminal.
    """
    rows = summary.worst_first()
    heads = [*_HEADS[lang].split(","), *([_RATE[lang]] if rates else [])]
    numbers = [
        [str(count), str(fixable or ""), *([_rate(count, summary.characters)] if rates else [])]
        for _, _, count, fixable in rows
    ]
    widths = [max(map(cell_width, column)) for column in zip(heads[1:], *numbers, strict=True)]
    longest = max(cell_width(name) for name in [heads[0], *(visible(row[0]) for row in rows)])
    room = terminal.width - 1 - len(_GAP) * (len(widths) + 1) - sum(widths)
    name_width = min(longest, max(room, _NARROWEST))

    paint = terminal.paint
    head = [" ", _left(heads[0], name_width), *map(_right, heads[1:], widths)]
    lines = [paint(_GAP, "bold").join(paint(cell, "bold") for cell in head)]
    for (rule, severity, _, _), texts in zip(rows, numbers, strict=True):
        symbol = paint(symbols(terminal)[severity], COLORS[severity])
        cells = list(map(_right, texts, widths))
        cells[1] = paint(cells[1], "green")
        for part in _broken(rule, name_width):
            name = terminal.link(_left(part, name_width), address(rule))
            lines.append(_GAP.join([symbol, name, *cells]))
            symbol, cells = " ", [" " * width for width in widths]
    return "\n".join(lines) + "\n"


def closing_lines(terminal: Terminal, summary: Summary, lang: Lang) -> str:
    """The sentence that sums up a run, in the colour of the gravest finding."""
    if not summary.findings:
        style = "bold green"
    else:
        style = "bold red" if summary.by_severity["error"] else "bold yellow"
    lines = wrap(summary_line(summary, lang), terminal.width, terminal.width)
    return "".join([terminal.paint(line, style) + "\n" for line in lines])


def _rate(count: int, characters: int) -> str:
    return f"{1000 * count / max(characters, 1):.3f}"


def _broken(name: str, width: int) -> list[str]:
    """A name in pieces that fit."""
    text = visible(name)
    edges = edges_of(text)
    pieces: list[str] = []
    start, end = 0, len(text)
    while start < end:
        stop = bisect_right(edges, edges[start] + width, start, end + 1) - 1
        pieces.append(text[start:stop])
        start = stop
    return pieces


def _left(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))


def _right(text: str, width: int) -> str:
    return " " * (width - cell_width(text)) + text
