"""What stands in inline HTML for code, keys, output and variables: ``<code>github</code>``, ``<kbd>q</kbd>``."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_ELEMENT = lazy_bytes(rb"<(code|kbd|samp|var|tt)(?:\s[^<>]{0,200})?>([^<]{1,500})</\1>")


def may_hold(data: bytes) -> bool:
    """Whether a body may hold any of these."""
    return b"</" in data and any(
        tag in data for tag in (b"</code>", b"</kbd>", b"</samp>", b"</var>", b"</tt>")
    )


def masks(text: SearchedText) -> Iterator[Mask]:
    """The content of each such element."""
    for match in _ELEMENT.finditer(text.data):
        if text.is_text(match.start(2)):
            yield Mask(match.start(2), match.end(2), "word")
