"""Dates as front matter writes them."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, NamedTuple

from lintpost.post.lazy import lazy

_ISO = lazy(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"[ \t]*(Z|UTC|GMT|JST|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?)?"
)
# "Jul 08 2022", "8 July 2022", "Mon, 02 Jan 2006 15:04:05 +0900": what JavaScript's Date and RFC
# 2822 write.
_NAMED = (
    r"(?:[A-Z][a-z]{2,8},?[ ]+)?(?:(\d{1,2})[ ]+([A-Z][a-z]{2,8})|([A-Z][a-z]{2,8})[ ]+(\d{1,2}))"
    r",?[ ]+(\d{4})(?:[ ]+(\d{1,2}):(\d{2})(?::(\d{2}))?[ ]*(Z|UTC|GMT|JST|[+-]\d{4})?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Moment(NamedTuple):
    """A date, with its time where one is written; `time.tzinfo` is None without a zone."""

    day: date
    time: datetime | None


def parse(value: Any) -> Moment | None:
    """A front-matter value as a date: YAML's own types, ISO 8601 and its looser kin, RFC 2822.

    None where it is none of these, or no such day exists.
    """
    if isinstance(value, datetime):
        return Moment(value.date(), value)
    if isinstance(value, date):
        return Moment(value, None)
    return _written(value.strip()) if isinstance(value, str) else None


@lru_cache(maxsize=256)
def _written(text: str) -> Moment | None:
    """A date as text; several rules ask for the same one."""
    try:
        if match := _ISO.fullmatch(text):
            year, month, day, hour, minute, second, zone = match.groups()
        elif match := re.fullmatch(_NAMED, text):
            day1, month1, month2, day2, year, hour, minute, second, zone = match.groups()
            name = (month1 or month2).lower()[:3]
            if name not in _MONTHS:
                return None
            month, day = str(_MONTHS.index(name) + 1), day1 or day2
        else:
            return None
        when = date(int(year), int(month), int(day))
        if hour is None:
            return Moment(when, None)
        time = datetime(
            when.year, when.month, when.day, int(hour), int(minute), int(second or 0),
            tzinfo=_zone(zone),
        )  # fmt: skip
        return Moment(when, time)
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in ("Z", "UTC", "GMT"):
        return UTC
    if text == "JST":
        return timezone(timedelta(hours=9))
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)
