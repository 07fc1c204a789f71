"""The end of the reports for people: the table of rules and the closing sentence."""

from bisect import bisect_right
from collections.abc import Callable

from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text
from lintpost.report.drawing.cells import cell_width, edges_of
from lintpost.report.drawing.rule_totals import RuleTotals
from lintpost.report.drawing.window import window
from lintpost.report.drawing.wrap import wrap
from lintpost.report.severities import COLORS, symbols
from lintpost.report.summary_line import summary_line
from lintpost.report.terminal import Terminal
from lintpost.report.visible import visible

_RULE = Text("rule", "ルール")
_FINDINGS = Text("findings", "件数")
_FIXABLE = Text("fixable", "自動修正")
_POSTS = Text("posts", "記事")
_RATE = Text("per post", "1本あたり")
_EXAMPLE = Text("example", "例")
_GAP = "  "
_NARROWEST = 8
"""Cells that a rule's name gets in the narrowest terminal."""
_SHORTEST = 16
"""Cells of the shortest example that is worth its place."""


def rule_table(
    terminal: Terminal,
    summary: Summary,
    lang: Lang,
    totals: RuleTotals,
    address: Callable[[str], str | None] = lambda _rule: None,
    *,
    rates: bool = False,
) -> str:
    """A line for each rule with findings, the gravest and the most frequent first.

    Of several posts also the share that has findings of the rule, and one message. `address` gives what a rule's
    name links to. With `rates`, also the number of findings in a post. Long names are broken where a line
    would be wider than the terminal; messages are cut.
    """
    rows = summary.worst_first()
    columns = _columns(summary, lang, totals, rates=rates)
    longest = max(map(cell_width, [_RULE[lang], *(visible(row[0]) for row in rows)]))
    room = _room(terminal, columns)
    if room < longest and summary.posts > 1:  # the shares are for terminals that have the room
        room = _room(terminal, columns := columns[:-1])
    widths = [max(map(cell_width, column)) for column in columns]
    name_width = min(longest, max(room, _NARROWEST))
    example_room = room - name_width - len(_GAP) if summary.posts > 1 else 0

    paint = terminal.paint
    heads, *numbers = zip(*columns, strict=True)
    head = [" ", _left(_RULE[lang], name_width), *map(_right, heads, widths)]
    head += [_EXAMPLE[lang]] if example_room >= _SHORTEST else []
    lines = [paint(_GAP, "bold").join(paint(cell, "bold") for cell in head)]
    for (rule, severity, _, _), texts in zip(rows, numbers, strict=True):
        symbol = paint(symbols(terminal)[severity], COLORS[severity])
        cells = list(map(_right, texts, widths))
        cells[1] = paint(cells[1], "green")
        if example_room >= _SHORTEST:
            cells.append(paint(_cut(totals.examples.get(rule, ""), example_room), "dim"))
        for part in _broken(rule, name_width):
            name = terminal.link(_left(part, name_width), address(rule))
            lines.append(_GAP.join([symbol, name, *cells]).rstrip())
            symbol, cells = " ", []
    return "\n".join(lines) + "\n"


def _columns(summary: Summary, lang: Lang, totals: RuleTotals, *, rates: bool) -> list[list[str]]:
    """The columns of numbers, each with its head; of several posts the shares are the last."""
    rows = summary.worst_first()
    columns = [
        [_FINDINGS[lang], *(f"{count:,}" for _, _, count, _ in rows)],
        [_FIXABLE[lang], *(f"{fixable:,}" if fixable else "" for *_, fixable in rows)],
    ]
    if rates:
        columns.append([_RATE[lang], *(_rate(count, summary.posts) for _, _, count, _ in rows)])
    if summary.posts > 1:
        shares = (_share(totals.posts[rule], summary.posts) for rule, *_ in rows)
        columns.append([_POSTS[lang], *shares])
    return columns


def _room(terminal: Terminal, columns: list[list[str]]) -> int:
    """Cells that are left beside the symbol and some columns."""
    widths = [max(map(cell_width, column)) for column in columns]
    return terminal.width - 1 - len(_GAP) * (len(widths) + 1) - sum(widths)


def closing_lines(terminal: Terminal, summary: Summary, lang: Lang) -> str:
    """The sentence that sums up a run, in the colour of the gravest finding."""
    if not summary.findings:
        style = "bold green"
    else:
        style = "bold red" if summary.by_severity["error"] else "bold yellow"
    lines = wrap(summary_line(summary, lang), terminal.width, terminal.width)
    return "".join([terminal.paint(line, style) + "\n" for line in lines])


def _share(posts: int, of: int) -> str:
    """The share of the posts, in per cent."""
    return f"{100 * posts // of}%" if 100 * posts >= of else "<1%"


def _rate(count: int, posts: int) -> str:
    """Findings in a post, on average."""
    rate = count / max(posts, 1)
    return f"{rate:,.2f}" if rate >= 0.01 else "<0.01"


def _cut(message: str, width: int) -> str:
    """The beginning of a message."""
    return window(message, 0, 0, width).after


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
