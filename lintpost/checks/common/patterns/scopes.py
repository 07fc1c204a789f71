"""The texts of a post that a rule may look at, each with the way back to the source."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lintpost.checks.common.bold.spans import bold_around
from lintpost.checks.common.front_values import strings
from lintpost.post.cut_out import CUT_OUT
from lintpost.post.markdown.body import EMPHASIS, HEADING, IMAGE, LINK, QUOTE, TABLE, Markdown
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.post.prose.sentences import sentences

FIELDS = ("title", "excerpt", "description")
SCOPES = (
    "body", "title", "excerpt", "description", "heading", "paragraph", "opening", "closing", "list", "quote", "table", "sentence",
    "plain", "plain-shown", "unquoted", "link", "alt", "bold", "not-bold", "code",
)  # fmt: skip
SECTION = "section"
"""A scope of the check `length` alone."""
FIELD = "front-matter."
"""Before the name of any front-matter key."""
_BETWEEN = "\n\n"


class Scope(NamedTuple):
    """All pieces of one kind as one text.

    `spans` are the pieces in it (code points, half-open), in order. Part `i` of it begins at
    `starts[i]` in the text and at `places[i]` in the file: in bytes of the body where `in_bytes`, for
    most is never asked for, else in code points. `inexact` are pieces (escaped front-matter values)
    whose place is only known as a whole, with their spans of the file.
    """

    post: Post
    text: str
    spans: list[tuple[int, int]]
    starts: list[int]
    places: list[int]
    in_bytes: bool
    inexact: dict[int, tuple[int, int]]

    def source(self, piece: int, start: int, end: int) -> tuple[int, int]:
        """The span of the file for a span of the text that lies in a piece."""
        if piece in self.inexact:
            return self.inexact[piece]
        first = self._place(start)
        if end > start and self.text[end - 1] == CUT_OUT:
            part = bisect_left(self.starts, end)
            if part < len(self.starts) and self.starts[part] == end:
                return first, self._place(end)  # what was cut out, whole
        return first, (self._place(end - 1) + 1 if end > start else first)

    def shown(self, piece: int, start: int, end: int) -> str:
        """A part of the text for a message, what was cut out of it as it is written in the file."""
        text = self.text[start:end]
        return self.post.text[slice(*self.source(piece, start, end))] if CUT_OUT in text else text

    def is_whole(self, piece: int, start: int, end: int) -> bool:
        """Whether a span stands in the source as it does in the text, so that it can be replaced."""
        first, last = self.source(piece, start, end)
        return piece not in self.inexact and last - first == end - start

    def _place(self, offset: int) -> int:
        part = bisect_right(self.starts, offset) - 1
        begin, place = self.starts[part], self.places[part]
        if not self.in_bytes:
            return place + offset - begin
        # The part begins at a byte; what lies before the offset in it is code points.
        return self.post.markdown.point(place) + offset - begin


_SCOPES = MemoKey[Scope]("scopes")
_FLAGGED_RUNS = MemoKey[list[tuple[tuple[int, int], int]]]("flagged runs")


class _Text:
    """A scope in the making."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.spans: list[tuple[int, int]] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        self.inexact: dict[int, tuple[int, int]] = {}

    def add(self, text: str, place: int) -> None:
        self.starts.append(self.length)
        self.places.append(place)
        self.pieces.append(text)
        self.length += len(text)

    def end_piece(self, begin: int) -> None:
        self.spans.append((begin, self.length))
        self.pieces.append(_BETWEEN)
        self.length += len(_BETWEEN)

    def add_block(self, markdown: Markdown, data: bytes, parts: list[tuple[int, int]]) -> None:
        """A leaf block by its runs of prose, in bytes of the body, of which `data` is the text."""
        begin = self.length
        last = parts[0][0]
        for start, end in parts:
            between = data[last:start]
            is_cut = b"`" in between or b"<" in between
            if is_cut or (len(between) > 1 and markdown.has_mask(last, start)):
                self.add(CUT_OUT, last)
            elif b"\n" in between:
                # Two lines of one paragraph: a space to readers, and to every pattern.
                self.add("\n", data.index(b"\n", last, start))
            self.add(data[start:end].decode(), start)
            last = end
        self.end_piece(begin)

    def scope(self, post: Post, *, in_bytes: bool) -> Scope:
        text = "".join(self.pieces)
        return Scope(post, text, self.spans, self.starts, self.places, in_bytes, self.inexact)


def scope_of(post: Post, name: str) -> Scope:
    """A scope of a post, made once."""
    return post.memo.get_or_make(_SCOPES, lambda: _made(post, name), name)


def _made(post: Post, name: str) -> Scope:
    if name in FIELDS or name.startswith(FIELD):
        return _field(post, name.removeprefix(FIELD))
    if name in _BLOCKS:
        return _blocks(post, name)
    if name == "sentence":
        return _sentences(post)
    return _spans(post, name)


_BLOCKS = {
    "body": ("Paragraph", "Heading", "Item", "TableCell"),
    "paragraph": ("Paragraph",),
    "opening": ("Paragraph",),
    "closing": ("Paragraph",),
    "heading": ("Heading",),
    "list": ("Paragraph", "Item"),
    "quote": ("Paragraph", "Item", "Heading"),
    "table": ("TableCell",),
}
_ENDS = ("opening", "closing")
"""The first and the last paragraph of running text."""
_WITHIN = {"quote": "BlockQuote", "list": "Item"}


