"""Bytes of a body as code points of its file, converted together where several are needed."""

from collections.abc import Iterable
from itertools import chain

from lintpost.post.markdown.events import Elements, Ranges, ranges
from lintpost.post.markdown.flags import KINDS
from lintpost.post.offsets import Offsets


class Points:
    """A table that grows as bytes are asked for.

    Its first pass over the text takes in every byte that bold and flags need, which whoever asks
    for any point asks for next.
    """

    __slots__ = ("_elements", "_offsets", "_start", "_strong", "_table")

    def __init__(self, offsets: Offsets, start: int, elements: Elements, strong: Ranges) -> None:
        """`start` is where the body begins in its file, in code points; `strong` is bold as meant."""
        self._offsets = offsets
        self._start = start
        self._elements = elements
        self._strong = strong
        self._table: dict[int, int] | None = None

    @property
    def marked(self) -> dict[int, int]:
        """The code point of each byte at which bold, or an element that has a flag, starts or ends."""
        if self._table is None:
            self._table = self.table(self._marked_bytes())
        return self._table

    def of(self, offsets: list[int]) -> list[int]:
        """The code points of some bytes, in their order."""
        if self._table is None:
            self._table = self.table(chain(offsets, self._marked_bytes()))
        table = self._table
        missing = [offset for offset in offsets if offset not in table]
        if missing:
            table |= self.table(missing)
        return [table[offset] for offset in offsets]

    def table(self, offsets: Iterable[int]) -> dict[int, int]:
        """The code point of each of some bytes, which are not kept."""
        ascending = sorted(set(offsets))
        return dict(zip(ascending, self._offsets.points(ascending, self._start), strict=True))

    def _marked_bytes(self) -> Iterable[int]:
        flagged = (ranges(self._elements, kind) for kind in KINDS)
        return chain.from_iterable(chain(self._strong, *flagged))
