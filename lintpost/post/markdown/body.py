"""The body of a post: blocks, prose and bold, from one pass over pulldown-cmark's events.

The parser counts in bytes of the body, and so does what is kept here; offsets become code points
only for what is asked about, for a post has hundreds of runs of text and few findings. Where a
method takes or gives bytes it says so; everything else is in code points into the whole file.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lintpost.post.markdown.blocks import Block, Blocks, Leaf
from lintpost.post.markdown.bold import BoldSpans
from lintpost.post.markdown.emphasis import Bold, shadow
from lintpost.post.markdown.events import (  # fmt: skip
    Elements,
    EventRange,
    Ranges,
    outermost,
    ranges,
    read,
)
from lintpost.post.markdown.flags import (
    EMPHASIS,
    HEADING,
    IMAGE,
    LINK,
    QUOTE,
    TABLE,
    FlagRanges,
    flag_ranges,
)
from lintpost.post.markdown.html_content import filled, may_hold_markdown, tags_around_markdown
from lintpost.post.markdown.indented_rows import indented_rows
from lintpost.post.markdown.mask_spans import MaskSpans, unmasked
from lintpost.post.markdown.masks.find import find_masks
from lintpost.post.markdown.masks.spans import Mask
from lintpost.post.markdown.points import Points
from lintpost.post.markdown.prose_runs import ProseRuns
from lintpost.post.markdown.strong import meant_strong, without_masked
from lintpost.post.offsets import Offsets
from lintpost.post.syntax import DEFAULT, Syntax

__all__ = ["EMPHASIS", "HEADING", "IMAGE", "LINK", "QUOTE", "TABLE", "Block", "Markdown"]


class Markdown:
    """The structure of a body. Bold is paired as the author meant it (see `emphasis`).

    `start` is where the body begins in its file, `prose_runs` are its runs of prose in bytes.
    """

    __slots__ = (
        "_blocks", "_bold", "_data", "_elements", "_flags", "_mask_spans", "_masks", "_offsets", "_points",
        "_shadow", "_tags", "prose_runs", "start",
    )  # fmt: skip

    def __init__(
        self, text: str, start: int, data: bytes | None = None, *, mdx: bool = False,
        syntax: Syntax = DEFAULT,
    ) -> None:  # fmt: skip
        """Read `text` from `start` on; `data` is that part in UTF-8, where it is at hand."""
        self.start = start
        body = text[start:] if start else text
        self._data = body.encode() if data is None else data
        self._offsets = Offsets(body, self._data)
        self._shadow = shadow(body)
        events = read(self._shadow, self._data)
        self._tags = tags = self._tags_around_markdown(events[0], mdx, syntax)
        if tags:  # the renderer reads what they hold: so do we
            self._shadow = filled(self._shadow.encode(), tags).decode()
            if mdx:  # kramdown alone reads it so, and its bold is not read from here
                body = filled(self._data, tags).decode()
            events = read(self._shadow, self._data)
        self._elements, starts, ends, stars = events
        code, html = ranges(self._elements, "CodeBlock"), ranges(self._elements, "HtmlBlock")
        if not mdx:  # which has no indented code
            rows = ranges(self._elements, "TableRow")
            tags = [*tags, *indented_rows(self._data, ranges(self._elements, "Table"), rows)]
        masked = find_masks(self._data, (starts, ends), code, html, syntax, is_mdx=mdx, tags=tags)
        self._masks = masked.masks
        self._mask_spans = MaskSpans(masked.masks, self._data, self._offsets, start)
        images = ranges(self._elements, "Image")
        self.prose_runs = ProseRuns(self._data, masked, images)
        self._blocks = Blocks(self._elements, self._offsets, start)
        strong = meant_strong(self._data, self._elements, ends, stars, self._blocks)
        strong = without_masked(strong, self._masks) if self._masks else strong
        self._points = Points(self._offsets, start, self._elements, strong.ranges)
        self._bold = BoldSpans(body, self._shadow, self._elements, strong, self._points)
        self._flags: FlagRanges | None = None

    def _tags_around_markdown(self, elements: Elements, mdx: bool, syntax: Syntax) -> Ranges:
        """The tags of HTML blocks whose content the renderer reads as Markdown."""
        html = ranges(elements, "HtmlBlock")
        if not html or not may_hold_markdown(self._data, kramdown=syntax.kramdown, is_mdx=mdx):
            return []
        return tags_around_markdown(self._data, html, ranges(elements, "CodeBlock"), is_mdx=mdx)

    @property
    def shadow(self) -> str:
        """The body with stand-ins for what keeps CommonMark from pairing bold as meant."""
        return self._shadow

    @property
    def without_tags(self) -> str:
        """The body with stand-ins of their length for the tags around Markdown in HTML."""
        return filled(self._data, self._tags).decode()

    @property
    def tags(self) -> list[str]:
        """The tags of HTML blocks whose content the renderer reads as Markdown, in order."""
        return [self._data[first:last].decode() for first, last in self._tags]

    # Blocks

    @property
    def leaves(self) -> list[Leaf]:
        """The leaf blocks in the order of the text, in bytes of the body; `block` takes their number."""
        return self._blocks.leaves

    @property
    def first_leaf(self) -> Leaf | None:
        """The first of `leaves`, without making the others."""
        return self._blocks.first

    def block(self, index: int) -> Block:
        """A leaf block by its number."""
        return self._blocks.block(index)

    def blocks(self, *kinds: str) -> Iterator[Block]:
        """The leaf blocks of some kinds, in the order of the text."""
        for index, leaf in enumerate(self._blocks.leaves):
            if leaf[2] in kinds:
                yield self._blocks.block(index)

    def block_at(self, start: int) -> int:
        """The number of the innermost leaf block around an offset, -1 for none."""
        return self._blocks.around(self._offsets.byte(start - self.start))

    def elements(self, kind: str) -> list[EventRange]:
        """The elements of a kind (pulldown-cmark's name) in the order of the text; bytes of the body."""
        return self._elements.get(kind, [])

    def outermost(self, kind: str) -> tuple[list[int], list[int]]:
        """The starts and ends of the elements of a kind that lie in no other; bytes of the body."""
        return outermost(ranges(self._elements, kind))

    def flags_at(self, start: int) -> int:
        """What an offset stands in: `HEADING` | `LINK` | …"""
        if self._flags is None:
            self._flags = flag_ranges(self._elements, self._points.marked)
        flags = 0
        for flag, starts, ends in self._flags:
            index = bisect_right(starts, start) - 1
            if index >= 0 and start < ends[index]:
                flags |= flag
        return flags

    # Prose

    @property
    def masks(self) -> list[Mask]:
        """What stands in the text and is no prose, in order; code points into the file."""
        return self._mask_spans.all

    def is_masked(self, start: int, end: int) -> bool:
        """Whether a span (code points into the file) shares a character with a mask."""
        return self._mask_spans.meet(start, end)

    def is_all_masked(self, start: int, end: int) -> bool:
        """Whether nothing but masks and spaces stands in a span (code points into the file)."""
        return self._mask_spans.fill(start, end)

    def masks_beside(self, start: int, end: int) -> tuple[Mask | None, Mask | None]:
        """The masks right before and behind a span (code points into the file), spaces passed over."""
        return self._mask_spans.beside(start, end)

    def has_mask(self, first: int, last: int) -> bool:
        """Whether a mask stands between two bytes of the body."""
        return self.prose_runs.has_mask(first, last)

    @property
    def runs(self) -> list[tuple[int, int]]:
        """The runs of prose as spans, half-open.

        Prose is what a reader reads as language: no code, HTML, template tag, identifier or address. Markup
        cuts a run.
        """
        return self._spans(self.prose_runs.starts, self.prose_runs.ends)

    @property
    def shown_runs(self) -> list[tuple[int, int]]:
        """`runs` with identifiers and addresses still in them: all text that a reader sees."""
        return self._spans(*self.prose_runs.shown)

    def _spans(self, starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
        both = [at for run in zip(starts, ends, strict=True) for at in run]
        points = self._offsets.points(both, self.start)
        return list(zip(points[::2], points[1::2], strict=True))

    @property
    def prose(self) -> bytes:
        """All prose as UTF-8, runs parted by line ends; the texts of images left out."""
        return self.prose_runs.text

    def in_prose(self, start: int, end: int) -> tuple[bool, bool] | None:
        """Whether a span lies whole in one run of prose, and whether it touches its two ends.

        Bytes of the body. None for a span that is not prose, or is cut by markup.
        """
        return self.prose_runs.edges_of(start, end)

    def is_prose(self, start: int, end: int) -> bool:
        """Whether a span lies whole in one run of prose."""
        byte, base = self._offsets.byte, self.start
        return self.prose_runs.edges_of(byte(start - base), byte(end - base)) is not None

    def leaf_text(self, leaf: Leaf) -> str:
        """The prose of a leaf block, its markup gone."""
        return self.prose_runs.leaf_text(leaf)

    def block_prose(
        self, kinds: tuple[str, ...], *, around: Iterable[int] | None = None, backwards: bool = False
    ) -> Iterator[Ranges]:  # fmt: skip
        """The runs of prose of each leaf block of some kinds, or of those about some bytes; bytes of the body.

        The texts of images are left out, and blocks without prose. Where a mask begins or ends a
        block, an empty run stands beyond it.
        """
        blocks = self._blocks
        every = range(len(blocks.leaves)) if around is None else blocks.all_around(around)
        return self.prose_runs.by_block(blocks.leaves, kinds, every[::-1] if backwards else every)

    def targets(self) -> Iterator[tuple[str, str, str, int, int]]:
        """The links and images: ``Link`` or ``Image``, what it leads to as the parser reads it, its type (``Inline``,
        ``Reference``…; pulldown-cmark's names), and its span. Those within a mask are left out.
        """
        for kind in ("Link", "Image"):
            places = self._elements.get(kind, [])
            if places and self._masks:
                places = unmasked(places, self._masks)
            points = self._points.of([at for one in places for at in (one["start"], one["end"])])
            for one, start, end in zip(places, points[::2], points[1::2], strict=True):
                link = one["link"]
                yield kind, link["dest_url"], link["link_type"], start, end

    def code_spans(self) -> list[tuple[int, int]]:
        """The spans of inline code."""
        places = self._elements.get("Code", ())
        points = self._points.of([at for one in places for at in (one["start"], one["end"])])
        return list(zip(points[::2], points[1::2], strict=True))

    # Bold

    @property
    def bold(self) -> list[Bold]:
        """Bold as meant, in the order of the text."""
        return self._bold.meant

    @property
    def bold_starts(self) -> list[int]:
        """Where each span of `bold` starts."""
        return self._bold.starts

    @property
    def commonmark_bold(self) -> list[Bold]:
        """Bold as CommonMark pairs it; the very list of `bold` where it is the same."""
        return self._bold.commonmark

    def rendered(self, renderer: str) -> list[Bold]:
        """Bold as ``kramdown``, ``commonmark`` or ``cjk-friendly`` shows it; the very list of `bold`
        where it is the same.
        """
        return self._bold.rendered(renderer)

    def bold_by_block(self) -> dict[int, list[Bold]]:
        """The spans of `bold` by the number of their innermost leaf block, -1 for none."""
        found: dict[int, list[Bold]] = {}
        for (first, _), span in zip(self._bold.strong.ranges, self.bold, strict=True):
            found.setdefault(self._blocks.around(first), []).append(span)
        return found

    def stray_marks(self) -> list[int]:
        """Where ``**`` stands in the prose, left over from pairing."""
        strong, edges_of = self._bold.strong, self.prose_runs.edges_of
        found = [
            at
            for at in strong.stars
            if self._data.startswith(b"**", at) and edges_of(at, at + 2) is not None
        ]
        return sorted(map(self.point, [*found, *strong.unpaired]))

    # Bytes of the body as code points of the file

    def point(self, at: int) -> int:
        """The code point of one byte."""
        return self.start + self._offsets.point(at)

    def points(self, offsets: list[int]) -> list[int]:
        """The code points of several bytes, in their order: faster than one by one."""
        return self._points.of(offsets)
