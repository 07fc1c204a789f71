"""What text is in (a heading, a link, a quotation…), as bits of one number."""

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
"""The kinds of elements that `flag_ranges` looks at, under the parser's names."""


FlagRanges = list[tuple[int, list[int], list[int]]]
"""For each flag of a body the starts and the ends of its elements, sorted, in code points."""


def flag_ranges(elements: Elements, point_of: dict[int, int]) -> FlagRanges:
    """The outermost elements of each kind that has a flag, as far as a body has any.

    `point_of` has the code point (of the file) of each byte at which one of them starts or ends.
    """
    found: FlagRanges = []
    for kind, flag in _KINDS.items():
        if kind in elements:
            starts, ends = outermost(ranges(elements, kind))
            found.append((flag, [point_of[at] for at in starts], [point_of[at] for at in ends]))
    return found
