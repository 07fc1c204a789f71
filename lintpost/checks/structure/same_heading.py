"""The same heading twice under one parent."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.outline import OutlineHeading, outline
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.fold import letters
from lintpost.site.site import Site


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each heading that was there before at its level, below the same heading of a higher level."""
    siblings: list[dict[str, OutlineHeading]] = [{} for _ in range(7)]
    for one in outline(post):
        for level in range(one.level + 1, 7):
            siblings[level] = {}
        key = letters(one.text) or one.text
        before = siblings[one.level].setdefault(key, one)
        if before is not one:
            yield Hit(*one.span(post), "", {"text": one.text}, None, (Related(*before.span(post)),))


CHECK = Check(
    name="same-heading",
    options=CheckOptions,
    messages={"": ("text",)},
    run=run,
    reads=("markdown",),
)
