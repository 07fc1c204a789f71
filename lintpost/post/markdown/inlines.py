"""The inlines of a body that are not text: code, HTML, images, links."""

from bisect import bisect_left

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.events import Elements, ranges
from lintpost.post.markdown.pairing import Inline

_PLAIN = ("Code", "FootnoteReference", "Image")
_INNER = (*_PLAIN, "InlineHtml", "Link", "Emphasis", "Strong", "Strikethrough")
"""What may stand in the text of a link, text itself left out."""

_ANGLE = ord("<")
_TAG = lazy_bytes(rb"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)[^>]*?(?P<empty>/?)>")
_VOID = {
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source",
    b"track", b"wbr",
}  # fmt: skip


def inlines_of(elements: Elements, texts: list[int], data: bytes) -> list[Inline]:
    """The inlines, sorted by their starts; bytes of the body. `texts` is where the runs of text end, `data` is
    the body in UTF-8.
    """
    found = [Inline(*span) for kind in _PLAIN for span in ranges(elements, kind)]
    found += [
        Inline(first, last, None, _opened(data, first, last))
        for first, last in ranges(elements, "InlineHtml")
    ]
    links = ranges(elements, "Link")
    if links:
        ends = [*texts, *(last for kind in _INNER for _, last in ranges(elements, kind))]
        ends.sort()
        found += [Inline(*link, _text_of(link, ends, data)) for link in links]
    return sorted(found)


def _text_of(link: tuple[int, int], ends: list[int], data: bytes) -> tuple[int, int] | None:
    """The range of a link's text; None for ``<address>``. `ends` is where anything that stands in a link ends."""
    first, last = link
    if data[first] == _ANGLE:
        return None
    index = bisect_left(ends, last)
    end = ends[index - 1] if index else first
    return (first + 1, end) if end > first else None


def _opened(data: bytes, start: int, end: int) -> bytes:
    """The lower-case name of the element that an HTML tag opens; empty if it opens none."""
    tag = _TAG.fullmatch(data, start, end)
    name = tag["name"].lower() if tag else b""
    return b"" if tag is None or tag["close"] or tag["empty"] or name in _VOID else name
