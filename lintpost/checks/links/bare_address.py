"""Addresses that stand in a sentence as they are.

One that has its paragraph or item to itself is no part of a sentence: services such as Zenn and Qiita make a card
of it.
"""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.markdown.body import IMAGE, LINK
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCHEMES = ("http://", "https://")
_OF_LINK = ("](", "] (", "]（", ")[", "）[")
"""What stands before the address of a link that is broken (links/broken-link reports it), or has a size."""


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each; addresses between < and > are links that were meant."""
    text, markdown = post.text, post.markdown
    if text.find("://", post.body) < 0:
        return
    for mask in markdown.masks:
        if mask.kind != "address" or not text.startswith(_SCHEMES, mask.start):
            continue
        if text[max(mask.start - 3, 0) : mask.start].endswith(_OF_LINK):
            continue
        if markdown.flags_at(mask.start) & (LINK | IMAGE) or _is_alone(post, mask.start, mask.end):
            continue
        yield Hit(mask.start, mask.end, "", {"address": text[mask.start : mask.end]})


def _is_alone(post: Post, start: int, end: int) -> bool:
    """Whether nothing else stands in the lines of an address."""
    first = max(post.text.rfind("\n", 0, start) + 1, post.body)
    last = post.text.find("\n", end)
    before, behind = post.text[first:start], post.text[end : last if last >= 0 else len(post.text)]
    return not before.strip(" \t>*+-0123456789.)") and not behind.strip()


CHECK = Check(
    name="bare-address",
    options=CheckOptions,
    messages={"": ("address",)},
    run=run,
    reads=("markdown",),
    block_alone=True,
)
