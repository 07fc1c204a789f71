"""Emphasis as kramdown pairs it, for the few blocks that the shadow does not decide.

A lone ``*``, ``***``, marks after white space, and underscores are paired by the algorithm of
kramdown 2.4 (``lib/kramdown/parser/kramdown/emphasis.rb``): a mark opens if no white space follows
and no mark of its kind is open; it is closed by the first such mark that no white space precedes.
A mark that is never closed is text; a ``**`` that is never closed is tried as a single ``*``.

All offsets are bytes of the body: the marks, and what decides about them, are ASCII.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lintpost.post.lazy import lazy_bytes

_WHITE = frozenset(b" \t\n\r\f\v")
_MARK = lazy_bytes(rb"[*_\\]")
_ESCAPED = frozenset(b"\\.*_+`<>()[]{}#!:|\"'$=-")


class Inline(NamedTuple):
    """An inline that is not text: bytes of the body, half-open.

    `inner` is the range of a link's text, in which marks are paired separately; None if there can
    be no marks in it (code, addresses, images). `tag` is the lower-case name of an HTML element
    that begins here.
    """

    start: int
    end: int
    inner: tuple[int, int] | None = None
    tag: bytes = b""


class Paired(NamedTuple):
    """The bold ranges of a block with their marks, and the offsets of marks that are left over."""

    strong: list[tuple[int, int]]
    stray: list[int]


_Found = list[tuple[str, int, int]]
_STAR, _BACKSLASH = ord("*"), ord("\\")
_WORD = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
_TAG_START = frozenset(b"/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_WIDTH = {"strong": 2, "em": 1}


MOST_MARKS = 300
"""Marks and inlines in a block up to which it is searched: the worst case is quadratic."""


def is_searchable(data: bytes, start: int, end: int, inlines: list[Inline]) -> bool:
    """Whether a block has at most `MOST_MARKS` marks and inlines."""
    marks = data.count(b"*", start, end) + data.count(b"_", start, end)
    return marks + len(inlines) <= MOST_MARKS


def pair(data: bytes, start: int, end: int, inlines: Iterable[Inline]) -> Paired:
    """Pair the marks of one block. `stray` are the offsets of two or more ``*`` in a row left unpaired.

    kramdown makes emphasis in bold of ``***a***`` and CommonMark bold in emphasis, which look the
    same; the result is CommonMark's.
    """
    search = _Search(data, list(inlines))
    found = set(search.spans(start, end, None, ())[1])
    for element, first, last in sorted(found):
        inside = ("em", first + 2, last - 2)
        if element == "strong" and inside in found and data[first] == data[first + 2]:
            found -= {("strong", first, last), inside}
            found |= {("strong", first + 1, last - 1), ("em", first, last)}
    used = {
        place
        for element, first, last in found
        if data[first:last].strip(b"*_")  # kramdown makes emphasis on two asterisks of ****
        for edge in (first, last - _WIDTH[element])
        for place in range(edge, edge + _WIDTH[element])
    }
    stray: list[int] = []
    length = 0
    for at in search.stars(start, end):
        length = 0 if at in used else length + 1 if data[at - 1] == _STAR and length else 1
        if length == 2:
            stray.append(at - 1)
    return Paired(
        sorted((first, last) for element, first, last in found if element == "strong"), stray
    )


class _Search:
    def __init__(self, data: bytes, inlines: list[Inline]) -> None:
        self.data = data
        self.inlines = {inline.start: inline for inline in inlines}
        self.starts = sorted(self.inlines)
        self.known: dict[Any, tuple[int | None, _Found]] = {}

    def spans(
        self, at: int, end: int, stop: bytes | None, open_: tuple[str, ...]
    ) -> tuple[int | None, _Found]:
        """Read up to `stop`, or to the end if there is none. Memoized.

        Returns where the stop was found (None if nowhere) and the spans on the way. `open_` are the
        open elements, the innermost last.
        """
        key = (at, end, stop, open_)
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = self._read(at, end, stop, open_)
        return known

    def _read(
        self, at: int, end: int, stop: bytes | None, open_: tuple[str, ...]
    ) -> tuple[int | None, _Found]:
        data = self.data
        begun = at
        found: _Found = []
        while at < end:
            at = self._next(at, end)
            if at >= end:
                break
            if stop is not None and self._closes(at, begun, stop, open_[-1]):
                return at, found
            inline = self.inlines.get(at)
            if inline is not None:
                if inline.inner is not None:
                    found += self.spans(*inline.inner, None, _opened(open_, "link"))[1]
                at = inline.end
                if inline.tag:
                    # An element that is never closed extends to the end of its block.
                    close, inside = self.spans(at, end, b"</" + inline.tag, _opened(open_, "html"))
                    found += inside
                    at = self.inlines[close].end if close is not None else end
            elif data[at] == _BACKSLASH:
                at += 2 if at + 1 < end and data[at + 1] in _ESCAPED else 1
            else:
                at, more = self._emphasis(at, end, open_)
                found += more
        return None, found

    def stars(self, at: int, end: int) -> Iterator[int]:
        """The offset of each asterisk outside of code, addresses and escapes."""
        while (at := self._next(at, end)) < end:
            inline = self.inlines.get(at)
            if inline is not None:
                if inline.inner is not None:
                    yield from self.stars(*inline.inner)
                at = inline.end
            elif self.data[at] == _BACKSLASH:
                at += 2
            else:
                if self.data[at] == _STAR:
                    yield at
                at += 1

    def _next(self, at: int, end: int) -> int:
        """The next mark, backslash or inline."""
        match = _MARK.search(self.data, at, end)
        mark = match.start() if match else end
        index = bisect_left(self.starts, at)
        return min(mark, self.starts[index]) if index < len(self.starts) else mark

    def _closes(self, at: int, begun: int, stop: bytes, element: str) -> bool:
        """Whether the text at `at` closes the element that began at `begun`."""
        data = self.data
        after = at + len(stop)
        if element == "html":
            named = data[at:after].lower() == stop and not data[after : after + 1].isalnum()
            return named and at in self.inlines
        if at == begun or not data.startswith(stop, at) or data[at - 1] in _WHITE:
            return False
        doubled = data.startswith(stop * 2, at) and not data.startswith(stop * 3, at)
        if element == "em" and doubled:
            return False
        return stop[:1] != b"_" or not _is_word(data, after)

    def _emphasis(self, at: int, end: int, open_: tuple[str, ...]) -> tuple[int, _Found]:
        """Try to open a mark. Returns where to read on, and the spans in what was opened."""
        data = self.data
        mark = data[at : at + 1]
        run = mark * 2 if data[at + 1 : at + 2] == mark and at + 1 < end else mark
        element = "strong" if len(run) == 2 else "em"
        after = at + len(run)
        behind_word = mark == b"_" and (data[at - 1 : at] == b"-" or _is_letter_before(data, at))
        if behind_word or data[after : after + 1].isspace() or element in open_:
            return after, []
        stop, inner = self.spans(after, end, run, _opened(open_, element))
        if stop is not None:
            return stop + len(run), [(element, at, stop + len(run)), *inner]
        if element == "strong" and open_[-1:] != ("em",):
            stop, inner = self.spans(at + 1, end, mark, _opened(open_, "em"))
            if stop is not None:
                return stop + 1, [("em", at, stop + 1), *inner]
        return after, []


def _opened(open_: tuple[str, ...], element: str) -> tuple[str, ...]:
    """The open elements plus one, reduced to what matters: open emphasis, and the innermost."""
    return (*(one for one in open_ if one in _WIDTH and one != element), element)


def _is_word(data: bytes, at: int) -> bool:
    char = data[at : at + 4].decode("utf-8", "ignore")[:1]
    return char.isalnum()


def _is_letter_before(data: bytes, at: int) -> bool:
    char = data[max(at - 4, 0) : at].decode("utf-8", "ignore")[-1:]
    return char.isalpha()


def nested(spans: list[tuple[int, int]]) -> Iterator[int]:
    """The start of each span that lies in an earlier one; `spans` are sorted."""
    end = 0
    for first, last in spans:
        if first < end:
            yield first
        end = max(end, last)


def lone_marks(data: bytes) -> Iterator[int]:
    """The offsets of underscores outside of words, and of HTML tags; none in a body without ``**`` and
    ``__``. Searching single bytes is much faster than a regular expression.
    """
    marked = b"**" in data or b"__" in data
    at = data.find(b"_") if marked else -1
    while at >= 0:
        if not (at and data[at - 1] in _WORD and data[at + 1 : at + 2].isalnum()):
            yield at
        at = data.find(b"_", at + 1)
    at = data.find(b"<") if marked else -1
    while 0 <= at < len(data) - 1:
        if data[at + 1] in _TAG_START:
            yield at
        at = data.find(b"<", at + 1)
