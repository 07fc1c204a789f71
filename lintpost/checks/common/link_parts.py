"""The links and images of a body, with their addresses, as the parser reads them."""

from collections.abc import Iterator
from typing import NamedTuple

from lintpost.post.post import Post

_LONGEST = 2000
"""Bytes of the source that are read: images may stand in images."""


class LinkPart(NamedTuple):
    """A link or an image. `start` and `end` are bytes of the body, half-open; `source` is what stands there, of a
    long one the beginning.

    `type` is pulldown-cmark's: ``Inline``, ``Reference``, ``Collapsed``, ``Shortcut``, ``Autolink``, ``Email``.
    """

    start: int
    end: int
    source: str
    type: str
    address: str
    is_image: bool


def link_parts(post: Post, *kinds: str) -> Iterator[LinkPart]:
    """The elements of some kinds (``Link``, ``Image``) in the order of the text."""
    markdown = post.markdown
    places = [(place, kind) for kind in kinds for place in markdown.elements(kind)]
    if len(kinds) > 1:
        places.sort(key=lambda one: (one[0]["start"], -one[0]["end"]))
    if not places:
        return
    data = post.source.data[post.body_byte :]
    for place, kind in places:
        start, end, link = place["start"], place["end"], place["link"]
        source = data[start : min(end, start + _LONGEST)].decode("utf-8", "ignore")
        yield LinkPart(start, end, source, link["link_type"], link["dest_url"], kind == "Image")
