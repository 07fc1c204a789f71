"""Bold marks around nothing."""

from collections.abc import Iterator

from lintpost.checks.common.bold.spans import empty_pairs
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each empty pair; the fix takes the marks out and keeps the space between them."""
    for start, end in empty_pairs(post):
        edits = (Edit(start, start + 2, ""), Edit(end - 2, end, ""))
        # Four asterisks in a row may be meant to be seen: a rating, a masked number.
        in_a_row = end - start == 4
        yield Hit(start, end, "", {}, Fix("unsafe" if in_a_row else "safe", edits))


CHECK = Check(
    name="empty-bold",
    options=Options,
    messages={"": ()},
    run=run,
    reads=("markdown",),
    changes=("strong",),
    block_alone=True,
)
