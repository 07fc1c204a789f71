"""Posts with the very same time, whose order in lists nothing but their names decides."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time

from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.checks.common.front_values import entry_of
from lintpost.checks.common.links.path_editions import edition_name, stated_language
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.site import Site

_MOST_RELATED = 5
"""Other posts that a finding points at."""


class Options(CheckOptions):
    """The first of `fields` that a post has is its time; posts that differ in one of `order` are in order."""

    fields: tuple[str, ...] = ("date", "pubDate", "publishDate", "published_at")
    order: tuple[str, ...] = ("weight", "order", "nav_order")


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The time, as it sorts, among posts of a language; none for a day alone, which midnight is, too."""
    entry = next((one for key in options.fields if (one := entry_of(post, key))), None)
    moment = parse(entry.node.value) if entry is not None else None
    if entry is None or moment is None or moment.time is None or moment.time.time() == time():
        return None
    order = [str(one.node.value) for key in options.order if (one := entry_of(post, key))]
    return {
        "sorts": " ".join((_in_utc(moment.time), stated_language(post), *order)),
        "key": entry.key,
        "place": place_of(post, entry.node.start, entry.node.end),
    }


def _in_utc(moment: datetime) -> str:
    return (moment.astimezone(UTC) if moment.tzinfo is not None else moment).isoformat()


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit in each post whose time another post has."""
    posts: dict[str, list[str]] = {}
    for path, fact in facts.items():
        posts.setdefault(fact["sorts"], []).append(path)
    places = {path: Place(*fact["place"]) for path, fact in facts.items()}
    for same in posts.values():
        names = {path: edition_name(path) for path in same if len(same) > 1}
        for path in names:
            others = [other for other in same if names[other] != names[path]]
            if others:
                params = {"key": facts[path]["key"], "path": Text(others[0], others[0])}
                related = tuple((other, places[other]) for other in others[:_MOST_RELATED])
                yield SiteHit(path, places[path], "", params, related=related)


CHECK = Check(
    name="same-date",
    options=Options,
    messages={"": ("key", "path")},
    run=None,
    reads=("front-matter",),
    facts=facts,
    review=review,
)
