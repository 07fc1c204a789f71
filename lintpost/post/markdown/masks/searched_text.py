"""A body as the kinds of masks search it."""

from bisect import bisect_right
from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.spans import Span, holds
from lintpost.post.syntax import Syntax

_AFTER_COLON = frozenset(
    bytes([char])
    for char in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+@:/\\-"
)
_LINE_END = ord("\n")
_DOT = lazy_bytes(rb"\.(?=[A-Za-z_$])")
_LONGEST_INDENT = 80
_OUTER = b"*~"
_MARKS = b"*_~\\"
"""Emphasis and escapes, which cut a run of text and no address."""


class SearchedText:
    """A body in UTF-8, and where text stands in it; all offsets are bytes of the body.

    `source` is the body; `data` is the same with code blocks and blocks of HTML filled with line
    ends, so that a search passes over them.
    """

    __slots__ = ("_colons", "_dots", "code", "data", "ends", "html", "source", "starts", "syntax")

    def __init__(
        self, source: bytes, runs: tuple[list[int], list[int]], code: list[Span],
        html: list[Span], syntax: Syntax,
    ) -> None:  # fmt: skip
        """`runs` are the starts and ends of the runs of text; `code` and `html` are blocks, in order."""
        self.source = source
        self.starts, self.ends = runs
        self.code = code
        self.html = html
        self.syntax = syntax
        self.data = _blanked(source, sorted([*code, *html]) if html else code)
        self._colons: list[int] | None = None
        self._dots: list[int] | None = None

    def is_text(self, at: int) -> bool:
        """Whether a byte is part of a run of text: no code, HTML, mark or link destination."""
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.ends[index]

    def has_text(self, start: int, end: int) -> bool:
        """Whether any of some bytes is part of a run of text."""
        index = bisect_right(self.ends, start)
        return index < len(self.starts) and self.starts[index] < end

    def text_end(self, at: int, end: int) -> int:
        """Where the text around a byte ends, at most `end`. Marks of emphasis and escapes do not end it."""
        index = bisect_right(self.starts, at) - 1
        while self.ends[index] < end:
            stop = self.ends[index]
            index += 1
            begin = self.starts[index] if index < len(self.starts) else len(self.source)
            between = self.source[stop : min(begin, end)]
            rest = between.lstrip(_MARKS)
            if rest or index == len(self.starts):
                return stop + len(between) - len(rest)
        return end

    def without_marks(self, start: int, end: int) -> tuple[int, int]:
        """A span without the marks of emphasis (``*``, ``~``) that are at its ends and no text."""
        while start < end and self.data[start] in _OUTER and not self.is_text(start):
            if self.data.startswith(b"~/", start) and self.data[start - 1 : start] != b"~":
                break  # the home folder, whatever pairs with its tilde
            start += 1
        while start < end and self.data[end - 1] in _OUTER and not self.is_text(end - 1):
            end -= 1
        return start, end

    def positions(self, mark: bytes) -> Iterator[int]:
        """Where a character stands; the fastest search for one that is rare."""
        find = self.data.find
        at = find(mark)
        while at >= 0:
            yield at
            at = find(mark, at + 1)

    @property
    def colons(self) -> list[int]:
        """Where a colon stands in the text that is part of a word; several kinds look at these."""
        if self._colons is None:
            data = self.data
            self._colons = [
                at
                for at in self.positions(b":")
                if (data[at + 1 : at + 2] in _AFTER_COLON or data[at - 1 : at] == b"t")
                and self.is_text(at)
            ]
        return self._colons

    @property
    def dots(self) -> list[int]:
        """Where a dot stands in the text before a letter, ``_`` or ``$``."""
        if self._dots is None:
            self._dots = [
                match.start() for match in _DOT.finditer(self.data) if self.is_text(match.start())
            ]
        return self._dots

    def is_in_code(self, at: int) -> bool:
        """Whether a byte is part of a code block."""
        return holds(self.code, at)

    def is_in_html(self, at: int) -> bool:
        """Whether a byte is part of a block of HTML."""
        return holds(self.html, at)

    def begins_line(self, at: int, allowed: bytes = b"") -> bool:
        """Whether nothing but some allowed characters stands before a byte on its line."""
        data = self.data
        while at and data[at - 1] in allowed:
            at -= 1
        return not at or data[at - 1] == _LINE_END

    def is_alone(self, start: int, end: int) -> bool:
        """Whether nothing else stands on the lines of a span."""
        before = self.source[max(start - _LONGEST_INDENT, 0) : start].rstrip(b" \t>")
        behind = self.source[end : end + _LONGEST_INDENT].lstrip(b" \t\r")
        return before[-1:] in (b"", b"\n") and behind[:1] in (b"", b"\n")


def _blanked(data: bytes, blocks: list[Span]) -> bytes:
    if not blocks:
        return data
    pieces = []
    at = 0
    for first, last in blocks:
        if first >= at:
            pieces += [data[at:first], b"\n" * (last - first)]
            at = last
    return b"".join([*pieces, data[at:]])
