"""Mathematics: ``$…$``, ``$$…$$``, ``\\(…\\)`` and ``\\[…\\]``.

A dollar opens where no white space follows; the next one closes where no white space stands before
it and no digit or letter behind it (pandoc's rule, which GitHub, Zenn and kramdown's relatives share,
is about digits alone). So ``$5と$10`` are prices, and ``$HOME、$PATH`` variables.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_DOLLARS = lazy_bytes(rb"\$\$*")
_BLANK_LINE = lazy_bytes(rb"\n[ \t\r]*\n")
_NEW_BLOCK = lazy_bytes(rb"\n[ \t\r]*(?:\n|[-+*>|#]|[0-9]+[.)])")
_LINE_BEFORE = b" \t>"
"""What stands before a displayed formula on its line: marks of a quotation."""
_BACKSLASH = lazy_bytes(rb"\\(?=([(\[]))")
_CLOSERS = {b"(": b"\\)", b"[": b"\\]"}
# Behind a closing dollar: another price, or the name of a variable ($HOME/bin、$PATH).
_GOES_ON = lazy_bytes(rb"[0-9A-Za-z_{]")
_SIGN = lazy(r"[\\^_={}+*/<>|]")
_JAPANESE = lazy("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
_WORDS = lazy(r"[A-Za-z]{3}")
_WHITE = b" \t\r\n"


def may_hold(data: bytes) -> bool:
    """Whether a body may hold mathematics."""
    return b"$" in data or b"\\" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every formula with its marks."""
    if b"$" in text.data:
        yield from _dollars(text)
    if b"\\" in text.data:
        yield from _brackets(text)


def _dollars(text: SearchedText) -> Iterator[Mask]:
    data = text.data
    marks = [
        match.span()
        for match in _DOLLARS.finditer(data)
        if match.end() - match.start() < 3
        and text.is_text(match.start())
        and not _is_escaped(data, match.start())
    ]
    at = 0
    while at < len(marks):
        start, end = marks[at]
        at += 1
        if at == len(marks):
            continue
        close, last = marks[at]
        if end - start == 2:
            # Between the two marks of a displayed formula single ones may stand.
            index = at
            while index < len(marks) and marks[index][1] - marks[index][0] == 1:
                index += 1
            if index == len(marks):
                continue
            close, last = marks[index]
            if text.begins_line(start, _LINE_BEFORE) or not _BLANK_LINE.search(data, end, close):
                yield Mask(start, last, "word")
                at = index + 1
        elif last - close == 1 and _is_formula(data, start, close):
            yield Mask(start, last, "word")
            at += 1


def _is_escaped(data: bytes, at: int) -> bool:
    before = data[max(at - 20, 0) : at]
    return (len(before) - len(before.rstrip(b"\\"))) % 2 == 1


def _is_formula(data: bytes, start: int, close: int) -> bool:
    """Whether two single dollars hold a formula, and no price or variable of a shell."""
    inner = data[start + 1 : close]
    if not inner or inner[0] in _WHITE or inner[-1] in _WHITE or b"`" in inner:
        return False
    if _GOES_ON.match(data, close + 1) or _NEW_BLOCK.search(inner):
        return False
    shown = inner.decode("utf-8", "replace")
    if shown[0].isdigit() or _JAPANESE.search(shown):
        return _SIGN.search(shown) is not None
    return True


def _brackets(text: SearchedText) -> Iterator[Mask]:
    r"""``\(…\)`` and ``\[…\]``, with one backslash or two; without a sign of mathematics they are escapes."""
    data = text.data
    after = 0
    for match in _BACKSLASH.finditer(data):
        start, end = match.start(), match.end() + 1
        if start < after or not text.is_text(end - 1):
            continue
        opener = data[start:end]
        limit = data.find(opener, end)
        close = data.find(_CLOSERS[match[1]], end, limit if limit >= 0 else len(data))
        if close < 0 or _BLANK_LINE.search(data, end, close):
            continue
        shown = data[end:close].decode("utf-8", "replace").rstrip("\\").strip()
        if not _SIGN.search(shown) and (_JAPANESE.search(shown) or _WORDS.search(shown)):
            continue
        if shown:
            after = close + 2
            while start and data[start - 1 : start] == b"\\":
                start -= 1
            yield Mask(start, after, "word")
