"""The same title, or the same description, on several posts of a site."""

from collections.abc import Iterator, Mapping

from lintpost.checks.common.links.path_editions import edition_name
from lintpost.checks.common.noted_text import NotedText, note_texts
from lintpost.checks.common.patterns.allowed import any_in
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site

_MOST_RELATED = 5
"""Other posts that a finding points at."""


class Options(CheckOptions):
    """`fields` that are compared, each for itself, but for width, case and spaces. `allow`: patterns of texts
    that may repeat.
    """

    fields: tuple[str, ...] = ("title",)
    allow: tuple[str, ...] = ()


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The texts of the fields."""
    return note_texts(post, options.fields)


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit in each post for each text that another post has, unless one is the other's translation."""
    for field in options.fields:
        posts: dict[str, dict[str, NotedText]] = {}
        for path, fact in facts.items():
            if field in fact:
                noted = NotedText.of_fact(fact[field])
                posts.setdefault(fold(noted.text), {})[path] = noted
        for same in posts.values():
            if len(same) > 1:
                yield from _hits(field, same, options)


def _hits(field: str, same: Mapping[str, NotedText], options: Options) -> Iterator[SiteHit]:
    names = {path: edition_name(path) for path in same}
    for path, noted in same.items():
        others = [other for other in same if names[other] != names[path]]
        if not others or any_in(noted.text, options.allow):
            continue
        params = {"key": field, "count": len(others), "path": Text(others[0], others[0])}
        key = "one" if len(others) == 1 else "several"
        related = tuple((other, same[other].place) for other in others[:_MOST_RELATED])
        yield SiteHit(path, noted.place, key, params, related=related)


CHECK = Check(
    name="same-title",
    options=Options,
    messages={"one": ("key", "path"), "several": ("count", "key", "path")},
    run=None,
    reads=("front-matter",),
    facts=facts,
    review=review,
)
