"""A post without a front-matter block."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.post.source import BOM
from lintpost.site.site import Site


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first line, where a block should have begun."""
    if post.front_matter is not None:
        return
    start = len(BOM) if post.text.startswith(BOM) else 0
    if not post.text[start:].strip():
        yield Hit(start, start, "empty-file")
        return
    end = post.source.line_span(1)[1]
    yield Hit(start, max(start, end), "missing")


CHECK = Check(
    name="front-matter-missing",
    options=Options,
    messages={"missing": (), "empty-file": ()},
    run=run,
    reads=("front-matter",),
    whole_post=True,
)
