"""Where an offset of a text lies once edits have been applied to it."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from lintpost.post.edit import Edit


class OffsetMap:
    """Offsets (code points) before some edits that do not overlap, and after them."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        self._ends = [edit.end for edit in self._edits]
        growth = (len(edit.text) - (edit.end - edit.start) for edit in self._edits)
        self._shifts = list(accumulate(growth, initial=0))

    def lowest(self, offset: int) -> int:
        """Where an offset lies; before what is inserted at the very place. Inside a replaced range
        this is where its replacement begins.
        """
        index = bisect_left(self._ends, offset)
        if index < len(self._edits) and self._edits[index].start < offset < self._edits[index].end:
            offset = self._edits[index].start
        return offset + self._shifts[index]

    def highest(self, offset: int) -> int:
        """Where an offset lies; behind what is inserted at the very place, or in place of the range
        around it.
        """
        index = bisect_left(self._ends, offset)
        while (
            index < len(self._edits)
            and self._edits[index].start <= offset <= self._edits[index].end
        ):
            edit = self._edits[index]
            if edit.start == offset < edit.end:
                break  # what follows is replaced
            offset = max(offset, edit.end)
            index += 1
        return offset + self._shifts[index]

    def touches(self, start: int, end: int) -> bool:
        """Whether an edit lies in a half-open span, or at one of its ends."""
        index = bisect_left(self._ends, start)
        return index < len(self._edits) and self._edits[index].start <= end

    def written(self) -> list[tuple[int, int]]:
        """The half-open spans, in the text after the edits, of what each of them wrote."""
        return [
            (edit.start + shift, edit.start + shift + len(edit.text))
            for edit, shift in zip(self._edits, self._shifts, strict=False)
        ]
