"""Titles made from one template: an ending, or a beginning, that many posts of a site share."""

from collections.abc import Iterator, Mapping
from math import ceil

from lintpost.checks.common.noted_text import NotedText, note_texts
from lintpost.checks.common.patterns.allowed import any_in
from lintpost.checks.common.patterns.shared_ends import SharedEnd, shared_heads, shared_tails
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.site import Site

_MOST_RELATED = 3
"""Other posts that a finding points at."""


class Options(CheckOptions):
    """`fields` that are looked at, each for itself. An ending or beginning is reported from `posts` posts on that
    have it, and `share` percent of those that have the field. `length`: its Japanese characters; a Latin word
    counts for two. `allow`: patterns of endings and beginnings that are meant.
    """

    fields: tuple[str, ...] = ("title",)
    posts: int = 8
    share: float = 2
    length: int = 8
    allow: tuple[str, ...] = ()


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The texts of the fields."""
    return note_texts(post, options.fields)


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit for each ending or beginning in each post that has it."""
    for field in options.fields:
        noted = {
            path: NotedText.of_fact(fact[field]) for path, fact in facts.items() if field in fact
        }
        texts = [one.text for one in noted.values()]
        least = max(2, options.posts, ceil(len(texts) * options.share / 100))
        for key, find in (("end", shared_tails), ("start", shared_heads)):
            yield from _hits(key, field, noted, find(texts, least, options.length), options)


def _hits(
    key: str,
    field: str,
    noted: Mapping[str, NotedText],
    found: list[SharedEnd | None],
    options: Options,
) -> Iterator[SiteHit]:
    posts: dict[str, list[str]] = {}
    parts: dict[str, tuple[str, SharedEnd]] = {}
    for (path, one), shared in zip(noted.items(), found, strict=True):
        if shared is not None:
            part = one.text[shared.start : shared.end]
            parts[path] = part, shared
            posts.setdefault(part, []).append(path)
    for path, (part, shared) in parts.items():
        if any_in(part, options.allow):
            continue
        params = {"key": field, "text": Text(part, part), "count": shared.texts}
        others = [other for other in posts[part][: _MOST_RELATED + 1] if other != path]
        related = tuple(
            (other, noted[other].part(parts[other][1].start, parts[other][1].end))
            for other in others[:_MOST_RELATED]
        )
        place = noted[path].part(shared.start, shared.end)
        yield SiteHit(path, place, key, params, related=related)


CHECK = Check(
    name="title-template",
    options=Options,
    messages={"end": ("count", "key", "text"), "start": ("count", "key", "text")},
    run=None,
    reads=("front-matter",),
    facts=facts,
    review=review,
)
