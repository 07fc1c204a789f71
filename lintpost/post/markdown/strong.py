"""Which ``**`` pair, as the author meant it and as each renderer pairs them; bytes of the body."""

from bisect import bisect_left
from typing import NamedTuple

from lintpost.post.markdown.blocks import Blocks
from lintpost.post.markdown.emphasis import friendly_shadow
from lintpost.post.markdown.events import Elements, Ranges, ranges, strong_of, strong_ranges
from lintpost.post.markdown.inlines import inlines_of
from lintpost.post.markdown.masks.spans import Mask, holds
from lintpost.post.markdown.pairing import is_searchable, lone_marks, nested, pair


class Strong(NamedTuple):
    """The bold ranges of a body with their marks, sorted.

    `stars` is where text begins with ``*``, as every mark without a partner does; `unpaired` are
    further marks that pair with nothing. `repaired`: some blocks were searched as kramdown does.
    """

    ranges: Ranges
    stars: list[int]
    unpaired: list[int]
    repaired: bool


def meant_strong(
    data: bytes, elements: Elements, texts: list[int], stars: list[int], blocks: Blocks
) -> Strong:
    """Bold as its author meant it: as kramdown pairs it. `texts` is where the runs of text end.

    The parser's pairing of the shadow (see `emphasis`) is kramdown's where pairs of asterisks are
    disjoint. Blocks with left-over or nested marks, with underscores or HTML are searched anew.
    """
    strong = strong_ranges(elements)
    emphasis = ranges(elements, "Emphasis")
    marked = [*strong, *emphasis] if emphasis else strong
    doubtful = [*stars, *nested(sorted(marked)), *lone_marks(data)]
    if not doubtful:
        return Strong(strong, stars, [], False)
    leaves = blocks.leaves
    numbers = {blocks.around(at) for at in doubtful} - {-1}
    inlines = inlines_of(elements, texts, data)
    starts = [inline.start for inline in inlines]
    searched: Ranges = []
    found: Ranges = []
    unpaired: list[int] = []
    for number in sorted(numbers):
        if leaves[number][2] in ("CodeBlock", "HtmlBlock"):
            continue
        first, last = leaves[number][0], -leaves[number][1]
        if number + 1 < len(leaves):
            last = min(last, max(leaves[number + 1][0], first))
        inside = inlines[bisect_left(starts, first) : bisect_left(starts, last)]
        if not is_searchable(data, first, last, inside):
            continue  # the shadow's pairing stands
        paired = pair(data, first, last, inside)
        searched.append((first, last))
        found += paired.strong
        unpaired += paired.stray
    strong = [span for span in strong if not holds(searched, span[0])]
    stars = [at for at in stars if not holds(searched, at)]
    return Strong(sorted([*strong, *found]), stars, unpaired, True)


def without_masked(strong: Strong, masks: list[Mask]) -> Strong:
    """Bold as meant, without marks that are part of an identifier, a glob or any other mask."""
    spans = [(mask.start, mask.end) for mask in masks]
    return strong._replace(
        ranges=[
            (first, last)
            for first, last in strong.ranges
            if not (holds(spans, first) or holds(spans, last - 1))
        ],
        unpaired=[at for at in strong.unpaired if not holds(spans, at)],
    )


def commonmark_strong(body: str, shadow: str, elements: Elements) -> Ranges:
    """Bold as CommonMark pairs it; `elements` are those of the shadow."""
    return strong_ranges(elements) if shadow == body else strong_of(body)


def friendly_strong(body: str, shadow: str, meant: Strong) -> Ranges:
    """Bold as a parser with markdown-cjk-friendly's rules pairs it."""
    friendly = friendly_shadow(body)
    return meant.ranges if friendly == shadow and not meant.repaired else strong_of(friendly)
