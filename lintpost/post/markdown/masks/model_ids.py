"""Identifiers in small letters with hyphens and a number: ``gpt-5-mini``, ``claude-3.5-sonnet``, UUIDs.

Hyphened words of a language (state-of-the-art), names with capitals (DeepSeek-R1) and what has one
hyphen alone (gpt-5, which may be a name in wrong letters) are none.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_REST = lazy_bytes(
    rb"-[0-9a-z]+(?:[-.:][0-9a-z]+){0,12}-[0-9a-z]+(?:[-.:@][0-9a-z]+){0,4}(?![0-9A-Za-z_])"
)
_WORD = b"abcdefghijklmnopqrstuvwxyz0123456789."
_DIGIT = lazy_bytes(rb"[0-9]")
_UUID = lazy_bytes(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_LONGEST = 60


def may_hold(data: bytes) -> bool:
    """Whether a body may hold such an identifier."""
    return b"-" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every identifier."""
    data = text.data
    for match in _REST.finditer(data):
        at, end = match.span()
        before = data[max(at - _LONGEST, 0) : at]
        start = at - len(before) + len(before.rstrip(_WORD))
        while start < at and data[start : start + 1] == b".":
            start += 1
        word = data[start:end]
        if start == at or not _DIGIT.search(word) or not text.is_text(start):
            continue
        outside = data[start - 1 : start]
        is_free = not (outside.isalnum() or outside in (b"-", b"_"))
        if is_free and (word[:1].isalpha() or _UUID.fullmatch(word)):
            yield Mask(start, end, "word")
