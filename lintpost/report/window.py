"""A piece of a source line around a span, cut to a width of terminal cells."""

from typing import NamedTuple

from rich.cells import cell_len

_CUT = "..."
_CONTROL = dict.fromkeys((*range(32), 127), "·") | {9: " "}


class Window(NamedTuple):
    """`text` fits the width; the span lies at `offset` cells and is `width` cells wide.

    `before` and `after` split the text at the span, in characters.
    """

    text: str
    offset: int
    width: int
    before: int
    after: int


def window(line: str, start: int, end: int, cells: int) -> Window:
    """The part of `line` around `line[start:end]` that fits into `cells` (at least 12).

    Cut ends are shown as "...": an ellipsis character would be two cells wide in many Japanese
    terminals and one in others, and what stands below would not line up. The span keeps its first
    characters if it is wider than the window.
    """
    cells = max(cells, 12)
    end = max(min(end, len(line)), start)
    # What is further away than the window is wide is not seen; one more character tells that it is cut.
    far = max(0, start - cells - 1)
    line = line[far : end + cells + 1].translate(_CONTROL)
    start, end = start - far, end - far
    span = line[start:end]
    if cell_len(line) <= cells:
        return _made(line[:start], span, line[end:])
    span = _head(span, cells - 2 * len(_CUT))
    cut = len(span) < end - start
    rest = cells - cell_len(span)
    right = "" if cut else line[end:]
    left = line[:start]
    # A third of what is left stands before the span, the rest behind it, where there is text.
    left_cells = max(rest // 3, rest - (len(_CUT) if cut else cell_len(right)))
    kept_left = left if cell_len(left) <= left_cells else _CUT + _tail(left, left_cells - len(_CUT))
    rest -= cell_len(kept_left)
    if cut:
        kept_right = _CUT
    else:
        kept_right = right if cell_len(right) <= rest else _head(right, rest - len(_CUT)) + _CUT
    return _made(kept_left, span, kept_right)


def _made(left: str, span: str, right: str) -> Window:
    return Window(
        left + span + right,
        cell_len(left),
        max(cell_len(span), 1),
        len(left),
        len(left) + len(span),
    )


def _head(text: str, cells: int) -> str:
    """The longest beginning that fits."""
    used = 0
    for index, char in enumerate(text):
        used += cell_len(char)
        if used > cells:
            return text[:index]
    return text


def _tail(text: str, cells: int) -> str:
    """The longest end that fits."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += cell_len(text[index])
        if used > cells:
            return text[index + 1 :]
    return text
