"""The links and images of a body, with their addresses, as the parser reads them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintpost.post.post import Post

_LONGEST = 2000
"""Bytes of the source that are read: images may stand in images."""


class LinkPart(NamedTuple):
    """A link or an image. `start` and `end` are bytes of the body, half-open; `source` is what stands there, of a
    long one the beginning.
    """

    start: int
    end: int
    source: str
    address: str


def link_parts(post: Post, kind: Literal["Link", "Image"]) -> Iterator[LinkPart]:
    """The links or the images in the order of the text."""
    places = post.markdown.elements(kind)
    if not places:
        return
    data = post.body_data
    for place in places:
        start, end, link = place["start"], place["end"], place["link"]
        source = data[start : min(end, start + _LONGEST)].decode("utf-8", "ignore")
        yield LinkPart(start, end, source, link["dest_url"])
