"""The inlines of a body that are not text, from the parser's events: code, HTML, images, links."""

from collections.abc import Iterable
from typing import Any

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.pairing import Inline

_ANGLE = ord("<")
_TAG = lazy_bytes(rb"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)[^>]*?(?P<empty>/?)>")
_VOID = {
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source",
    b"track", b"wbr",
}  # fmt: skip


def inlines_of(events: Iterable[tuple[Any, Any]], data: bytes) -> list[Inline]:
    """The inlines, sorted by their starts; bytes of the body. `data` is the body in UTF-8."""
    found: list[Inline] = []
    links: list[list[int]] = []
    for event, place in events:
        kind = event if isinstance(event, str) else next(iter(event))
        value = event[kind] if isinstance(event, dict) else None
        name = next(iter(value)) if isinstance(value, dict) else value
        start, end = place["start"], place["end"]
        if kind == "End":
            if name == "Link":
                first, last, left, right = links.pop()
                inner = (left, right) if left >= 0 and data[first] != _ANGLE else None
                found.append(Inline(first, last, inner))
            continue
        for link in links:
            link[2] = start if link[2] < 0 else link[2]
            link[3] = max(link[3], end)
        if kind == "Start" and name == "Link":
            links.append([start, end, -1, -1])
        elif kind == "InlineHtml":
            found.append(Inline(start, end, None, _opened(data, start, end)))
        elif kind in ("Code", "FootnoteReference") or (kind == "Start" and name == "Image"):
            found.append(Inline(start, end))
    return sorted(found)


def _opened(data: bytes, start: int, end: int) -> bytes:
    """The lower-case name of the element that an HTML tag opens; empty if it opens none."""
    tag = _TAG.fullmatch(data, start, end)
    name = tag["name"].lower() if tag else b""
    return b"" if tag is None or tag["close"] or tag["empty"] or name in _VOID else name
