"""A node of a body's tree, and what it may stand in."""

from bisect import bisect_right
from collections.abc import Iterator

HEADING, LINK, QUOTE, TABLE, IMAGE, EMPHASIS, STRONG, ITEM, FOOTNOTE = (1 << n for n in range(9))
"""What a node may stand in; `Node.flags`."""
_LAST = 1 << 62


class MarkdownNode:
    """A block or an inline. Offsets are code points into the file, half-open.

    `value` is the text of a ``Str`` (line ends kept, escapes undone), the content of ``Code``, the
    alternative text of an ``Image``, the address of a ``Link``. `parts` of a ``Str`` lead from its
    text back to the source: pairs of an offset in `value` and its place in the file.
    """

    __slots__ = ("children", "end", "flags", "kind", "parts", "start", "value")

    def __init__(self, kind: str, start: int, end: int, flags: int, value: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.flags = flags
        self.value = value
        self.children: list[MarkdownNode] = []
        self.parts: list[tuple[int, int]] = []

    def walk(self) -> Iterator["MarkdownNode"]:
        """This node and everything in it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            if node.children:
                stack += node.children[::-1]


def place_of(parts: list[tuple[int, int]], offset: int) -> int:
    """The place in the file of an offset in a ``Str``'s value."""
    begin, place = parts[max(bisect_right(parts, (offset, _LAST)) - 1, 0)]
    return place + offset - begin
