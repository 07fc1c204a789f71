"""What is written with colons inside: ``:emoji:``, ``node:fs``, ``std::vec``, MAC addresses."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_EMOJI = lazy_bytes(rb":(?=[0-9_+-]{0,4}[a-z]|[+-]1:|100:|1234:)[0-9a-z_+-]{1,60}:")
_SCHEME_NAMES = b"""
    about astro blob bun chrome cloudflare data deno docker file gh git github gitlab javascript jsr localhost
    mailto node npm pkg pnpm sha1 sha256 sha512 sms ssh std tel urn vbscript virtual vscode workerd
    workspace yarn
    """
_SCHEMES = frozenset(_SCHEME_NAMES.split())
_SCHEME = b"abcdefghijklmnopqrstuvwxyz0123456789+.-"
_REST = lazy_bytes(rb"[0-9A-Za-z_@/.+#?=&%~:-]+")
_MAC = lazy_bytes(rb"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}(?!:?[0-9A-Za-z])")
_WORD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:"
_SCOPED = lazy_bytes(rb"::[A-Za-z_][0-9A-Za-z_:]*")
_LONGEST = 100


def may_hold(data: bytes) -> bool:
    """Whether a body may hold any of these."""
    return b":" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every one of them."""
    data = text.data
    after = 0
    for at in text.colons:
        span = _span(data, at) if at >= after else None
        if span is not None:
            after = span[1]
            yield Mask(*span, "word")


def _span(data: bytes, at: int) -> tuple[int, int] | None:
    """The span of what has a colon at a byte."""
    before = data[at - 1 : at] if at else b""
    if not before.isalnum() and before != b"_":
        emoji = _EMOJI.match(data, at)
        if emoji and _is_over(data, emoji.end()):
            return emoji.span()
        return None
    if data[at + 1 : at + 2].isdigit() and before.isdigit():
        mac = _MAC.match(data, at - 2) if at > 1 else None
        return mac.span() if mac and not data[at - 3 : at - 2].isalnum() else None
    if data[at + 1 : at + 2] == b":":
        scoped = _SCOPED.match(data, at)
        if scoped is None:
            return None
        word = data[max(at - _LONGEST, 0) : at]
        start = at - len(word) + len(word.rstrip(_WORD))
        # A colon of the sentence before it (型:std::vec) is none of its own.
        end = scoped.end() - len(scoped[0]) + len(scoped[0].rstrip(b":"))
        is_sentence = data[start : start + 1] == b":" and data[start + 1 : start + 2] != b":"
        return start + is_sentence, end
    return _mac_or_module(data, at)


def _is_over(data: bytes, end: int) -> bool:
    """Whether what stands behind an emoji is no more of the same word: no ``:https://``, no ``:std::vec``."""
    behind = data[end : end + 1]
    if behind == b":" and data[end + 1 : end + 2].isalnum():
        return _EMOJI.match(data, end) is not None
    return not behind.isalnum() and not data.startswith(b"//", end)


def _mac_or_module(data: bytes, at: int) -> tuple[int, int] | None:
    mac = _MAC.match(data, at - 2) if at > 1 else None
    if mac and not data[at - 3 : at - 2].isalnum():
        return mac.span()
    word = data[max(at - _LONGEST, 0) : at]
    start = at - len(word) + len(word.rstrip(_SCHEME))
    scheme = data[start:at]
    if scheme not in _SCHEMES or data[start - 1 : start].isalnum():
        return None
    rest = _REST.match(data, at + 1)
    end = rest.end() if rest else at + 1
    if scheme == b"localhost" and not data[at + 1 : at + 2].isdigit():
        return None
    while end > at + 1 and data[end - 1 : end] in (b".", b":", b"?", b"-", b"~"):
        end -= 1
    return (start, end) if end > at + 1 or scheme == b"javascript" else None
