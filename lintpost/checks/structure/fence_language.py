"""Fenced code that does not say its language."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.fences import fences
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each opening fence with nothing behind it."""
    for fence in fences(post):
        if not fence.info:
            yield Hit(*fence.opening(post), "", {"fence": fence.marks})


CHECK = Check(
    name="fence-language",
    options=CheckOptions,
    messages={"": ("fence",)},
    run=run,
    reads=("markdown",),
)
