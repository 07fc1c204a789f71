"""The headings of a post that make its outline: those of the body itself, in no quotation and no list."""

from bisect import bisect_left
from typing import NamedTuple

from lintpost.checks.common.span_set import SpanSet
from lintpost.post.lazy import lazy_bytes
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_HTML_HEADING = lazy_bytes(rb"<[hH][1-6][\s>]")
_ATTRIBUTES = lazy_bytes(rb"[ \t]*\{[:#.][^{}\n]*\}[ \t]*\Z")


class OutlineHeading(NamedTuple):
    """A heading: `first` and `last` are bytes of the body, half-open, without line ends; `level` is 1 to 6, `text`
    what readers see of it.
    """

    first: int
    last: int
    level: int
    text: str

    def span(self, post: Post) -> tuple[int, int]:
        """Its code points in the file, marks included."""
        return post.markdown.point(self.first), post.markdown.point(self.last)


_OUTLINE = MemoKey[list[OutlineHeading]]("outline")


def outline(post: Post) -> list[OutlineHeading]:
    """The headings in the order of the text; none where the post has headings in HTML, whose order is not known."""
    return post.memo.get_or_make(_OUTLINE, lambda: _outline(post))


def _outline(post: Post) -> list[OutlineHeading]:
    markdown = post.markdown
    places = markdown.elements("Heading")
    if not places:
        return []
    data = post.body_data
    if any(
        _HTML_HEADING.search(data, one["start"], one["end"])
        for one in markdown.elements("HtmlBlock")
    ):
        return []
    inner = SpanSet(
        span
        for kind in ("BlockQuote", "Item", "FootnoteDefinition")
        for span in zip(*markdown.outermost(kind), strict=True)
    )
    leaves = markdown.leaves
    found = []
    for place in places:
        start, end = place["start"], place["end"]
        if inner.holds_at(start):
            continue
        leaf = leaves[bisect_left(leaves, (start, -end, ""))]
        source = data[start:end].rstrip()
        text = " ".join(markdown.leaf_text(leaf).split())
        found.append(
            OutlineHeading(start, start + len(source), place["level"], text or _plain(source))
        )
    return found


def _plain(source: bytes) -> str:
    """The text of a heading that is code, an image or HTML alone, as it is written."""
    return _ATTRIBUTES.sub(b"", source).decode("utf-8", "replace").strip("# \t`") or "#"
