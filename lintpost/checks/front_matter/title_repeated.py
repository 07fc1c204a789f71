"""A body that opens with its own title."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import strings
from lintpost.checks.common.repeated_title import repeated_block
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`share`: how much of the title (percent of its letters) the line must hold, or be held by it."""

    share: int = 60


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first block of the body, where it is the title again."""
    block = repeated_block(post, options.share)
    if block is None:
        return
    title = next(strings(post, ("title",)))
    end = block.start + len(post.text[block.start : block.end].rstrip())
    key = "heading" if block.kind == "Heading" else "paragraph"
    yield Hit(block.start, end, key, related=(Related(*title.content),))


CHECK = Check(
    name="title-repeated",
    options=Options,
    messages={"paragraph": (), "heading": ()},
    run=run,
    reads=("front-matter", "markdown"),
)
