"""Dates that cannot be read, lack a time zone, lie ahead or contradict the file's name."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from lintpost.checks.common.dates import Moment, parse
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_FILE_NAME = lazy(r"(\d{4})-(\d{2})-(\d{2})-")
# A time without a zone may be read anywhere on earth, at most this far ahead of UTC.
_FURTHEST_ZONE = timedelta(hours=14)


class Options(CheckOptions):
    """`fields` are read as dates; `published` are those of them that say when the post goes out."""

    fields: tuple[str, ...] = (
        "date", "pubDate", "publishDate", "published_at", "last_modified_at", "lastmod", "updated",
        "updatedDate", "modified",
    )  # fmt: skip
    published: tuple[str, ...] = ("date", "pubDate")
    time_zone: bool = True
    future: bool = True
    file_name: bool = True


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At most one hit for each date."""
    front = post.front_matter
    if front is None or front.root is None:
        return
    for entry in front.root.entries or ():
        key = entry.key
        if key not in options.fields or entry.node.value is None or entry.node.value == "":
            continue
        start, end = entry.node.start, entry.node.end
        written = post.text[start:end].strip("\"'")
        moment = parse(entry.node.value)
        if moment is None:
            yield Hit(start, end, "unparsable", {"key": key, "value": written})
            continue
        draft = front.values.get("draft") is True or front.values.get("published") is False
        if options.time_zone and moment.time is not None and moment.time.tzinfo is None:
            yield Hit(start, end, "no-time-zone", {"key": key, "value": written})
        elif options.future and key in options.published and not draft and _ahead(moment, site):
            yield Hit(start, end, "future", {"key": key, "value": written})
        elif options.file_name and key in options.published:
            day = _day_of_file(post.path)
            if day and day not in _days(moment):
                yield Hit(start, end, "file-name", {"key": key, "value": written, "day": day})


def _ahead(moment: Moment, site: Site) -> bool:
    if moment.time is None:
        midnight = datetime(moment.day.year, moment.day.month, moment.day.day, tzinfo=UTC)
        return site.is_ahead(midnight - _FURTHEST_ZONE)
    if moment.time.tzinfo is None:
        return site.is_ahead(moment.time.replace(tzinfo=UTC) - _FURTHEST_ZONE)
    return site.is_ahead(moment.time)


def _days(moment: Moment) -> set[str]:
    """The days that a moment may be filed under: as written, and in UTC."""
    days = {moment.day.isoformat()}
    if moment.time is not None and moment.time.tzinfo is not None:
        days.add(moment.time.astimezone(UTC).date().isoformat())
    return days


def _day_of_file(path: str) -> str | None:
    match = _FILE_NAME.match(os.path.basename(path))
    return "-".join(match.groups()) if match else None


CHECK = Check(
    name="date",
    options=Options,
    messages={
        "unparsable": ("key", "value"),
        "no-time-zone": ("key", "value"),
        "future": ("key", "value"),
        "file-name": ("day", "key", "value"),
    },
    run=run,
    reads=("front-matter",),
    site=("clock", "files"),
)
