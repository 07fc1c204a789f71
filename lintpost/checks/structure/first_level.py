"""Headings of the first level, which is the title's."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.outline import outline
from lintpost.checks.common.front_values import strings
from lintpost.checks.common.repeated_title import repeated_block
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_TITLE_SHARE = 60
"""As front-matter/title-repeated has it, which reports such a heading."""


class Options(CheckOptions):
    """`printed`: whether the layout prints the title of the front matter; no heading of the body is then of the
    first level.
    """

    printed: bool = True


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit a post: at its first such heading where the layout prints a title, else at its second."""
    tops = [one for one in outline(post) if one.level == 1]
    has_title = options.printed and any(one.value.strip() for one in strings(post, ("title",)))
    if has_title and tops:
        repeated = repeated_block(post, _TITLE_SHARE)
        if repeated is not None and repeated.start == tops[0].span(post)[0]:
            tops = tops[1:]
    wanted = 0 if has_title else 1
    if len(tops) <= wanted:
        return
    others = [*tops[:wanted], *tops[wanted + 1 :]]
    related = tuple(Related(*one.span(post)) for one in others)
    top = tops[wanted]
    yield Hit(
        *top.span(post),
        "title" if has_title else "second",
        {"text": top.text, "count": len(tops)},
        None,
        related,
    )


CHECK = Check(
    name="first-level",
    options=Options,
    messages={"title": ("text", "count"), "second": ("text", "count")},
    run=run,
    reads=("front-matter", "markdown"),
)
