"""Mentions (``@octocat``) and hashtags (``#生成AI``)."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_MENTION = lazy_bytes(rb"@(?=[0-9_-]{0,20}[A-Za-z])[0-9A-Za-z_-]*(?:/[0-9A-Za-z_.-]*[0-9A-Za-z_])?")
_HASH = lazy_bytes(rb"#(?=[0-9A-Za-z_\x80-\xff])")
_TAG = lazy(r"#(?![0-9]+[\u3041-\u3096])(?=\w*[^\W\d_])[\w\u30fc\u3005]+")
_BEFORE_HASH = lazy("[\\w&/#`*)\\]\u300d\u300f\u3011\uff09]")
_LONGEST = 120


def may_hold(data: bytes) -> bool:
    """Whether a body may hold a handle."""
    return b"@" in data or b"#" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every mention and every hashtag; no C#, no #1 and no #12の."""
    data = text.data
    if b"@" in data:
        for match in _MENTION.finditer(data):
            at = match.start()
            if text.is_text(at) and not data[at - 1 : at].isalnum():
                yield Mask(*match.span(), "word")
    for match in _HASH.finditer(data):
        at = match.start()
        if not text.is_text(at):
            continue
        before = data[max(at - 4, 0) : at].decode("utf-8", "ignore")[-1:]
        if before and _BEFORE_HASH.match(before):
            continue
        end = text.text_end(at, min(at + _LONGEST, len(data)))
        tag = _TAG.match(data[at:end].decode("utf-8", "ignore"))
        if tag:
            yield Mask(at, at + len(tag[0].encode()), "word")
