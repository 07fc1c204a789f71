"""Addresses: bare URLs, ``www.…``, and mail addresses.

An address ends where GitHub's extended autolinks end it (https://github.github.com/gfm/#autolinks-extension-),
at white space or ``<``, next to Japanese too: what stands behind it without a space is part of the
link that a reader sees. markdown-it's linkify-it takes no more. On a site that no renderer links for
(kramdown), a Japanese mark of punctuation ends it as well.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_SCHEME = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-"
_LONGEST_SCHEME = 24
_REST = lazy_bytes(rb"[^\x00-\x20<]*")
_ASCII_REST = lazy_bytes(rb"[^\x00-\x20<\x80-\xff]*")
_STOP = lazy("[\\s\u200b\u2060]")
_JAPANESE_STOP = lazy(
    "[\\s\u200b\u2060\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff0e"
    "\uff1a\uff1b\uff1f\uff5b-\uff64\u2026\u30fb]"
)
_TRAILING = "?!.,:*_~'\""
_ENTITY = lazy(r"&[A-Za-z0-9]+;\Z")
_WWW = lazy_bytes(rb"w(?=ww\.[^\x00-\x20<>.,)])ww\.")
_CAPITAL_WWW = lazy_bytes(rb"WWW\.(?=[^\x00-\x20<>.,)])")
_BEFORE_WWW = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._@-"
_LOCAL = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-%"
_LONGEST_LOCAL = 80
_HOST = lazy_bytes(rb"@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_MAILTO = (b"mailto:", b"xmpp:")
# What git and scp copy from (git@github.com:owner/repo.git).
_REMOTE = lazy_bytes(rb":(?=[^/\s]{0,100}/|[\w.-]{1,100}\.git)[\w.~/-]*\w")
_PRICE = lazy_bytes(rb"[0-9]+@[0-9]+")


def may_hold(data: bytes) -> bool:
    """Whether a body may hold an address."""
    return b":" in data or b"@" in data or b"w" in data or b"W" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every address."""
    yield from _with_scheme(text)
    yield from _without_scheme(text)
    if b"@" in text.data:
        yield from _mail(text)


def _with_scheme(text: SearchedText) -> Iterator[Mask]:
    data = text.data
    after = 0
    for colon in text.colons:
        if colon < after or not data.startswith(b"://", colon):
            continue
        start = _scheme_start(data, colon, after)
        if start < colon:
            after = address_end(text, start, colon + 3)
            yield Mask(start, after, "address")


def _scheme_start(data: bytes, colon: int, after: int) -> int:
    """Where the scheme before a colon begins: with a letter."""
    before = data[max(colon - _LONGEST_SCHEME, after) : colon]
    start = colon - len(before) + len(before.rstrip(_SCHEME))
    while start < colon and not data[start : start + 1].isalpha():
        start += 1
    return start


def _without_scheme(text: SearchedText) -> Iterator[Mask]:
    data = text.data
    for pattern, sign in ((_WWW, b"ww."), (_CAPITAL_WWW, b"WW.")):
        after = 0
        for match in pattern.finditer(data) if sign in data else ():
            at = match.start()
            is_free = at == 0 or data[at - 1] not in _BEFORE_WWW
            if at >= after and is_free and text.is_text(at):
                after = address_end(text, at, match.end())
                yield Mask(at, after, "address")


def address_end(text: SearchedText, start: int, begin: int, *, is_ascii: bool = False) -> int:
    """Where the address ends that starts at `start` and goes on at least to `begin`.

    `is_ascii`: at the first letter of Japanese, for it has no scheme and GFM makes no link of it.
    """
    stops = _STOP if text.syntax.linkifies else _JAPANESE_STOP
    rest = _ASCII_REST if is_ascii else _REST
    limit = begin
    while True:  # Japanese may go on without a space for long, and holds other addresses
        limit = begin + 4 * max(limit - begin, 25)
        match = rest.match(text.data, begin, limit)
        end = text.text_end(start, match.end() if match else begin)
        shown = text.data[begin:end].decode("utf-8", "ignore")
        stop = stops.search(shown)
        if stop:
            shown = shown[: stop.start()]
        if stop or end < limit:
            break
    return max(begin, begin + len(_trimmed(shown).encode())) if end > begin else begin


def _trimmed(address: str) -> str:
    """An address without the punctuation behind it (GFM's rules, and quotation marks)."""
    size = len(address)
    unopened = address.count(")") - address.count("(")
    while size:
        last = address[size - 1]
        if last in _TRAILING:
            size -= 1
        elif last == ")" and unopened > 0:
            unopened -= 1
            size -= 1
        elif last == ";":
            entity = _ENTITY.search(address, max(size - 32, 0), size)
            size = entity.start() if entity else size - 1
        else:
            break
    return address[:size]


def _mail(text: SearchedText) -> Iterator[Mask]:
    """Mail addresses, and what is written like one (``user@host``, ``package@1.2``)."""
    data = text.data
    after = 0
    for at in text.positions(b"@"):
        if at < after or not text.is_text(at):
            continue
        before = data[max(at - _LONGEST_LOCAL, 0) : at]
        start = at - len(before) + len(before.rstrip(_LOCAL))
        host = _HOST.match(data, at)
        while start < at and data[start : start + 1] in (b".", b"-", b"+"):
            start += 1
        if host and start < at and text.is_text(start):
            end = host.end()
            for scheme in _MAILTO:
                if data.endswith(scheme, 0, start):
                    start -= len(scheme)
            if _PRICE.fullmatch(data, start, end):
                after = end
                continue
            is_mail = b"." in host[0]
            remote = _REMOTE.match(data, end) if is_mail else None
            after = remote.end() if remote else end
            yield Mask(start, after, "address" if is_mail else "word")
