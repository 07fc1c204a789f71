"""The body of a post: blocks, prose and bold, from one pass over pulldown-cmark's events."""

from bisect import bisect_right
from typing import NamedTuple

from pyromark import Options, events_with_range

from lintpost.post.emphasis import Bold, shadow
from lintpost.post.masks import masked, subtract

# What GitHub and kramdown's GFM parser read beside CommonMark.
_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
)

HEADING, LINK, QUOTE, TABLE, IMAGE, LIST = 1, 2, 4, 8, 16, 32
"""What prose may stand in; flags of a `Prose`."""

_FLAGS = {
    "Heading": HEADING,
    "Link": LINK,
    "BlockQuote": QUOTE,
    "Table": TABLE,
    "Image": IMAGE,
    "List": LIST,
}
_NO_PROSE = frozenset({"CodeBlock", "HtmlBlock"})
_LEAVES = _NO_PROSE | {"Paragraph", "Heading", "Item", "TableCell"}


Prose = tuple[int, int, int, int]
"""A run of text that a reader reads (no code, HTML, template tag or URL): start, end, flags, block.

Code points into the whole file, half-open; `flags` as above; `block` indexes the blocks. A plain
tuple, because a long post has hundreds and naming the fields would cost a third of the reading.
"""


class Block(NamedTuple):
    """A leaf block: ``Paragraph``, ``Heading``, ``Item`` (tight), ``TableCell``, ``CodeBlock``…

    Code points into the whole file, half-open, with the block's own marks.
    """

    kind: str
    start: int
    end: int
    flags: int


_AMPERSAND = ord("&")
_PENDING = Bold(0, 0, 0, 0)
_OPEN_BLOCK = Block("", 0, 0, 0)


class Markdown:
    """The structure of a body. Bold is paired as the author meant it."""

    __slots__ = (
        "_body", "_plain_bold", "_prose_starts", "_shadow", "blocks", "bold", "prose", "start",
        "text",
    )  # fmt: skip

    def __init__(self, text: str, start: int, *, mdx: bool = False) -> None:
        self.text = text
        self.start = start
        self._body = text[start:] if start else text
        self._shadow = shadow(self._body)
        self.blocks, prose, self.bold = _read(self._shadow, start)
        masks = masked(text, start, mdx=mdx)
        if masks:
            prose = [
                (first, last, flags, block)
                for start, end, flags, block in prose
                for first, last in subtract(start, end, masks)
            ]
        self.prose = prose
        self._prose_starts: list[int] | None = None
        self._plain_bold: list[Bold] | None = None

    @property
    def commonmark_bold(self) -> list[Bold]:
        """Bold as CommonMark pairs it; the same list where nothing stands in its way."""
        if self._plain_bold is None:
            if self._shadow == self._body:
                self._plain_bold = self.bold
            else:
                self._plain_bold = _read(self._body, self.start)[2]
        return self._plain_bold

    def prose_at(self, offset: int) -> Prose | None:
        """The run of prose that holds an offset."""
        if self._prose_starts is None:
            self._prose_starts = [run[0] for run in self.prose]
        index = bisect_right(self._prose_starts, offset) - 1
        if index < 0:
            return None
        run = self.prose[index]
        return run if offset < run[1] else None


def _read(body: str, base: int) -> tuple[list[Block], list[Prose], list[Bold]]:
    """Drain the parser once. Each byte is decoded once: offsets cost linear time."""
    data = body.encode()
    blocks: list[Block] = []
    prose: list[Prose] = []
    bold: list[Bold] = []
    open_bold: list[tuple[int, int]] = []
    open_leaves: list[tuple[int, int, int]] = []
    flags = 0
    saved: list[int] = []
    block = -1
    code = 0
    byte, point = 0, base
    for event, place in events_with_range(body, options=_OPTIONS):
        if event.__class__ is not dict:
            continue
        for kind, detail in event.items():
            break
        if kind == "Text":
            if code:
                continue
            first = place["start"]
            if first > byte:
                point += len(data[byte:first].decode())
            byte = place["end"]
            # Text is a slice of the source, except where an entity ("&amp;") was replaced.
            length = len(detail) if data[first] != _AMPERSAND else byte - first
            if prose:
                run = prose[-1]
                if run[1] == point and run[3] == block and run[2] == flags:
                    point += length
                    prose[-1] = (run[0], point, flags, block)
                    continue
            prose.append((point, point + length, flags, block))
            point += length
        elif kind == "Start":
            name = detail if detail.__class__ is str else next(iter(detail))
            if name == "Strong" or name in _LEAVES:
                first = place["start"]
                if first > byte:
                    point += len(data[byte:first].decode())
                    byte = first
            if name == "Strong":
                open_bold.append((len(bold), point))
                bold.append(_PENDING)
                continue
            saved.append(flags)
            if name in _FLAGS:
                flags |= _FLAGS[name]
            if name in _LEAVES:
                open_leaves.append((block, len(blocks), point))
                block = len(blocks)
                blocks.append(_OPEN_BLOCK)
                if name in _NO_PROSE:
                    code += 1
        elif kind == "End":
            name = detail if detail.__class__ is str else next(iter(detail))
            if name == "Strong" or name in _LEAVES:
                last = place["end"]
                if last > byte:
                    point += len(data[byte:last].decode())
                    byte = last
            if name == "Strong":
                index, begin = open_bold.pop()
                bold[index] = Bold(begin, point, begin + 2, point - 2)
                continue
            if name in _LEAVES:
                outer, index, begin = open_leaves.pop()
                blocks[index] = Block(name, begin, point, flags)
                block = outer
                if name in _NO_PROSE:
                    code -= 1
            flags = saved.pop()
    return blocks, prose, bold
