"""Emphasis as kramdown pairs it, for the few blocks where the shadow cannot say.

A lone ``*``, ``***``, marks behind white space and underscores are paired by kramdown's own search
(kramdown 2.4, ``lib/kramdown/parser/kramdown/emphasis.rb``): a mark opens where no white space
follows and nothing of its kind is open; it closes at the first such mark that no white space
precedes; what never closes is text, and a ``**`` that never closes is tried as a single ``*``.

Everything here is in bytes of the body: the marks, and what decides over them, are ASCII.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lintpost.post.lazy import lazy_bytes

_WHITE = frozenset(b" \t\n\r\f\v")
_MARK = lazy_bytes(rb"[*_\\]")
_ESCAPED = frozenset(b"\\.*_+`<>()[]{}#!:|\"'$=-")


class Inline(NamedTuple):
    """What a block holds beside text: bytes of the body, half-open.

    `inner` is the text of a link, which is paired on its own; None for what no mark can stand in
    (code, addresses, images). `tag` is the name of an HTML element that begins here, in lower case.
    """

    start: int
    end: int
    inner: tuple[int, int] | None = None
    tag: bytes = b""


class Paired(NamedTuple):
    """What a block's marks make: bold with its marks, and where marks are left over."""

    strong: list[tuple[int, int]]
    stray: list[int]


_Found = list[tuple[str, int, int]]
_STAR, _BACKSLASH = ord("*"), ord("\\")
_WORD = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
_TAG_START = frozenset(b"/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_WIDTH = {"strong": 2, "em": 1}


MOST_MARKS = 300
"""Marks and inlines of a block up to which it is searched: the search is quadratic at its worst."""


def is_searchable(data: bytes, start: int, end: int, inlines: list[Inline]) -> bool:
    """Whether a block is small enough to be searched in a moment."""
    marks = data.count(b"*", start, end) + data.count(b"_", start, end)
    return marks + len(inlines) <= MOST_MARKS


def pair(data: bytes, start: int, end: int, inlines: Iterable[Inline]) -> Paired:
    """Pair the marks of one block. `stray` is where two or more ``*`` stand that pair with nothing.

    Of ``***a***`` kramdown makes emphasis in bold and CommonMark bold in emphasis, which looks the
    same; it is given as CommonMark's.
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
        if data[first:last].strip(b"*_")  # of **** kramdown makes emphasis on two asterisks
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
        """Read on to `stop`, or to the end where there is none.

        Returns where the stop was found (None: nowhere) and the bold on the way. `open_` are the
        elements that are open, the innermost last. What was read once from a place under the same
        elements is not read again.
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
                    # An element that is never closed holds the rest of its block.
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
        """Where each asterisk stands that is no code, address or escape."""
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
        for start in self.starts:
            if start >= at:
                return min(mark, start)
        return mark

    def _closes(self, at: int, begun: int, stop: bytes, element: str) -> bool:
        """Whether what stands here ends the element that was begun at `begun`."""
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
        """Try to open a mark; returns where to read on, and the bold in what was opened."""
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
    """The open elements with one more: emphasis that is open, and the innermost; no more matters."""
    return (*(one for one in open_ if one in _WIDTH and one != element), element)


def _is_word(data: bytes, at: int) -> bool:
    char = data[at : at + 4].decode("utf-8", "ignore")[:1]
    return char.isalnum()


def _is_letter_before(data: bytes, at: int) -> bool:
    char = data[max(at - 4, 0) : at].decode("utf-8", "ignore")[-1:]
    return char.isalpha()


def nested(spans: list[tuple[int, int]]) -> Iterator[int]:
    """Where each span begins that lies in an earlier one; `spans` are sorted."""
    end = 0
    for first, last in spans:
        if first < end:
            yield first
        end = max(end, last)


def lone_marks(data: bytes) -> Iterator[int]:
    """Where underscores stand that are not inside a word, and HTML tags; none in a body without
    marks. A search by single bytes is far faster than an expression.
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
