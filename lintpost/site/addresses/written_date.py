"""Dates of posts, as far as addresses need them."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from lintpost.post.lazy import lazy

_DATE = lazy(
    r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})"
    r"(?:[T ]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r"[ ]*(?P<zone>Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?"
)


class WrittenDate(NamedTuple):
    """A date as it is written. `moment` has no zone where none is written; `has_time` says whether a time is."""

    moment: datetime
    has_time: bool

    def on(self, zone: tzinfo) -> datetime:
        """The moment in a time zone. One without a zone is UTC, as Jekyll's reader has it; one at the edge of the
        calendar stays in its own.
        """
        moment = self.moment if self.moment.tzinfo is not None else self.moment.replace(tzinfo=UTC)
        try:
            return moment.astimezone(zone)
        except OverflowError:
            return moment


def read_date(written: str) -> WrittenDate | None:
    """The date that a text begins with; None where there is none, or no such day."""
    found = _DATE.match(written)
    if found is None:
        return None
    parts = [int(found[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")]
    try:
        moment = datetime(*parts)  # type: ignore[arg-type]
        zone = _zone(found["zone"]) if found["zone"] else None
    except ValueError:
        return None
    return WrittenDate(moment.replace(tzinfo=zone), found["hour"] is not None)


def _zone(written: str) -> tzinfo:
    if written in ("Z", "UTC"):
        return UTC
    sign = -1 if written[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(written[1:3]), minutes=int(written[-2:])))


def is_ahead(written: str, now: datetime) -> bool:
    """Whether a date lies in the future wherever on earth it is read: a date without a zone may be a
    day ahead of `now` (which has a zone) and be past already.
    """
    date = read_date(written)
    if date is None:
        return False
    slack = timedelta(0) if date.moment.tzinfo is not None else timedelta(hours=14)
    return date.on(UTC) > now + slack
