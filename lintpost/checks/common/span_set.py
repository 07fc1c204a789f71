"""Many spans, to be asked about other spans one by one; a question takes logarithmic time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class SpanSet:
    """Half-open spans, in any order; they may overlap."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Whether another span lies whole in one of them."""
        index = bisect_right(self._starts, start)
        return index > 0 and end <= self._reach[index - 1]

    def holds_at(self, offset: int) -> bool:
        """Whether a character lies in one of them."""
        return self.holds(offset, offset + 1)

    def meets(self, start: int, end: int) -> bool:
        """Whether another span shares a character with one of them."""
        index = bisect_left(self._starts, end)
        return index > 0 and start < self._reach[index - 1]
