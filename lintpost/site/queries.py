"""The queries that checks make of the disk and the clock while they run.

A cached result is valid as long as each of its queries has the same answer (see `answers`).
"""

import os
from datetime import UTC, date, datetime

Query = tuple[str, str]
"""A kind of query, and its argument: for `HAS` a path (relative to the site's root, or absolute), for
`PAGE` a slug, for `AHEAD` a moment in ISO 8601 with its time zone, for `TODAY` nothing (``""``)."""
Answer = bool | str
"""Whether it is so; for `TODAY` the day in ISO 8601."""
HAS, PAGE, AHEAD, TODAY = "has", "page", "ahead", "today"


def now() -> datetime:
    """The time of the run in UTC; ``SOURCE_DATE_EPOCH`` (seconds since 1970) fixes it, see
    https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def moment(written: str) -> datetime:
    """The argument of an `AHEAD` query as a time. Raises `ValueError` for other text."""
    return datetime.fromisoformat(written)


def day(time: datetime) -> date:
    """The day that a `TODAY` query is answered with."""
    return time.date()
