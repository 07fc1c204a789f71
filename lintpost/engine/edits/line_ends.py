"""Line ends of a body at which a comment can stand without changing what is shown."""

from bisect import bisect_left
from itertools import accumulate
from typing import Any

from pyromark import events_with_range

from lintpost.post.markdown.events import OPTIONS
from lintpost.post.post import Post
from lintpost.post.protected import protected

_KINDS = ("Code", "Emphasis", "Image", "InlineHtml", "Link", "Strikethrough", "Strong")


class LineEnds:
    """The line ends of one post's body."""

    def __init__(self, post: Post) -> None:
        self._post = post
        spans = sorted([*_inlines(post), *protected(post)])
        self._starts = [start for start, _ in spans]
        self._last_ends = list(accumulate((end for _, end in spans), max))

    def behind(self, offset: int) -> int | None:
        """The end of the text on the line of an offset, without spaces behind it; None if the line is not
        in a paragraph or list item alone, or markup reaches over its end.
        """
        post, markdown = self._post, self._post.markdown
        start, end = post.source.line_span(post.source.location(offset)[0])
        end = start + len(post.text[start:end].rstrip())
        block = markdown.block_at(offset)
        if block < 0 or markdown.block_at(end - 1) != block or post.text[end - 1] == "\\":
            return None
        if markdown.block(block).kind not in ("Paragraph", "Item"):
            return None
        before = bisect_left(self._starts, end) - 1
        return end if before < 0 or self._last_ends[before] <= end else None


def _inlines(post: Post) -> list[tuple[int, int]]:
    """The spans of code, links, images, emphasis and HTML within lines."""
    body = post.text[post.body :]
    spans = []
    events: Any = events_with_range(body, options=OPTIONS)
    for event, place in events:
        kind = event.get("Start", event) if event.__class__ is dict else event
        name = kind if kind.__class__ is str else next(iter(kind))
        if name in _KINDS:
            spans.append((post.markdown.point(place["start"]), post.markdown.point(place["end"])))
    return spans
