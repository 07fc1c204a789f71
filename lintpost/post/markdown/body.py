"""The body of a post: blocks, prose and bold, from one pass over pulldown-cmark's events.

The parser speaks in bytes of the body; so does all that is kept here, and offsets become code
points only for what somebody asks about. A post has hundreds of text runs and few findings.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from pyromark import events_with_range

from lintpost.post.markdown.emphasis import Bold, friendly_shadow, shadow
from lintpost.post.markdown.events import (
    OPTIONS,
    Places,
    Ranges,
    ranges,
    read,
    strong_of,
    strong_ranges,
)
from lintpost.post.markdown.html_content import filled, may_hold_markdown, tags_around_markdown
from lintpost.post.markdown.inlines import inlines_of
from lintpost.post.markdown.masks.find import find_masks
from lintpost.post.markdown.masks.spans import Mask, subtract
from lintpost.post.markdown.pairing import is_searchable, lone_marks, nested, pair
from lintpost.post.offsets import Offsets
from lintpost.post.syntax import DEFAULT, Syntax

HEADING, LINK, QUOTE, TABLE, IMAGE, EMPHASIS = 1, 2, 4, 8, 16, 32
"""What prose may stand in; flags of `Markdown.flags_at`."""

_FLAGS = {
    "Heading": HEADING,
    "Link": LINK,
    "BlockQuote": QUOTE,
    "Table": TABLE,
    "Image": IMAGE,
    "Emphasis": EMPHASIS,
}
_LEAVES = ("Paragraph", "Heading", "Item", "TableCell", "CodeBlock", "HtmlBlock")


class Block(NamedTuple):
    """A leaf block: ``Paragraph``, ``Heading``, ``Item`` (tight), ``TableCell``, ``CodeBlock``…

    Code points into the whole file, half-open, with the block's own marks.
    """

    kind: str
    start: int
    end: int


class Markdown:
    """The structure of a body. Bold is paired as the author meant it (see `emphasis`)."""

    __slots__ = (
        "_body", "_bold", "_bold_starts", "_data", "_leaves", "_masks", "_offsets", "_outer", "_places",
        "_plain_bold", "_point_masks", "_points", "_prose", "_repaired", "_run_ends", "_run_starts", "_shadow",
        "_shown", "_stars", "_strong", "_unpaired", "start",
    )  # fmt: skip

    def __init__(
        self, text: str, start: int, data: bytes | None = None, *, mdx: bool = False,
        syntax: Syntax = DEFAULT,
    ) -> None:  # fmt: skip
        """Read `text` from `start` on; `data` is that part in UTF-8, where it is at hand."""
        self.start = start
        self._body = text[start:] if start else text
        self._data = self._body.encode() if data is None else data
        self._offsets = Offsets(self._body, self._data)
        self._shadow = shadow(self._body)
        self._places, self._run_starts, self._run_ends, self._stars = read(self._shadow, self._data)
        tags = self._open_html(mdx, syntax)
        masked = find_masks(
            self._data, (self._run_starts, self._run_ends), ranges(self._places, "CodeBlock"),
            ranges(self._places, "HtmlBlock"), syntax, is_mdx=mdx, tags=tags,
        )  # fmt: skip
        self._masks, (self._run_starts, self._run_ends), self._shown = masked
        self._point_masks: list[Mask] | None = None
        self._leaves: list[tuple[int, int, str]] | None = None
        self._strong = strong_ranges(self._places)
        self._unpaired: list[int] = []
        emphasis = ranges(self._places, "Emphasis")
        marked = [*self._strong, *emphasis] if emphasis else self._strong
        doubtful = [*self._stars, *nested(sorted(marked)), *lone_marks(self._data)]
        self._repaired = bool(doubtful)
        if doubtful:
            self._pair_as_kramdown(doubtful)
        if self._masks:  # __init__ is an identifier, whatever a renderer makes of it
            self._strong = [
                (first, last)
                for first, last in self._strong
                if not (self._is_in_mask(first, first + 2) or self._is_in_mask(last - 2, last))
            ]
        self._points: dict[int, int] | None = None
        self._bold: list[Bold] | None = None
        self._bold_starts: list[int] | None = None
        self._plain_bold: list[Bold] | None = None
        self._prose: bytes | None = None
        self._outer: list[tuple[int, list[int], list[int]]] | None = None

    def _open_html(self, mdx: bool, syntax: Syntax) -> Ranges:
        """Read the body again as the renderer does, where blocks of HTML hold Markdown for it.

        Returns the tags around that Markdown.
        """
        html = ranges(self._places, "HtmlBlock")
        if not html or not may_hold_markdown(self._data, kramdown=syntax.kramdown, is_mdx=mdx):
            return []
        tags = tags_around_markdown(self._data, html, ranges(self._places, "CodeBlock"), is_mdx=mdx)
        if tags:
            self._shadow = filled(self._shadow.encode(), tags).decode()
            if mdx:  # whatever renders it reads it so
                self._body = filled(self._data, tags).decode()
            read_again = read(self._shadow, self._data)
            self._places, self._run_starts, self._run_ends, self._stars = read_again
        return tags

    def _pair_as_kramdown(self, places: list[int]) -> None:
        """Search the marks anew in the blocks around some places (bytes), where the parser's pairing
        may not be kramdown's: where marks are left over or lie in one another, or stand beside
        underscores or HTML. Disjoint pairs of asterisks are the same to both.
        """
        leaves = self.leaves
        doubtful = set()
        for at in places:
            index = self._leaf_around(at)
            if index >= 0 and leaves[index][2] not in ("CodeBlock", "HtmlBlock"):
                doubtful.add(index)
        inlines = inlines_of(events_with_range(self._shadow, options=OPTIONS), self._data)
        starts = [inline.start for inline in inlines]
        for index in sorted(doubtful):
            first, last = leaves[index][0], -leaves[index][1]
            if index + 1 < len(leaves):
                last = min(last, max(leaves[index + 1][0], first))
            inside = inlines[bisect_left(starts, first) : bisect_left(starts, last)]
            if not is_searchable(self._data, first, last, inside):
                continue  # the shadow's pairing stands
            paired = pair(self._data, first, last, inside)
            self._strong = [span for span in self._strong if not first <= span[0] < last]
            self._strong += paired.strong
            self._stars = [at for at in self._stars if not first <= at < last]
            self._unpaired += paired.stray
        self._strong.sort()

    def _leaf_around(self, at: int) -> int:
        """The number of the innermost leaf block around an offset (bytes), -1 for none."""
        leaves = self.leaves
        index = bisect_right(leaves, (at, 1, "")) - 1
        while index >= 0 and -leaves[index][1] <= at:
            index -= 1
        return index

    @property
    def shadow(self) -> str:
        """The body with stand-ins for what keeps CommonMark from pairing bold as meant."""
        return self._shadow

    @property
    def bold(self) -> list[Bold]:
        """Bold as meant, in the order of the text."""
        if self._bold is None:
            self._bold = self._as_bold(self._strong, self._point_of)
        return self._bold

    @property
    def bold_starts(self) -> list[int]:
        """Where each span of `bold` starts."""
        if self._bold_starts is None:
            self._bold_starts = [span.start for span in self.bold]
        return self._bold_starts

    def bold_by_block(self) -> dict[int, list[Bold]]:
        """The spans of `bold` by the number of their innermost leaf block, -1 for none."""
        found: dict[int, list[Bold]] = {}
        for (first, _), span in zip(self._strong, self.bold, strict=True):
            found.setdefault(self._leaf_around(first), []).append(span)
        return found

    @property
    def commonmark_bold(self) -> list[Bold]:
        """Bold as CommonMark pairs it; the same list where nothing stands in its way."""
        if self._plain_bold is None:
            same = self._shadow == self._body
            strong = strong_ranges(self._places) if same else strong_of(self._body)
            if strong == self._strong:
                self._plain_bold = self.bold
            else:
                self._plain_bold = self._pointed(strong)
        return self._plain_bold

    def rendered(self, renderer: str) -> list[Bold]:
        """Bold as ``kramdown``, ``commonmark`` or ``cjk-friendly`` shows it; the very list of `bold`
        where it is the same.
        """
        if renderer == "kramdown":
            return self.bold
        if renderer == "commonmark":
            return self.commonmark_bold
        shadow = friendly_shadow(self._body)
        strong = self._strong if shadow == self._shadow else None
        if strong is None or self._repaired:
            strong = strong_of(shadow)
        return self.bold if strong == self._strong else self._pointed(strong)

    def _pointed(self, strong: Ranges) -> list[Bold]:
        edges = sorted({at for span in strong for at in span})
        points = dict(zip(edges, self._offsets.points(edges, self.start), strict=True))
        return self._as_bold(strong, points)

    def _as_bold(self, ranges: Ranges, points: dict[int, int]) -> list[Bold]:
        spans = ((points[first], points[last]) for first, last in ranges)
        return [Bold(start, end, start + 2, end - 2) for start, end in spans]

    def _converted(
        self, kinds: tuple[str, ...], places: Places, more: Iterable[int] = ()
    ) -> dict[int, int]:
        """The code points (into the file) of every edge of some kinds of ranges, and of `more`."""
        edges = {at for kind in kinds for edge in ranges(places, kind) for at in edge}
        ascending = sorted(edges.union(more))
        return dict(zip(ascending, self._offsets.points(ascending, self.start), strict=True))

    @property
    def _point_of(self) -> dict[int, int]:
        """The code points of every offset that bold and `flags_at` need, converted in one go."""
        if self._points is None:
            edges = chain.from_iterable(self._strong)
            self._points = self._converted(tuple(_FLAGS), self._places, edges)
        return self._points

    @property
    def masks(self) -> list[Mask]:
        """What stands in the text and is no prose, in order; code points into the file."""
        if self._point_masks is None:
            edges = [at for mask in self._masks for at in (mask.start, mask.end)]
            points = iter(self._offsets.points(edges, self.start))
            self._point_masks = [
                Mask(next(points), next(points), mask.kind) for mask in self._masks
            ]
        return self._point_masks

    def is_masked(self, start: int, end: int) -> bool:
        """Whether a span (code points into the file) shares a character with a mask."""
        index = bisect_right(self.masks, start, key=lambda mask: mask.end)
        return index < len(self.masks) and self.masks[index].start < end

    def _is_in_mask(self, first: int, last: int) -> bool:
        """Whether a mask holds all bytes from `first` to `last`."""
        index = bisect_right(self._masks, first, key=lambda mask: mask.start) - 1
        return index >= 0 and last <= self._masks[index].end

    def is_all_masked(self, start: int, end: int) -> bool:
        """Whether nothing but masks and spaces stands in a span (code points into the file)."""
        index = bisect_right(self.masks, start, key=lambda mask: mask.end)
        begin = index
        while index < len(self.masks) and self.masks[index].start < end:
            if self._text_between(start, self.masks[index].start).strip(" \t"):
                return False
            start = self.masks[index].end
            index += 1
        return index > begin and not self._text_between(start, end).strip(" \t")

    def _text_between(self, start: int, end: int) -> str:
        return self._body[start - self.start : end - self.start]

    def has_mask(self, first: int, last: int) -> bool:
        """Whether a mask stands between two bytes of the body."""
        index = bisect_left(self._masks, first, key=lambda mask: mask.start)
        return index < len(self._masks) and self._masks[index].start < last

    @property
    def runs(self) -> list[tuple[int, int]]:
        """The runs of prose as spans (code points into the file, half-open).

        Prose is what a reader reads: no code, HTML, template tag or URL. Markup cuts a run.
        """
        both = [at for run in zip(self._run_starts, self._run_ends, strict=True) for at in run]
        points = self._offsets.points(both, self.start)
        return list(zip(points[::2], points[1::2], strict=True))

    def in_prose(self, start: int, end: int) -> tuple[bool, bool] | None:
        """Whether a span lies whole in one run of prose, and whether it touches its two ends.

        Bytes of the body. None for a span that is not prose, or is cut by markup.
        """
        index = bisect_right(self._run_starts, start) - 1
        if index < 0 or end > self._run_ends[index]:
            return None
        return start == self._run_starts[index], end == self._run_ends[index]

    def is_prose(self, start: int, end: int) -> bool:
        """Whether a span (code points into the file) lies whole in one run of prose."""
        byte, base = self._offsets.byte, self.start
        return self.in_prose(byte(start - base), byte(end - base)) is not None

    def points(self, offsets: list[int]) -> list[int]:
        """Bytes of the body as code points of the file."""
        if self._points is None:
            # One pass over the text serves bold and flags, which whoever asks this asks next.
            edges = chain(offsets, chain.from_iterable(self._strong))
            self._points = self._converted(tuple(_FLAGS), self._places, edges)
        point = self._points
        missing = [offset for offset in offsets if offset not in point]
        if missing:
            point |= self._converted((), {}, missing)
        return [point[offset] for offset in offsets]

    def flags_at(self, start: int) -> int:
        """What an offset (code points into the file) stands in: `HEADING` | `LINK` | …"""
        if self._outer is None:
            self._outer = [
                (flag, *self._outermost(name))
                for name, flag in _FLAGS.items()
                if name in self._places
            ]
        flags = 0
        for flag, starts, ends in self._outer:
            index = bisect_right(starts, start) - 1
            if index >= 0 and start < ends[index]:
                flags |= flag
        return flags

    def _outermost(self, name: str) -> tuple[list[int], list[int]]:
        """The ranges of a kind that lie in no other of that kind; code points into the file."""
        point = self._point_of
        starts: list[int] = []
        ends: list[int] = []
        after = 0
        for first, last in ranges(self._places, name):
            if first >= after:
                starts.append(point[first])
                ends.append(point[last])
                after = last
        return starts, ends

    @property
    def leaves(self) -> list[tuple[int, int, str]]:
        """The leaf blocks in the order of the text; bytes of the body, for `block`."""
        if self._leaves is None:
            self._leaves = sorted(
                (first, -last, kind)
                for kind in _LEAVES
                for first, last in ranges(self._places, kind)
            )
        return self._leaves

    @property
    def first_leaf(self) -> tuple[int, int, str] | None:
        """The first of `leaves`, without making the others."""
        heads = [(kind, self._places[kind][0]) for kind in _LEAVES if kind in self._places]
        return min(((at["start"], -at["end"], kind) for kind, at in heads), default=None)

    def block(self, index: int) -> Block:
        """A leaf block by its number."""
        first, last, kind = self.leaves[index]
        point, base = self._offsets.point, self.start
        return Block(kind, base + point(first), base + point(-last))

    def block_at(self, start: int) -> int:
        """The number of the innermost leaf block around an offset (code points), -1 for none."""
        return self._leaf_around(self._offsets.byte(start - self.start))

    def leaf_text(self, leaf: tuple[int, int, str]) -> str:
        """The text of a leaf block, its markup gone; names of files and the like are part of it."""
        first, last, _ = leaf
        starts, ends = self._shown
        low, high = bisect_left(starts, first), bisect_left(starts, -last)
        return "".join(
            self._data[start:end].decode()
            for start, end in zip(starts[low:high], ends[low:high], strict=True)
        )

    def block_prose(
        self, kinds: tuple[str, ...], *, backwards: bool = False
    ) -> Iterator[list[tuple[int, int]]]:
        """The runs of prose of each leaf block of some kinds; bytes of the body.

        The texts of images are left out, and blocks without prose. Where a mask begins or ends a
        block, an empty run stands beyond it.
        """
        images = ranges(self._places, "Image")
        leaves, starts, ends = self.leaves, self._run_starts, self._run_ends
        order = range(len(leaves))
        for index in reversed(order) if backwards else order:
            first, minus_last, kind = leaves[index]
            if kind not in kinds:
                continue
            last = -minus_last
            if index + 1 < len(leaves):
                last = min(last, max(leaves[index + 1][0], first))  # a block within this one
            low, high = bisect_left(starts, first), bisect_left(starts, last)
            parts = list(zip(starts[low:high], ends[low:high], strict=True))
            if images:
                parts = [p for p in parts if not any(i[0] < p[1] and p[0] < i[1] for i in images)]
            if parts:
                yield self._with_masked_ends(parts, first, last) if self._masks else parts

    def _with_masked_ends(
        self, parts: list[tuple[int, int]], first: int, last: int
    ) -> list[tuple[int, int]]:
        """The runs of a block from `first` to `last`, with empty ones beside masks at its ends."""
        starts, ends = self._shown
        begin, end = starts[bisect_left(starts, first)], ends[bisect_left(ends, last + 1) - 1]
        if begin < parts[0][0] and self.has_mask(begin, parts[0][0]):
            parts = [(begin, begin), *parts]
        if parts[-1][1] < end and self.has_mask(parts[-1][1], end):
            parts = [*parts, (end, end)]
        return parts

    def outermost(self, kind: str) -> tuple[list[int], list[int]]:
        """The starts and ends of the elements of a kind that lie in no other; bytes of the body."""
        starts: list[int] = []
        ends: list[int] = []
        for first, last in ranges(self._places, kind):
            if not ends or first >= ends[-1]:
                starts.append(first)
                ends.append(last)
        return starts, ends

    def point(self, at: int) -> int:
        """A byte of the body as a code point of the file."""
        return self.start + self._offsets.point(at)

    @property
    def prose(self) -> bytes:
        """All prose as UTF-8, runs parted by line ends; the texts of images left out."""
        if self._prose is None:
            self._prose = b"\n".join(self._prose_pieces())
        return self._prose

    def _prose_pieces(self) -> Iterator[bytes]:
        data = self._data
        images = ranges(self._places, "Image")
        for start, end in zip(self._run_starts, self._run_ends, strict=True):
            inside = [i for i in images if i[1] > start and i[0] < end] if images else []
            if not inside:
                yield data[start:end]
            else:
                yield from (data[first:last] for first, last in subtract(start, end, inside))

    def code_spans(self) -> list[tuple[int, int]]:
        """The inline code, in a pass of its own: few ask for it. Code points into the file."""
        point, base = self._offsets.point, self.start
        return [
            (base + point(place["start"]), base + point(place["end"]))
            for event, place in events_with_range(self._shadow, options=OPTIONS)
            if "Code" in event
        ]

    def stray_marks(self) -> list[int]:
        """Where ``**`` stands in the prose, left over from pairing; code points into the file."""
        data, point, base = self._data, self._offsets.point, self.start
        found = []
        for at in self._stars:
            if data.startswith(b"**", at):
                index = bisect_right(self._run_starts, at) - 1
                if index >= 0 and at + 2 <= self._run_ends[index]:
                    found.append(base + point(at))
        unpaired = (at for at in self._unpaired if not self._is_in_mask(at, at + 2))
        return sorted([*found, *(base + point(at) for at in unpaired)])
