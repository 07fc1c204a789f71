"""Headings that are more than one level below the heading before."""

from collections.abc import Iterator
from itertools import pairwise

from lintpost.checks.common.blocks.outline import outline
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each such heading. The first one may have any level."""
    headings = outline(post)
    for before, one in pairwise(headings):
        if one.level > before.level + 1:
            yield Hit(
                *one.span(post), "", {"text": one.text, "level": one.level, "before": before.level}
            )


CHECK = Check(
    name="skipped-level",
    options=CheckOptions,
    messages={"": ("text", "level", "before")},
    run=run,
    reads=("markdown",),
)