def _blocks(post: Post, name: str) -> Scope:
    """The prose of leaf blocks; paragraphs are those of running text, not of quotations or lists."""
    markdown = post.markdown
    data = post.body_data
    made = _Text()
    wanted = [markdown.outermost(_WITHIN[name])] if name in _WITHIN else []
    refused = (
        [markdown.outermost(kind) for kind in _WITHIN.values()]
        if name in ("paragraph", *_ENDS)
        else []
    )
    for parts in markdown.block_prose(_BLOCKS[name], backwards=name == "closing"):
        at = parts[0][0]
        if not all(_is_in(one, at) for one in wanted) or any(_is_in(one, at) for one in refused):
            continue
        made.add_block(markdown, data, parts)
        if name in _ENDS:
            break
    return made.scope(post, in_bytes=True)


def body_where(post: Post, is_wanted: Callable[[bytes, int, int], bool]) -> Scope:
    """Those blocks of the scope ``body`` whose source (a slice of the body in UTF-8) is wanted."""
    markdown = post.markdown
    data = post.body_data
    made = _Text()
    for parts in markdown.block_prose(_BLOCKS["body"]):
        if is_wanted(data, parts[0][0], parts[-1][1]):
            made.add_block(markdown, data, parts)
    return made.scope(post, in_bytes=True)


def body_at(post: Post, places: list[int]) -> Scope:
    """Those blocks of the scope ``body`` in which some places (byte offsets into the file) lie."""
    markdown, base = post.markdown, post.body_byte
    made = _Text()
    offsets = [at - base for at in places if at >= base]
    for parts in markdown.block_prose(_BLOCKS["body"], around=offsets):
        made.add_block(markdown, post.body_data, parts)
    return made.scope(post, in_bytes=True)


def _is_in(elements: tuple[list[int], list[int]], at: int) -> bool:
    starts, ends = elements
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < ends[index]


def _field(post: Post, key: str) -> Scope:
    made = _Text()
    for field in strings(post, (key,)):
        if field.node.inner is None:
            made.inexact[0] = (field.node.start, field.node.end)
        made.add(field.value, field.content[0])
        made.end_piece(0)
    return made.scope(post, in_bytes=False)


def _spans(post: Post, name: str) -> Scope:
    """Links, texts of images, bold, what is not bold, and code: as they stand."""
    markdown = post.markdown
    if name == "bold":
        spans = [(bold.inner_start, bold.inner_end) for bold in markdown.bold]
    elif name == "code":
        blocks = [
            markdown.block(i) for i, leaf in enumerate(markdown.leaves) if leaf[2] == "CodeBlock"
        ]
        spans = sorted([*markdown.code_spans(), *((block.start, block.end) for block in blocks)])
    elif name == "plain":
        # What stands in a paragraph or list as it is: in no link, quotation, heading, table, emphasis.
        other = LINK | IMAGE | QUOTE | HEADING | TABLE | EMPHASIS
        runs = [run for run, flags in _flagged(post) if not flags & other]
        spans = [run for run in runs if bold_around(markdown, *run) is None]
    elif name == "plain-shown":
        # The same with identifiers, paths and addresses still in it: what textlint's rules read.
        other = LINK | IMAGE | QUOTE | HEADING | TABLE | EMPHASIS
        runs = [run for run in markdown.shown_runs if not markdown.flags_at(run[0]) & other]
        spans = [run for run in runs if bold_around(markdown, *run) is None]
    elif name == "unquoted":
        # Where the author speaks: in no link, quotation or emphasis, but headings, tables and bold.
        other = LINK | IMAGE | QUOTE | EMPHASIS
        spans = [run for run, flags in _flagged(post) if not flags & other]
    elif name == "not-bold":
        spans = [run for run in markdown.runs if bold_around(markdown, *run) is None]
    else:
        flag = LINK if name == "link" else IMAGE
        spans = [run for run, flags in _flagged(post) if flags & flag]
    made = _Text()
    for piece in _across_masks(markdown, spans):
        begin = made.length
        before, behind = markdown.masks_beside(piece[0][0], piece[-1][1])
        last = piece[0][0] if before is None else before.start
        for start, end in piece:
            if start > last:
                made.add(CUT_OUT, last)
            made.add(post.text[start:end], start)
            last = end
        if behind is not None:
            made.add(CUT_OUT, last)
            made.add("", behind.end)
        made.end_piece(begin)
    return made.scope(post, in_bytes=False)


def _across_masks(
    markdown: Markdown, spans: list[tuple[int, int]]
) -> Iterator[list[tuple[int, int]]]:
    """Spans with nothing but masks between them, as one: (config.jsonなど) is one text."""
    piece: list[tuple[int, int]] = []
    for start, end in spans:
        if piece and not (piece[-1][1] < start and markdown.is_all_masked(piece[-1][1], start)):
            yield piece
            piece = []
        piece.append((start, end))
    if piece:
        yield piece


def _flagged(post: Post) -> list[tuple[tuple[int, int], int]]:
    """The runs of prose, each with what it stands in."""
    markdown = post.markdown
    return post.memo.get_or_make(
        _FLAGGED_RUNS, lambda: [(run, markdown.flags_at(run[0])) for run in markdown.runs]
    )


def _sentences(post: Post) -> Scope:
    """The sentences of paragraphs and lists."""
    made = _Text()
    for name in ("paragraph", "list"):
        scope = scope_of(post, name)
        for piece, (first, last) in enumerate(scope.spans):
            for start, end in sentences(scope.text[first:last], first):
                begin = made.length
                inner = slice(bisect_right(scope.starts, start), bisect_left(scope.starts, end))
                parts = scope.starts[inner]
                for low, high in zip([start, *parts], [*parts, end], strict=True):
                    made.add(scope.text[low:high], scope.source(piece, low, high)[0])
                made.add("", scope.source(piece, start, end)[1])
                made.end_piece(begin)
    return made.scope(post, in_bytes=False)
