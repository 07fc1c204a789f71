"""A piece of a source line around a span, cut to a width in terminal cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from lintpost.report.drawing.cells import edges_of
from lintpost.report.visible import visible_span

# Not an ellipsis character, which is one cell wide in some terminals and two in many Japanese ones: the marks
# below the line would not line up.
_CUT = "..."
_NARROWEST = 12
"""Cells of the narrowest window."""


class Window(NamedTuple):
    """A piece of a line in three parts.

    The span begins after `offset` cells and is `width` cells wide, at least 1.
    """

    before: str
    span: str
    after: str
    offset: int
    width: int


def window(line: str, start: int, end: int, cells: int) -> Window:
    """The part of `line` around `line[start:end]` that fits into `cells` (at least 12).

    `start` is at most `end`; both may lie behind the line, and then mean its end. Cut ends are shown as
    "...". A span that is wider than the window keeps its beginning. Control characters are shown by their
    escapes.
    """
    if cells < _NARROWEST:
        cells = _NARROWEST
    # A character takes a cell or more: from the span's start on no more than `cells` characters can be shown,
    # and before it a third of that if enough text follows. One more tells that the line is longer.
    stop = start + cells + 1
    reach = (cells if stop > len(line) else cells // 3) + 1
    first = start - reach if start > reach else 0
    piece = line[first:stop]
    last = len(piece)
    start = start - first if start - first < last else last
    end = end - first if end - first < last else last
    text, start, end = visible_span(piece, start, end)
    edges, last = edges_of(text), len(text)
    if edges[last] > cells:
        return _cut(text, edges, start, end, cells)
    offset = edges[start]
    return Window(text[:start], text[start:end], text[end:], offset, edges[end] - offset or 1)


def _cut(text: str, edges: Sequence[int], start: int, end: int, cells: int) -> Window:
    """The window on a text that does not fit into it. `edges` as in `measured`."""
    shown, right, right_width = end, text[end:], edges[-1] - edges[end]
    if edges[end] - edges[start] > cells - 2 * len(_CUT):
        shown = bisect_right(edges, edges[start] + cells - 2 * len(_CUT), start, end) - 1
        right, right_width = _CUT, len(_CUT)
    width = edges[shown] - edges[start]
    rest = cells - width
    # A third of the remaining room is for text before the span, the rest for text behind it; what one side
    # does not need the other gets.
    room = max(rest // 3, rest - right_width)
    left, offset = text[:start], edges[start]
    if offset > room:
        at = bisect_left(edges, offset - (room - len(_CUT)), 0, start)
        left, offset = _CUT + text[at:start], len(_CUT) + offset - edges[at]
    if right_width > rest - offset:
        room = rest - offset - len(_CUT)
        stop = bisect_right(edges, edges[end] + room, end, len(text)) - 1
        right = text[end:stop] + _CUT
    return Window(left, text[start:shown], right, offset, width or 1)
