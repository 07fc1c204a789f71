"""Headings with nothing below them."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.outline import outline
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy_bytes
from lintpost.post.post import Post
from lintpost.site.site import Site

_NOTHING = lazy_bytes(rb"(?:\s|<!--(?:[^-]|-(?!->)){0,2000}-->|\{:[^{}\n]*\})*")
_MARKER = (b"toc", b"more", b"include", b"insert", b"#", b"lintpost")
"""In a comment: it may be a mark at which a program sets something."""


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each heading that the end, or a heading of the same or a higher level, follows at once."""
    headings = outline(post)
    if not headings:
        return
    data = post.body_data
    for index, one in enumerate(headings):
        is_last = index + 1 == len(headings)
        if not is_last and headings[index + 1].level > one.level:
            continue
        below = data[one.last : len(data) if is_last else headings[index + 1].first]
        if _NOTHING.fullmatch(below) and not any(mark in below.lower() for mark in _MARKER):
            yield Hit(*one.span(post), "last" if is_last else "next", {"text": one.text})


CHECK = Check(
    name="empty-section",
    options=CheckOptions,
    messages={"next": ("text",), "last": ("text",)},
    run=run,
    reads=("markdown",),
)
