"""A post that was changed before it was written."""

from collections.abc import Iterator

from lintpost.checks.common.dates.front_matter_dates import Moment, parse
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import Entry
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`later` dates must not lie before the first of `earlier` that is there."""

    earlier: tuple[str, ...] = ("date", "pubDate", "publishDate", "published_at")
    later: tuple[str, ...] = ("last_modified_at", "lastmod", "updated", "updatedDate", "modified")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At each later date that lies before the post's own."""
    first = next(_dates(post, options.earlier), None)
    if first is None:
        return
    entry, start = first
    for other, moment in _dates(post, options.later):
        if _before(moment, start):
            params = {
                "key": other.key,
                "value": post.text[other.node.start : other.node.end].strip("\"'"),
                "date": entry.key,
                "day": post.text[entry.node.start : entry.node.end].strip("\"'"),
            }
            related = (Related(entry.node.start, entry.node.end),)
            yield Hit(other.node.start, other.node.end, "", params, related=related)


def _dates(post: Post, keys: tuple[str, ...]) -> Iterator[tuple[Entry, Moment]]:
    for key in keys:
        entry = post.front_matter.get(key) if post.front_matter else None
        moment = parse(entry.node.value) if entry is not None else None
        if entry is not None and moment is not None:
            yield entry, moment


def _before(one: Moment, other: Moment) -> bool:
    """By the clock where both know their zone, else by the day."""
    if one.time and other.time and one.time.tzinfo and other.time.tzinfo:
        return one.time < other.time
    return one.day < other.day


CHECK = Check(
    name="date-order",
    options=Options,
    messages={"": ("date", "day", "key", "value")},
    run=run,
    reads=("front-matter",),
    whole_post=True,
)
