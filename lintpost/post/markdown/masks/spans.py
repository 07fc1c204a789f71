"""Lists of spans: merged, and taken out of others. Every function is linear in what it is given."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal, NamedTuple

Span = tuple[int, int]
"""Half-open."""

Kind = Literal["markup", "word", "address"]


class Mask(NamedTuple):
    """A span that is no prose, half-open, and what it is to a reader.

    ``markup`` is not read at all; a ``word`` (an identifier, a path, a formula) is a noun of its
    sentence; an ``address`` is a word that renderers may turn into a link.
    """

    start: int
    end: int
    kind: Kind


def merged_masks(masks: Iterable[Mask]) -> list[Mask]:
    """Masks in order, those that overlap or touch as one of the kind of the first of them."""
    merged: list[Mask] = []
    for mask in sorted(masks, key=lambda mask: (mask.start, -mask.end)):
        if merged and mask.start <= merged[-1].end:
            last = merged[-1]
            if mask.end > last.end:
                merged[-1] = Mask(last.start, mask.end, last.kind)
        else:
            merged.append(mask)
    return merged


def without(starts: list[int], ends: list[int], hidden: list[Span]) -> tuple[list[int], list[int]]:
    """The starts and ends of spans with other spans taken out. Both are in order and apart."""
    left, right = list(starts), list(ends)
    kept_starts: list[int] = []
    kept_ends: list[int] = []
    at = 0
    for first, last in hidden:
        low = bisect_right(right, first, at)
        high = bisect_left(left, last, low)
        if low == high:
            continue
        kept_starts += left[at:low]
        kept_ends += right[at:low]
        if left[low] < first:
            kept_starts.append(left[low])
            kept_ends.append(first)
        at = high
        if right[high - 1] > last:
            at = high - 1
            left[at] = last  # what is left of the last span may meet the next hidden one
    return kept_starts + left[at:], kept_ends + right[at:]


def holds(spans: list[Span], at: int) -> bool:
    """Whether an offset lies in one of some spans, which are in order and apart."""
    index = bisect_left(spans, (at + 1, 0)) - 1
    return index >= 0 and at < spans[index][1]
