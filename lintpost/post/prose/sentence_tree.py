"""The sentences of a paragraph's nodes, by the rules of textlint's sentence-splitter 5.

Anything but text (code, masks, links, bold, images) counts as one letter: no mark in it ends a sentence.
Nor does a mark between a pair of brackets or quotation marks, or after one that is never closed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from lintpost.post.cut_out import CUT_OUT
from lintpost.post.markdown.node import MarkdownNode, place_of
from lintpost.post.prose.sentences import ends_sentence

_LAST = 1 << 62
_new = tuple.__new__
"""Half the cost of `Sentence(…)`, for tens of thousands of sentences."""
_LETTER = {"HardBreak": "\n"}
SEPARATORS = ".．。?!？！"
_DOUBTFUL = ".!"
"""Separators that do not always end a sentence."""
_PAIRS = ('""', "[]", "()", "{}", "「」", "（）", "『』", "｛｝", "［］", "〚〛", "【】", "《》")
_OPENERS = {pair[0]: index for index, pair in enumerate(_PAIRS)}
_CLOSERS = {pair[1]: index for index, pair in enumerate(_PAIRS)}


class Piece(NamedTuple):
    """A node of a sentence; of a ``Str`` the part of its value from `first` to `last` (half-open)."""

    node: MarkdownNode
    first: int
    last: int


class Sentence(NamedTuple):
    """A sentence with its end marks and its markup: code points into the whole file, half-open."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


class Plain(NamedTuple):
    """The text of some nodes as a reader sees it, and where it is in the source: part `i` begins at
    offset `starts[i]` of the text and at offset `places[i]` of the file.
    """

    text: str
    starts: list[int]
    places: list[int]

    def place(self, offset: int) -> int:
        """The offset in the file for an offset in the text."""
        part = bisect_right(self.starts, offset) - 1
        return self.places[part] + offset - self.starts[part]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the file for a span of the text, which must not be empty."""
        return self.place(start), self.place(end - 1) + 1


def split(nodes: list[MarkdownNode], separators: str = SEPARATORS) -> list[Sentence]:
    """Split the inlines of a paragraph into sentences, without the white space around them."""
    if len(nodes) == 1 and len(nodes[0].parts) == 1:
        # Most paragraphs are one run of text on one line.
        node = nodes[0]
        place = node.parts[0][1]
        return [
            _new(Sentence, (place + start, place + end, (_new(Piece, (node, start, end)),)))
            for start, end in _spans(node.value, separators)
        ]
    flat = "".join(
        [node.value if node.kind == "Str" else _LETTER.get(node.kind, CUT_OUT) for node in nodes]
    )
    found: list[Sentence] = []
    sizes = [len(node.value) if node.kind == "Str" else 1 for node in nodes]
    begins = list(accumulate(sizes, initial=0))
    for start, end in _spans(flat, separators):
        pieces = _pieces(nodes, begins, start, end)
        found.append(
            Sentence(_place(pieces[0], first=True), _place(pieces[-1], first=False), pieces)
        )
    return found


def _spans(text: str, separators: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    begin, after, size = 0, 0, len(text)
    for match in _special(separators).finditer(text):
        at = match.start()
        if at < after:
            continue  # a mark of the run that ended the sentence before
        char = text[at]
        if char in _CLOSERS and _CLOSERS[char] in opened:
            opened.remove(_CLOSERS[char])
        elif char in _OPENERS:
            if _OPENERS[char] not in opened:
                opened.append(_OPENERS[char])
        elif (
            not opened
            and char in separators
            and (char not in _DOUBTFUL or ends_sentence(text, begin, at))
        ):
            after = at + 1
            while (
                after < size
                and text[after] in separators
                and (text[after] != "." or _is_free(text, after))
            ):
                after += 1
            spans.append((begin, after))
            begin = after
    if begin < size:
        spans.append((begin, size))
    return [span for first, last in spans if (span := _stripped(text, first, last))]


@cache
def _special(separators: str) -> re.Pattern[str]:
    """Matches brackets, quotation marks and separators, which the splitter has to look at."""
    return re.compile(f"[{re.escape(''.join(_PAIRS) + separators)}]")


def _is_free(text: str, at: int) -> bool:
    return at + 1 == len(text) or text[at + 1].isspace()


def _stripped(text: str, first: int, last: int) -> tuple[int, int] | None:
    if not (text[first].isspace() or text[last - 1].isspace()):
        return first, last
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return (first, last) if first < last else None


def _pieces(
    nodes: list[MarkdownNode], begins: list[int], start: int, end: int
) -> tuple[Piece, ...]:
    """The parts of the nodes between two offsets; `begins` are the offsets at which the nodes begin."""
    pieces = []
    index = bisect_right(begins, start) - 1
    while index < len(nodes) and begins[index] < end:
        begin, after = begins[index], begins[index + 1]
        if begin < after:
            pieces.append(Piece(nodes[index], max(start, begin) - begin, min(end, after) - begin))
        index += 1
    return tuple(pieces)


def _place(piece: Piece, *, first: bool) -> int:
    node = piece.node
    if node.kind != "Str":
        return node.start if first else node.end
    return place_of(node.parts, piece.first) if first else place_of(node.parts, piece.last - 1) + 1


def plain(pieces: Iterable[Piece], code: str | None = None) -> Plain:
    """The text of some pieces, without markup and HTML but with the alternative texts of images.

    `code` replaces each character of code; None keeps code as it is.
    """
    rows = pieces if isinstance(pieces, tuple) else tuple(pieces)
    if len(rows) == 1 and len(rows[0].node.parts) == 1:
        # Most sentences are one run of text on one line.
        node, first, last = rows[0]
        return _new(Plain, (node.value[first:last], [0], [node.parts[0][1] + first]))
    texts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    size = 0
    for value, place in _texts(rows, code):
        if value:
            texts.append(value)
            starts.append(size)
            places.append(place)
            size += len(value)
    return Plain("".join(texts), starts, places)


def whole(nodes: Iterable[MarkdownNode]) -> list[Piece]:
    """Whole nodes as pieces."""
    return [Piece(node, 0, len(node.value)) for node in nodes]


def _texts(pieces: Iterable[Piece], code: str | None) -> Iterable[tuple[str, int]]:
    for node, first, last in pieces:
        if node.kind == "Str":
            parts = node.parts
            index = max(bisect_right(parts, (first, _LAST)) - 1, 0)
            while index < len(parts) and parts[index][0] < last:
                at, place = parts[index]
                index += 1
                end = parts[index][0] if index < len(parts) else len(node.value)
                low, high = max(at, first), min(end, last)
                if low < high:
                    yield node.value[low:high], place + low - at
        elif node.kind in ("Code", "Mask"):
            start = node.start + (node.end - node.start - len(node.value)) // 2
            yield (node.value if code is None else code * len(node.value)), start
        elif node.kind == "Image":
            yield node.value, node.start + 2
        elif node.kind == "HardBreak":
            yield "\n", node.start
        else:
            yield from _texts(whole(node.children), code)
