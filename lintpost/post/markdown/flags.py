"""What text is in (a heading, a link, a quotation…), as bits of one number."""

from bisect import bisect_right

from lintpost.post.markdown.events import Elements, outermost, ranges

HEADING, LINK, QUOTE, TABLE, IMAGE, EMPHASIS, STRONG, ITEM, FOOTNOTE = (1 << n for n in range(9))
"""`Markdown.flags_at` knows the first six; `MarkdownNode.flags` has them all."""

_KINDS = {
    "Heading": HEADING,
    "Link": LINK,
    "BlockQuote": QUOTE,
    "Table": TABLE,
    "Image": IMAGE,
    "Emphasis": EMPHASIS,
}
KINDS = tuple(_KINDS)
"""The kinds of elements that `Flags` looks at, under the parser's names."""


class Flags:
    """The flags of any offset of a body, by the outermost elements of each kind."""

    __slots__ = ("_outer",)

    def __init__(self, elements: Elements, point_of: dict[int, int]) -> None:
        """`point_of` has the code point (of the file) of each byte at which one of `KINDS` starts or
        ends.
        """
        self._outer: list[tuple[int, list[int], list[int]]] = []
        for kind, flag in _KINDS.items():
            if kind in elements:
                starts, ends = outermost(ranges(elements, kind))
                points = [point_of[at] for at in starts], [point_of[at] for at in ends]
                self._outer.append((flag, *points))

    def at(self, point: int) -> int:
        """The flags of an offset (code points into the file)."""
        flags = 0
        for flag, starts, ends in self._outer:
            index = bisect_right(starts, point) - 1
            if index >= 0 and point < ends[index]:
                flags |= flag
        return flags
