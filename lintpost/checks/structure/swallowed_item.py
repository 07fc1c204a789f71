"""Items of a list that are indented so deep that they run into the text above.

Four columns behind the text of its parent, a bullet begins neither an item nor code, for code cannot interrupt a
paragraph (https://spec.commonmark.org/0.31.2/#indented-code-blocks): it is a part of the sentence.
"""

from bisect import bisect_right
from collections.abc import Iterator

from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy_bytes
from lintpost.post.post import Post
from lintpost.site.site import Site

_MARK = lazy_bytes(rb"\n(?:[ ]{4}|[ ]{0,3}\t)[ \t]*(?P<mark>[-*+]|\d{1,3}[.)])[ \t]+(?=[^\s\d])")


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at the bullet or number of each."""
    markdown = post.markdown
    if not markdown.elements("Item"):
        return
    starts, ends = markdown.prose_runs.shown
    items: SpanSet | None = None
    for match in _MARK.finditer(post.source.data, post.body_byte):
        start = match.start("mark") - post.body_byte
        index = bisect_right(starts, start) - 1
        if index < 0 or start >= ends[index]:
            continue
        if items is None:
            items = SpanSet(zip(*markdown.outermost("Item"), strict=True))
        # The mark of an item is no text; one that is, and begins its line, is swallowed.
        if items.holds_at(start):
            at = markdown.point(start)
            yield Hit(at, at + len(match["mark"]), "", {"mark": match["mark"].decode()})


CHECK = Check(
    name="swallowed-item",
    options=CheckOptions,
    messages={"": ("mark",)},
    run=run,
    reads=("markdown",),
)
