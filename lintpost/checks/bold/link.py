"""Bold round a link, or inside its text: one way for the whole site."""

import re
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.bold.repair import proved
from lintpost.checks.common.links.source import LINK_SOURCE, is_label, link_filling
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.markdown.body import LINK
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`style`: the marks stand ``outside`` of the link, ``inside`` its text, there are ``none``, or
    ``any`` will do.
    """

    style: Literal["outside", "inside", "none", "any"] = "any"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each bold that is exactly a link, or exactly the text of one, and is set the other way."""
    if options.style == "any":
        return
    for bold in post.markdown.bold:
        inside = bool(post.markdown.flags_at(bold.start) & LINK)
        link = _link(post, bold, inside)
        if link is None or (inside and options.style == "inside") or (not inside and options.style == "outside"):  # fmt: skip
            continue
        edits = _edits(post.text, bold, link, options.style)
        key = options.style
        params = {"text": link["text"].strip("*_")}
        yield Hit(bold.start, bold.end, key, params, _fix(post, bold, edits, site, options.style))


def _link(post: Post, bold: Bold, inside: bool) -> "re.Match[str] | None":
    """The link that a bold span fills, or is all the text of."""
    text = post.text
    if not inside:
        return link_filling(post, bold.inner_start, bold.inner_end)
    if text[bold.start - 1 : bold.start] != "[":
        return None
    link = LINK_SOURCE.match(text, bold.start - 1)
    # The text of a reference is its label too, and must not lose a mark.
    if link is None or link.end("text") != bold.end or is_label(link):
        return None
    return link


def _edits(text: str, bold: Bold, link: "re.Match[str]", style: str) -> tuple[Edit, ...]:
    mark = text[bold.start : bold.inner_start]
    bare = (Edit(bold.start, bold.inner_start, ""), Edit(bold.inner_end, bold.end, ""))
    if style == "none":
        return bare
    if style == "outside":
        start, end = link.span()
        return Edit(start, start, mark), *bare, Edit(end, end, mark)
    if is_label(link):
        return ()
    start, end = link.span("text")
    return bare[0], Edit(start, start, mark), Edit(end, end, mark), bare[1]


def _fix(post: Post, bold: Bold, edits: tuple[Edit, ...], site: Site, style: str) -> Fix | None:
    """The marks moved, where every renderer shows the result; taken off, that is certain."""
    if not edits:
        return None
    if style == "none":
        return Fix("safe", edits)
    inner = post.text[bold.inner_start : bold.inner_end]
    link = LINK_SOURCE.match(post.text, edits[0].start if style == "outside" else bold.inner_start)
    if link is None:
        return None
    after = link["text"] if style == "inside" else f"[{inner}]{link['target']}"
    return Fix("safe", edits) if proved(post, bold, edits, after, site.renderers) else None


CHECK = Check(
    name="bold-link",
    options=Options,
    messages={"outside": ("text",), "inside": ("text",), "none": ("text",)},
    run=run,
    reads=("markdown",),
    site=("renderers",),
    changes=("strong",),
    block_alone=True,
)
