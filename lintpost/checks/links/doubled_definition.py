"""Labels that are defined twice, for different targets.

CommonMark takes the first definition of a link (https://spec.commonmark.org/0.31.2/#matches), kramdown the last.
"""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.links.references import Definition, references
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`of`: the definitions of ``links`` or of ``footnotes``."""

    of: Literal["links", "footnotes"] = "links"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each definition that says other than the first of its label."""
    found = references(post)
    first: dict[str, Definition] = {}
    point = post.markdown.point
    for one in found.links if options.of == "links" else found.footnotes:
        before = first.setdefault(one.key, one)
        if one.content != before.content and any(char.isalnum() for char in one.label):
            related = (Related(point(before.start), point(before.end)),)
            yield Hit(point(one.start), point(one.end), "", {"label": one.label}, None, related)


CHECK = Check(
    name="doubled-definition",
    options=Options,
    messages={"": ("label",)},
    run=run,
    reads=("markdown",),
)
