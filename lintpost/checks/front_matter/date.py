"""Dates that cannot be read, lack a time zone, lie ahead or contradict the file's name."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from unicodedata import normalize

from lintpost.checks.common.dates.front_matter_dates import Moment, is_missing_day
from lintpost.checks.common.dates.generator_readers import (
    EXACT,
    EXAMPLES,
    NAMES,
    Reader,
    Value,
    meant,
    read,
    unknown_zone,
    written_for,
)
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Applicability, Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.scalars import quote_value
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_FILE_NAME = lazy(r"([0-9]{4})-([0-9]{2})-([0-9]{2})-")
# A time without a zone may be read anywhere on earth, at most this far ahead of UTC.
_FURTHEST_ZONE = timedelta(hours=14)


class Options(CheckOptions):
    """`fields` are read as dates; `published` are those of them that say when the post goes out.
    `reader`: the site generator or service whose forms of dates count; any: those that most read.
    """

    fields: tuple[str, ...] = (
        "date", "pubDate", "publishDate", "published_at", "last_modified_at", "lastmod", "updated",
        "updatedDate", "modified", "expiryDate",
    )  # fmt: skip
    published: tuple[str, ...] = ("date", "pubDate")
    reader: Reader = "any"
    time_zone: bool = True
    future: bool = True
    file_name: bool = True


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At most one hit for each date."""
    front = post.front_matter
    if front is None or front.root is None:
        return
    for entry in front.root.entries or ():
        if entry.key in options.fields and entry.node.value not in (None, ""):
            hit = _hit(post, front, entry, options, site)
            if hit is not None:
                yield hit


def _hit(post: Post, front: FrontMatter, entry: Entry, options: Options, site: Site) -> Hit | None:
    key, node = entry.key, entry.node
    value = _value(post, front, node)
    params = {"key": key, "value": value.written}
    if options.reader == "qiita" and not isinstance(node.value, str):
        return Hit(node.start, node.end, "text", params, _quoted(post, front, node))
    moment = read(value, options.reader)
    if moment is None:
        return _unread(post, node, value, options.reader, params)
    zone = unknown_zone(value, options.reader) if options.time_zone else ""
    if zone:
        use = written_for(moment, options.reader)
        fix = _written(post, node, use, "unsafe") if _has_zone(moment) else None
        return Hit(node.start, node.end, "zone", {**params, "zone": zone}, fix)
    draft = front.values.get("draft") is True or front.values.get("published") is False
    if options.time_zone and moment.time is not None and not _has_zone(moment):
        return Hit(node.start, node.end, "no-time-zone", params)
    if options.future and key in options.published and not draft and _ahead(moment, site):
        return Hit(node.start, node.end, "future", params)
    needs_published = options.reader == "zenn" and key == "published_at"
    if needs_published and front.values.get("published") is not True and _ahead(moment, site):
        return Hit(node.start, node.end, "unscheduled", params)
    if options.file_name and key in options.published:
        day = _day_of_file(post.path)
        if day and day not in _days(moment):
            return Hit(node.start, node.end, "file-name", {**params, "day": day})
    return None


def _value(post: Post, front: FrontMatter, node: ValueNode) -> Value:
    written = post.text[node.start : node.end]
    bare = written.strip("\"'")
    is_plain = front.format == "yaml" and written[:1] not in ("'", '"', "|", ">", "*")
    return Value(node.value, bare, is_plain)


def _unread(
    post: Post, node: ValueNode, value: Value, reader: Reader, params: dict[str, str]
) -> Hit:
    """A date that the reader cannot read, with the form that it does where one can be told."""
    if is_missing_day(value.written):
        return Hit(node.start, node.end, "no-such-day", params)
    moment = meant(value)
    use = written_for(moment, reader) if moment is not None else ""
    if moment is not None and not value.written.isascii():
        # As little as possible is changed: the figures alone, where that will do.
        plain = normalize("NFKC", value.written)
        use = plain if read(Value(plain, plain, value.plain), reader) == moment else use
    key = "unparsable"
    if use and normalize("NFKC", value.written) != value.written:
        key = "full-width"
    elif moment is not None and reader in EXACT:
        key = "form"
    params = {**params, "use": use or EXAMPLES[reader], "reader": NAMES[reader]}
    return Hit(node.start, node.end, key, params, _written(post, node, use, "safe"))


def _written(post: Post, node: ValueNode, use: str, applicability: Applicability) -> Fix | None:
    """The fix that writes a date in place of another, inside the quotes that are there."""
    if not use or node.items is not None or node.entries is not None:
        return None
    start, end = node.start, node.end
    if post.text[start] in "\"'":
        if node.inner is None:
            return None
        start, end = start + 1, end - 1
    return Fix(applicability, (Edit(start, end, use),))


def _quoted(post: Post, front: FrontMatter, node: ValueNode) -> Fix | None:
    is_date = front.format == "yaml" and isinstance(node.value, date)
    return Fix("safe", (quote_value(post.text, node),)) if is_date else None


def _has_zone(moment: Moment) -> bool:
    return moment.time is not None and moment.time.tzinfo is not None


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


def _reported(options: Options) -> set[str]:
    found = {"unparsable", "full-width", "no-such-day"}
    found |= {"form"} if options.reader in EXACT else set()
    found |= {"text"} if options.reader == "qiita" else set()
    found |= {"unscheduled"} if options.reader == "zenn" else set()
    found |= {"no-time-zone"} if options.time_zone else set()
    found |= {"zone"} if options.time_zone and options.reader == "jekyll" else set()
    found |= {"future"} if options.future else set()
    return found | ({"file-name"} if options.file_name else set())


CHECK = Check(
    name="date",
    options=Options,
    messages={
        "unparsable": ("key", "reader", "use", "value"),
        "full-width": ("key", "reader", "use", "value"),
        "form": ("key", "reader", "use", "value"),
        "no-such-day": ("key", "value"),
        "text": ("key", "value"),
        "zone": ("key", "value", "zone"),
        "no-time-zone": ("key", "value"),
        "future": ("key", "value"),
        "unscheduled": ("key", "value"),
        "file-name": ("day", "key", "value"),
    },
    run=run,
    reported=_reported,
    reads=("front-matter",),
    site=("clock", "files"),
    changes=("front-matter",),
)
