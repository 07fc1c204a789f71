"""The leaf blocks of a body: those that hold text or code, and no other block that does."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.post.markdown.events import Elements, ranges
from lintpost.post.offsets import Offsets

KINDS = ("Paragraph", "Heading", "Item", "TableCell", "CodeBlock", "HtmlBlock")
Leaf = tuple[int, int, str]
"""A leaf block in bytes of the body: where it starts, *minus* where it ends, and its kind; tuples
sort in the order of the text, and of two that start at one place the outer one comes first."""


class Block(NamedTuple):
    """A leaf block: ``Paragraph``, ``Heading``, ``Item`` (of a tight list), ``TableCell``,
    ``CodeBlock`` or ``HtmlBlock``.

    `start` and `end` are code points into the whole file, half-open, with the block's own marks
    (``##``, the fences of code). `level` is that of a heading, 1 to 6; 0 for other blocks.
    """

    kind: str
    start: int
    end: int
    level: int = 0


class Blocks:
    """The leaf blocks of a body, numbered from 0 in the order of the text."""

    __slots__ = ("_elements", "_leaves", "_levels", "_offsets", "_outer", "_start")

    def __init__(self, elements: Elements, offsets: Offsets, start: int) -> None:
        """`start` is where the body begins in its file, in code points."""
        self._elements = elements
        self._offsets = offsets
        self._start = start
        self._leaves: list[Leaf] | None = None
        self._outer: list[int] | None = None
        self._levels: dict[int, int] | None = None

    @property
    def leaves(self) -> list[Leaf]:
        """All leaf blocks, sorted."""
        if self._leaves is None:
            self._leaves = sorted(
                (first, -last, kind)
                for kind in KINDS
                for first, last in ranges(self._elements, kind)
            )
        return self._leaves

    @property
    def first(self) -> Leaf | None:
        """The first of `leaves`, without making the others."""
        heads = [(kind, self._elements[kind][0]) for kind in KINDS if kind in self._elements]
        return min(((at["start"], -at["end"], kind) for kind, at in heads), default=None)

    def around(self, byte: int) -> int:
        """The number of the innermost block around a byte of the body, -1 for none."""
        leaves = self.leaves
        index = bisect_right(leaves, (byte, 1, "")) - 1
        while index >= 0 and -leaves[index][1] <= byte:
            index = self._outer_of[index]
        return index

    def all_around(self, offsets: Iterable[int]) -> list[int]:
        """The numbers of the innermost blocks around some bytes of the body, ascending."""
        return sorted({self.around(at) for at in offsets} - {-1})

    @property
    def _outer_of(self) -> list[int]:
        """For each leaf block the number of the innermost one that it lies in, -1 for none."""
        if self._outer is None:
            self._outer = []
            open_: list[int] = []
            for number, (first, _, _) in enumerate(self.leaves):
                while open_ and -self.leaves[open_[-1]][1] <= first:
                    open_.pop()
                self._outer.append(open_[-1] if open_ else -1)
                open_.append(number)
        return self._outer

    def block(self, index: int) -> Block:
        """A block by its number."""
        first, minus_last, kind = self.leaves[index]
        point, start = self._offsets.point, self._start
        level = self._level_at(first) if kind == "Heading" else 0
        return Block(kind, start + point(first), start + point(-minus_last), level)

    def _level_at(self, byte: int) -> int:
        if self._levels is None:
            headings = self._elements["Heading"]
            self._levels = {heading["start"]: heading["level"] for heading in headings}
        return self._levels[byte]
