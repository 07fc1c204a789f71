"""Bold at the first mention of a name, where the house wants it."""

from collections.abc import Iterator

from lintpost.checks.common.bold.marks import add_bold
from lintpost.checks.common.bold.policy import PolicyOptions as Options
from lintpost.checks.common.bold.policy import policy_of
from lintpost.checks.common.bold.spans import bold_around
from lintpost.checks.common.names.mentions import (
    body_mentions,
    in_running_text,
    is_gloss,
    is_link,
)
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.post import Post
from lintpost.site.site import Site


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each name under ``first-mention`` whose first mention is plain."""
    for name, mentions in body_mentions(post, site).items():
        if policy_of(name, options.policy) != "first-mention":
            continue
        running = (at for at, one in enumerate(mentions) if in_running_text(post, site, one))
        index = next(running, None)
        if index is None:
            continue
        first = mentions[index]
        if is_link(post, first) or bold_around(post.markdown, first.start, first.end):
            continue
        following = mentions[index + 1 : index + 3]
        glosses = [other for other in following if is_gloss(post.text, other, first)]
        if any(bold_around(post.markdown, gloss.start, gloss.end) for gloss in glosses):
            continue
        yield Hit(first.start, first.end, "", {"name": first.text}, add_bold(post, [first]))


CHECK = Check(
    name="name-emphasis",
    options=Options,
    messages={"": ("name",)},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("strong",),
)
