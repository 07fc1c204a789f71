"""Links that lead nowhere, or that have nothing to click on.

An image between the brackets is a text; so is what an attribute list behind them makes (``[]{#id}``).
"""

from collections.abc import Iterator

from lintpost.checks.common.link_parts import link_parts
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each link or image without an address, and at each link without a text."""
    for link in link_parts(post, "Link", "Image"):
        if link.address and not link.source.lstrip("!").startswith("["):
            continue
        key = ""
        if link.is_written_out and not link.address:
            key = "address"
        elif not link.is_image and link.has_empty_text:
            key = "text"
        if key:
            span = post.markdown.point(link.start), post.markdown.point(link.end)
            yield Hit(*span, key, {"text": link.source})


CHECK = Check(
    name="empty-link",
    options=CheckOptions,
    messages={"address": ("text",), "text": ("text",)},
    run=run,
    reads=("markdown",),
    block_alone=True,
)
