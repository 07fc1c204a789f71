"""What is hidden behind asterisks: ``03-****-1234``, ``sk-****``, ``****1234``, ``t***@example.com``."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_STARS = lazy_bytes(rb"\*(?=\*\*)[0-9A-Za-z*_-]*(?:@[0-9A-Za-z*][0-9A-Za-z.*-]*[0-9A-Za-z])?")
_BEFORE = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*_-"
# A hyphen beside three or more; four or more beside letters or digits on one side alone.
_HIDDEN = lazy_bytes(
    rb"(?=.*[0-9A-Za-z]).*(?:-\*{3}|\*{3}-).*|[0-9A-Za-z]{2,}\*{4,}|\*{4,}[0-9A-Za-z]{2,}|[0-9]+\*{3,}[0-9]+|[0-9A-Za-z]*\*{3,}[0-9A-Za-z]*@.*"
)
_LONGEST = 60


def may_hold(data: bytes) -> bool:
    """Whether a body may hold such asterisks."""
    return b"*" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every word with hidden parts."""
    data = text.data
    for match in _STARS.finditer(data):
        at, end = match.span()
        before = data[max(at - _LONGEST, 0) : at]
        start = at - len(before) + len(before.rstrip(_BEFORE))
        inner = text.without_marks(start, end)
        if _HIDDEN.fullmatch(data, *inner):
            start, end = inner
        if _HIDDEN.fullmatch(data, start, end) and text.has_text(start, end):
            yield Mask(start, end, "word")
