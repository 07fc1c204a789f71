"""Tables as rows of texts, and the figures that their cells hold."""

from decimal import Decimal
from typing import NamedTuple

from lintpost.checks.common.sentences.prose import nodes
from lintpost.post.lazy import lazy
from lintpost.post.markdown.node import MarkdownNode
from lintpost.post.post import Post

_FIGURE = lazy(
    r"(?P<sign>[+−▲△-]?)[ ]?(?P<before>[¥￥$€£]?)[ ]?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)"
    r"[ ]?(?P<unit>[万億兆千]?[^\s0-9,.()（）~〜～–/×x*+:：→-]{0,6})"
)
_NOTHING = frozenset(("", "-", "–", "—", "―", "ー", "－", "n/a", "N/A", "なし"))
_ROUNDED = ("%", "％", "万", "億", "兆", "千", "k", "K", "M", "B")
"""Units in which figures are hardly ever whole."""


class Figure(NamedTuple):
    """A number of a cell with its unit (of the front and the back); `step` is the value of its last digit."""

    value: Decimal
    unit: str
    step: Decimal

    @property
    def is_rounded(self) -> bool:
        """Whether the number may have been rounded."""
        return self.step < 1 or any(word in self.unit for word in _ROUNDED)


class Cell(NamedTuple):
    """A cell of a table: its text without markup, and where it stands."""

    text: str
    start: int
    end: int


def tables(post: Post) -> list[list[list[Cell]]]:
    """The tables of a post as rows of cells, the head first."""
    return [
        [[_cell(cell) for cell in row.children] for row in table.children]
        for table in nodes(post, "Table", compat=False)
    ]


def _cell(node: MarkdownNode) -> Cell:
    inner = [one for one in node.walk() if one is not node]
    text = "".join(one.value for one in inner if one.kind in ("Str", "Code")).strip()
    start = min((one.start for one in inner), default=node.start)
    return Cell(text, start, max((one.end for one in inner), default=node.end))


def figure(text: str) -> Figure | None:
    """The figure that a text is; None for any other text."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found["digits"].replace(",", ""))
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    if found["sign"] not in ("", "+"):
        value = -value
    return Figure(value, found["before"] + found["unit"], step)


def figures(cells: list[Cell]) -> list[Figure] | None:
    """The figures of several cells of one unit, empty ones left out; None where any holds something else."""
    found: list[Figure] = []
    for cell in cells:
        if cell.text in _NOTHING:
            continue
        one = figure(cell.text)
        if one is None or (found and one.unit != found[0].unit):
            return None
        found.append(one)
    return found


def adds_up(parts: list[Figure], total: Figure) -> bool:
    """Whether some figures make a total, as far as rounding lets it be known."""
    everything = [*parts, total]
    step = max(one.step for one in everything)
    is_rounded = any(one.is_rounded for one in everything)
    most = step * len(everything) / 2 if is_rounded else Decimal(0)
    return abs(sum(one.value for one in parts) - total.value) <= most
