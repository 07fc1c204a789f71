"""HTML whose content the renderer reads as Markdown: kramdown's ``markdown="1"``, and all of it in MDX.

CommonMark takes such a block for HTML up to the next blank line. In a text in which its tags are
filled with spaces, or have a name that begins no block, it reads the content as Markdown; every
offset stays true.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.mdx import LONGEST_TAG, TAG
from lintpost.post.markdown.masks.spans import Span

_KRAMDOWN = lazy_bytes(
    rb"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/])[^<>]*?\smarkdown[ \t]*=[ \t]*[\"']?(?:1|block|span)\b[^<>]*>"
)
_HTML_TAG = lazy_bytes(rb"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?>")
_TAG_START = lazy_bytes(rb"<(?=/?[A-Za-z>])")
_NAME = lazy_bytes(rb"</?([A-Za-z][\w.:-]*)")
_BLANK = b" \t\r\f\v"
_LINE_END = ord("\n")
_REST_OF_LINE = lazy_bytes(rb"[ \t\r\f\v]*(?:\n|\Z)")
# Blocks that end at their own closing tag and hold no Markdown.
_RAW = (b"<script", b"<style", b"<pre", b"<textarea", b"<!--", b"<?", b"<![")


def may_hold_markdown(data: bytes, *, kramdown: bool, is_mdx: bool) -> bool:
    """Whether a body may hold such HTML."""
    return is_mdx or (kramdown and b"markdown=" in data)


def tags_around_markdown(
    data: bytes, html: list[Span], code: list[Span], *, is_mdx: bool
) -> list[Span]:
    """The tags of blocks of HTML whose content is Markdown, in order; bytes of the body.

    `html` and `code` are the blocks that CommonMark sees.
    """
    blocks = [
        (first, last)
        for first, last in html
        if not data[first:last].lstrip().lower().startswith(_RAW)
    ]
    found = _jsx(data, blocks) if is_mdx else _kramdown(data, blocks, code)
    return sorted(found)


def filled(data: bytes, tags: list[Span]) -> bytes:
    """A body with tags filled with spaces where they have their lines to themselves, else renamed."""
    pieces = []
    at = 0
    for first, last in tags:
        pieces += [data[at:first], _stand_in(data, first, last)]
        at = last
    return b"".join([*pieces, data[at:]])


def _stand_in(data: bytes, first: int, last: int) -> bytes:
    tag = data[first:last]
    before = first
    while before and data[before - 1] in _BLANK:
        before -= 1
    if (not before or data[before - 1] == _LINE_END) and _REST_OF_LINE.match(data, last):
        return b"\n".join(b" " * len(part) for part in tag.split(b"\n"))
    name = _NAME.match(tag)
    if name is None:
        return tag
    return tag[: name.start(1)] + b"x" * len(name[1]) + tag[name.end(1) :]


def _jsx(data: bytes, blocks: list[Span]) -> Iterator[Span]:
    for first, last in blocks:
        after = first
        for match in _TAG_START.finditer(data, first, last):
            if match.start() >= after:
                tag = TAG.match(data, match.start(), min(match.start() + LONGEST_TAG, last))
                if tag is not None:
                    after = tag.end()
                    yield tag.span()


def _kramdown(data: bytes, blocks: list[Span], code: list[Span]) -> Iterator[Span]:
    opening = [
        match.span() for first, last in blocks for match in _KRAMDOWN.finditer(data, first, last)
    ]
    if not opening:
        return
    closing = _closing_tags(data, code)
    for first, last in opening:
        yield first, last
        if first in closing:
            yield closing[first]


def _closing_tags(data: bytes, code: list[Span]) -> dict[int, Span]:
    """Where each element begins, with the span of its closing tag."""
    closing: dict[int, Span] = {}
    opened: dict[bytes, list[int]] = {}
    blocks = iter(code)
    block = next(blocks, None)
    for match in _HTML_TAG.finditer(data):
        at = match.start()
        while block is not None and block[1] <= at:
            block = next(blocks, None)
        if block is not None and block[0] <= at:
            continue
        starts = opened.setdefault(match[2].lower(), [])
        if not match[1]:
            starts.append(at)
        elif starts:
            closing[starts.pop()] = match.span()
    return closing
