"""What of a body is masked, asked by spans of the file."""

from bisect import bisect_left, bisect_right

from lintpost.post.markdown.events import EventRange
from lintpost.post.markdown.masks.spans import Mask
from lintpost.post.offsets import Offsets

_MOST_SPACES = 100
"""Code points between a mask and text beyond which nothing is called beside it."""


class MaskSpans:
    """The masks of a body in code points of its file, made on first use."""

    __slots__ = ("_data", "_made", "_masks", "_offsets", "_start")

    def __init__(self, masks: list[Mask], data: bytes, offsets: Offsets, start: int) -> None:
        """`masks` are in bytes of the body, which is `data`; `start` is where it begins in its file."""
        self._masks = masks
        self._data = data
        self._offsets = offsets
        self._start = start
        self._made: list[Mask] | None = None

    @property
    def all(self) -> list[Mask]:
        """Every mask, in order."""
        if self._made is None:
            edges = [at for mask in self._masks for at in (mask.start, mask.end)]
            points = iter(self._offsets.points(edges, self._start))
            self._made = [Mask(next(points), next(points), mask.kind) for mask in self._masks]
        return self._made

    def meet(self, start: int, end: int) -> bool:
        """Whether a span shares a character with a mask."""
        index = bisect_right(self.all, start, key=lambda mask: mask.end)
        return index < len(self.all) and self.all[index].start < end

    def fill(self, start: int, end: int) -> bool:
        """Whether nothing but masks and spaces stands in a span."""
        index = bisect_right(self.all, start, key=lambda mask: mask.end)
        begin = index
        while index < len(self.all) and self.all[index].start < end:
            if not self._is_blank(start, self.all[index].start):
                return False
            start = self.all[index].end
            index += 1
        return index > begin and self._is_blank(start, end)

    def beside(self, start: int, end: int) -> tuple[Mask | None, Mask | None]:
        """The masks right before and behind a span, spaces passed over."""
        first = bisect_right(self.all, start, key=lambda mask: mask.end) - 1
        last = bisect_left(self.all, end, key=lambda mask: mask.start)
        before = self.all[first] if first >= 0 else None
        behind = self.all[last] if last < len(self.all) else None
        is_before = before is not None and self._is_blank(before.end, start)
        is_behind = behind is not None and self._is_blank(end, behind.start)
        return before if is_before else None, behind if is_behind else None

    def _is_blank(self, start: int, end: int) -> bool:
        byte, base = self._offsets.byte, self._start
        if end - start > _MOST_SPACES:
            return False
        return not self._data[byte(start - base) : byte(end - base)].strip(b" \t")


def unmasked(places: list[EventRange], masks: list[Mask]) -> list[EventRange]:
    """The places but those within a mask that begins before them; all are bytes of the body."""
    found = []
    for place in places:
        index = bisect_left(masks, place["start"], key=lambda mask: mask.start) - 1
        if index < 0 or place["end"] > masks[index].end:
            found.append(place)
    return found
