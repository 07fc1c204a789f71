"""Brackets and quotation marks that open and never close, or the other way round."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import strings
from lintpost.checks.common.sentences.brackets import CLOSER, OPENER, unmatched
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`fields` to look at."""

    fields: tuple[str, ...] = ("title", "excerpt", "description")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each text, at its first mark without a partner."""
    for field in strings(post, options.fields):
        lone = unmatched(field.value).lone
        if lone:
            mark = field.value[lone[0]]
            key = "unclosed" if mark in CLOSER else "unopened"
            params = {
                "key": field.key,
                "mark": mark,
                "partner": CLOSER.get(mark) or OPENER[mark],
            }
            yield Hit(*field.span(lone[0], lone[0] + 1), key, params)


CHECK = Check(
    name="unbalanced",
    options=Options,
    messages={"unclosed": ("key", "mark", "partner"), "unopened": ("key", "mark", "partner")},
    run=run,
    reads=("front-matter",),
)
