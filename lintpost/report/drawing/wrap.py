"""Breaks Japanese and English messages into lines of a given width in terminal cells."""

from bisect import bisect_right
from functools import lru_cache

from lintpost.report.drawing.cells import edges_of
from lintpost.report.visible import visible

# Characters that may not begin, or end, a line: those of JIS X 4051 that messages use, and Latin ones.
_NOT_FIRST = set("、。，．）」』】〕》〉！？：；・ー…”’),.!?:;]} ")
_NOT_LAST = set("（「『【〔《〈“‘([{`")
_FIRST_CJK = "\u2e81"


@lru_cache(maxsize=4096)  # many findings have the same message
def wrap(text: str, first: int, rest: int) -> tuple[str, ...]:
    """Break a text into lines: the first of at most `first` cells, the others of at most `rest`.

    Latin text breaks at spaces; a longer word makes its line longer. Japanese breaks between any two
    characters, except at marks that may not begin or end a line. Spaces at line ends are dropped. The
    text and each line are made `visible`.
    """
    text = visible(text)
    if 2 * len(text) <= first:
        return (text.rstrip(),)
    edges = edges_of(text)
    end = len(text)
    if edges[end] <= first:
        return (text.rstrip(),)
    lines: list[str] = []
    start = 0
    while start < end:
        room = rest if lines else first
        fitting = bisect_right(edges, edges[start] + room, start, end + 1) - 1
        stop = _break(text, start, fitting)
        lines.append(visible(text[start:stop].rstrip()))
        start = stop
        while start < end and text[start].isspace():
            start += 1
    return tuple(lines)


def _break(text: str, start: int, fitting: int) -> int:
    """Where to end the line that begins at `start`; the text up to `fitting` fits into it."""
    end = len(text)
    while fitting < end and text[fitting].isspace():
        fitting += 1
    for at in range(fitting, start, -1):
        if at == end or _may_break(text[at - 1], text[at]):
            return at
    for at in range(fitting + 1, end):
        if _may_break(text[at - 1], text[at]):
            return at
    return end


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == " " or before >= _FIRST_CJK or after >= _FIRST_CJK
