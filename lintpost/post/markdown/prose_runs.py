"""The runs of prose of a body: what a reader reads, cut wherever markup, code or a tag stands.

All offsets are bytes of the body, half-open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from lintpost.post.markdown.blocks import Leaf
from lintpost.post.markdown.events import Ranges, outermost
from lintpost.post.markdown.masks.find import Masked
from lintpost.post.markdown.masks.spans import without


class ProseRuns:
    """Where each run starts and ends, sorted; runs do not touch."""

    __slots__ = ("_data", "_images", "_masks", "_text", "ends", "shown", "starts")

    def __init__(self, data: bytes, masked: Masked, images: Ranges) -> None:
        """`data` is the body in UTF-8; `masked` its masks, and its runs with and without them; `images` are
        ranges whose text `text` and `by_block` leave out.
        """
        self._data = data
        self._images = outermost(images)
        self.shown = masked.shown
        self._masks = masked.masks
        self._text: bytes | None = None
        self.starts, self.ends = masked.runs

    def edges_of(self, start: int, end: int) -> tuple[bool, bool] | None:
        """Whether a span starts where its run starts, and ends where its run ends.

        None for a span that lies in no run, or not in one alone.
        """
        index = bisect_right(self.starts, start) - 1
        if index < 0 or end > self.ends[index]:
            return None
        return start == self.starts[index], end == self.ends[index]

    @property
    def text(self) -> bytes:
        """All prose as UTF-8, a line end between runs."""
        if self._text is None:
            self._text = b"\n".join(self._pieces())
        return self._text

    def _pieces(self) -> Iterator[bytes]:
        data = self._data
        images = list(zip(*self._images, strict=True))
        starts, ends = without(self.starts, self.ends, images)
        for start, end in zip(starts, ends, strict=True):
            yield data[start:end]

    def leaf_text(self, leaf: Leaf) -> str:
        """The text of a leaf block, its markup gone; names of files and the like are part of it."""
        starts, ends = self.shown
        low, high = bisect_left(starts, leaf[0]), bisect_left(starts, -leaf[1])
        return "".join(
            self._data[start:end].decode()
            for start, end in zip(starts[low:high], ends[low:high], strict=True)
        )

    def by_block(
        self, leaves: list[Leaf], kinds: tuple[str, ...], numbers: Iterable[int]
    ) -> Iterator[Ranges]:
        """The runs of each leaf block with one of some numbers and kinds; blocks without prose are left out.

        Where a mask begins or ends a block, an empty run stands beyond it.
        """
        has_images = bool(self._images[0])
        for index in numbers:
            first, minus_last, kind = leaves[index]
            if kind not in kinds:
                continue
            last = -minus_last
            if index + 1 < len(leaves):
                last = min(last, max(leaves[index + 1][0], first))  # a block within this one
            parts = self._within(first, last)
            if has_images:
                parts = [part for part in parts if not self._is_in_image(*part)]
            if parts:
                yield self._with_masked_ends(parts, first, last) if self._masks else parts

    def _is_in_image(self, start: int, end: int) -> bool:
        """Whether a span shares a byte with the text of an image."""
        starts, ends = self._images
        index = bisect_right(ends, start)
        return index < len(starts) and starts[index] < end

    def has_mask(self, first: int, last: int) -> bool:
        """Whether a mask starts between two offsets."""
        index = bisect_left(self._masks, first, key=lambda mask: mask.start)
        return index < len(self._masks) and self._masks[index].start < last

    def _with_masked_ends(self, parts: Ranges, first: int, last: int) -> Ranges:
        """The runs of a block from `first` to `last`, with empty ones beside masks at its ends."""
        starts, ends = self.shown
        begin, end = starts[bisect_left(starts, first)], ends[bisect_left(ends, last + 1) - 1]
        if begin < parts[0][0] and self.has_mask(begin, parts[0][0]):
            parts = [(begin, begin), *parts]
        if parts[-1][1] < end and self.has_mask(parts[-1][1], end):
            parts = [*parts, (end, end)]
        return parts

    def _within(self, first: int, last: int) -> Ranges:
        """The runs that start between two offsets."""
        low, high = bisect_left(self.starts, first), bisect_left(self.starts, last)
        return list(zip(self.starts[low:high], self.ends[low:high], strict=True))
