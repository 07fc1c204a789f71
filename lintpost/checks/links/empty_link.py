"""Links that lead nowhere, or that have nothing to click on.

An image between the brackets is a text; so is what an attribute list behind them makes (``[]{#id}``).
"""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy_bytes
from lintpost.post.post import Post
from lintpost.site.site import Site

_OPENING = (b"[]", b"[ ", b"[\t", b"[\n", b"[\r")
_NO_TEXT = lazy_bytes(rb"\[\s*\][(\[]")


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each link or image without an address, and at each link without a text."""
    for kind in ("Link", "Image"):
        for one in post.markdown.elements(kind):
            start, end, link = one["start"], one["end"], one["link"]
            if not link["dest_url"] and link["link_type"] == "Inline":
                yield _hit(post, start, end, "address")
            elif kind == "Link" and post.source.data.startswith(_OPENING, post.body_byte + start):
                source = post.source.data[post.body_byte + start : post.body_byte + end]
                if _NO_TEXT.match(source):
                    yield _hit(post, start, end, "text")


def _hit(post: Post, start: int, end: int, key: str) -> Hit:
    span = post.markdown.point(start), post.markdown.point(end)
    return Hit(*span, key, {"text": post.text[slice(*span)]})


CHECK = Check(
    name="empty-link",
    options=CheckOptions,
    messages={"address": ("text",), "text": ("text",)},
    run=run,
    reads=("markdown",),
    block_alone=True,
)
