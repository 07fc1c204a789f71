"""Dates as front matter writes them."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, NamedTuple

from lintpost.post.lazy import lazy

# Parts of patterns. The digits are ASCII: `\d` takes full-width ones too, and no program reads those.
CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
MONTH = r"(?P<month>[A-Z][a-z]{2,8})"
YEAR = r"(?P<year>[0-9]{4})"
_ZONE = r"(?P<zone>Z|UTC|GMT|JST|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{1,2})"
_NUMERIC = lazy(
    rf"{YEAR}[-/](?P<month>[0-9]{{1,2}})[-/](?P<day>[0-9]{{1,2}})"
    rf"(?:(?:[Tt]|[ \t]+){CLOCK}[ \t]*{_ZONE}?)?"
)
# "8 July 2022" and "Jul 08 2022", with or without the day of the week and a time: what RFC 2822 and
# JavaScript's Date write.
_TAIL = rf",?[ ]+{YEAR}(?:[ ]+{CLOCK}[ ]*(?P<zone>Z|UTC|GMT|JST|[+-][0-9]{{4}})?)?"
_DAY_FIRST = lazy(rf"(?:[A-Z][a-z]{{2,8}},?[ ]+)?(?P<day>[0-9]{{1,2}})[ ]+{MONTH}{_TAIL}")
_MONTH_FIRST = lazy(rf"(?:[A-Z][a-z]{{2,8}},?[ ]+)?{MONTH}[ ]+(?P<day>[0-9]{{1,2}}){_TAIL}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "JST": 9, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}  # fmt: skip
"""Named time zones, in hours ahead of UTC."""


class Moment(NamedTuple):
    """A date, with its time where one is written; `time.tzinfo` is None without a zone."""

    day: date
    time: datetime | None


def parse(value: Any) -> Moment | None:
    """A front-matter value as a date: YAML's own types, ISO 8601 and its looser kin, RFC 2822.

    None where it is none of these, or no such day exists.
    """
    if isinstance(value, date):
        return of_native(value)
    return _written(value.strip()) if isinstance(value, str) else None


def of_native(value: date) -> Moment | None:
    """The moment of a date that the YAML or TOML parser has read."""
    if not 1 < value.year < 9999:
        return None  # beyond what arithmetic with time zones can hold
    return Moment(value.date(), value) if isinstance(value, datetime) else Moment(value, None)


@lru_cache(maxsize=256)
def _written(text: str) -> Moment | None:
    """A date as text; several rules ask for the same one."""
    return first_match(text, (_NUMERIC, _DAY_FIRST, _MONTH_FIRST))


def first_match(text: str, patterns: Iterable[re.Pattern[str]]) -> Moment | None:
    """The moment of the first pattern that matches all of a text."""
    for pattern in patterns:
        if found := pattern.fullmatch(text):
            return moment_of(found.groupdict())
    return None


def moment_of(parts: dict[str, str | None]) -> Moment | None:
    """The moment of a pattern's groups: year, month (a number or a name) and day; hour, minute,
    second, half (AM or PM) and zone where it has them. None where there is no such day or time.
    """
    month = parts["month"] or ""
    name = month.lower()[:3]
    if not month.isdigit() and name not in _MONTHS:
        return None
    year = parts["year"] or ""
    century = "" if len(year) > 2 else "19" if int(year) >= 69 else "20"
    number = int(month) if month.isdigit() else _MONTHS.index(name) + 1
    hour = parts.get("hour")
    try:
        day = date(int(century + year), number, int(parts["day"] or 0))
        if hour is None:
            return of_native(day)
        time = datetime(
            day.year, day.month, day.day,
            _hour(int(hour), parts.get("half") or ""),
            int(parts.get("minute") or 0), int(parts.get("second") or 0),
            tzinfo=zone_of(parts.get("zone")),
        )  # fmt: skip
    except ValueError:
        return None
    return of_native(time)


def _hour(hour: int, half: str) -> int:
    """The hour of the day; raises ValueError for 13 PM."""
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half.lower() == "pm" else 0)


def zone_of(text: str | None) -> timezone | None:
    """A time zone by its name or offset; None without one, and for a name that is not known."""
    if not text:
        return None
    if text[0] not in "+-":
        hours = _ZONES.get(text.upper())
        return None if hours is None else timezone(timedelta(hours=hours)) if hours else UTC
    hour, minute = text[1:3].rstrip(":"), text[3:].replace(":", "")
    offset = timedelta(hours=int(hour), minutes=int(minute or 0))
    return timezone(-offset if text[0] == "-" else offset)


def is_missing_day(text: str) -> bool:
    """Whether a text is written as a date, of a day that no calendar has: 2026-02-30."""
    found = _NUMERIC.fullmatch(text)
    if found is None:
        return False
    try:
        date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return True
    return False
