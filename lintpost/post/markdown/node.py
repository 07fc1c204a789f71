"""A node of the Markdown tree."""

from bisect import bisect_right
from collections.abc import Iterator

_LAST = 1 << 62


class MarkdownNode:
    """A block or an inline. Offsets are code points into the whole file, half-open.

    `value` is the text of a ``Str`` (line ends kept, escapes undone), the content of ``Code``, the
    alternative text of an ``Image``, the address of a ``Link``; `level` is that of a ``Heading``, 1
    to 6, and 0 for others. `flags` say what the node is in (see `flags`). `parts` of a ``Str`` map
    its value to the source: pairs of an offset in `value` and the offset in the file.
    """

    __slots__ = ("children", "end", "flags", "kind", "level", "parts", "start", "value")

    def __init__(self, kind: str, start: int, end: int, flags: int, value: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.flags = flags
        self.value = value
        self.level = 0
        self.children: list[MarkdownNode] = []
        self.parts: list[tuple[int, int]] = []

    def walk(self) -> Iterator["MarkdownNode"]:
        """This node and all its descendants, in source order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            if node.children:
                stack += node.children[::-1]


def place_of(parts: list[tuple[int, int]], offset: int) -> int:
    """The offset in the file for an offset in the value of a ``Str``, by its `parts`."""
    begin, place = parts[max(bisect_right(parts, (offset, _LAST)) - 1, 0)]
    return place + offset - begin
