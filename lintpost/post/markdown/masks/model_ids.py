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
# A UUID or a MAC address.
_VALUE = lazy_bytes(
    rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{2}(?:-[0-9a-f]{2}){5}"
)
# covid-19-related, top-10-list: words of a language with a number between them.
_ENGLISH = lazy_bytes(
    rb"(?:covid|early|late|mid|non|post|pre|pro|top|type|under)-.*"
    rb"|.*-(?:aware|based|capable|compatible|compliant|day|days|driven|era|free|hour|in|like|list|long|minute|month|old|only"
    rb"|or|page|party|person|plus|powered|ready|related|specific|step|style|to|type|week|wide|year|years)"
)
_NAME = _WORD + b"-/"
_TAG = lazy_bytes(
    rb":(?:latest|stable|nightly|[0-9]+(?:\.[0-9]+)?b(?:-[0-9a-z_.-]*[0-9a-z])?"
    rb"|[0-9][0-9.]*-(?:alpine|bookworm|bullseye|slim)[0-9a-z.]*)(?![0-9A-Za-z_])"
)
_LONGEST = 60


def may_hold(data: bytes) -> bool:
    """Whether a body may hold such an identifier."""
    return b"-" in data or b":" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every identifier, those with the tag of an image or a model (``qwen2.5-coder:7b``) with it."""
    data = text.data
    for colon in text.colons:
        tag = _TAG.match(data, colon)
        if tag is None:
            continue
        before = data[max(colon - _LONGEST, 0) : colon]
        start = colon - len(before) + len(before.rstrip(_NAME))
        if data[start:colon][:1].isalpha():
            yield Mask(start, tag.end(), "word")
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
        is_id = word[:1].isalpha() and not _ENGLISH.fullmatch(word)
        if is_free and (is_id or _VALUE.fullmatch(word)):
            yield Mask(start, end, "word")
