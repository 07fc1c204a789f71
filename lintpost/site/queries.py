"""The queries that checks make of the disk and the clock while they run.

A cached result is valid as long as each of its queries has the same answer (see `answers`).
"""

import os
from contextlib import suppress
from datetime import UTC, date, datetime, time
from typing import NamedTuple

HAS, PAGE, AHEAD, TODAY = "has", "page", "ahead", "today"
TEXT, NAMES, BELOW = "text", "names", "below"
"""What reviews alone may ask; the answers are digests."""


class Query(NamedTuple):
    """One question with its answer: its kind, and what it is about (a path from the root, an address, a
    moment in UTC).
    """

    kind: str
    subject: str
    answer: bool | str


class Queries:
    """The queries of the checks of one post, each once."""

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], bool | str] = {}

    def record(self, kind: str, subject: str, answer: bool | str) -> None:
        """Add one."""
        self._answers[kind, subject] = answer

    def all(self) -> tuple[Query, ...]:
        """Those recorded so far, in the order in which they were first asked."""
        return tuple(Query(*question, answer) for question, answer in self._answers.items())


_MOST_DIGITS = 20
"""Digits of a time in seconds, at most: `int` refuses thousands of them."""


def now(today: str | None = None) -> datetime:
    """The time of the run: the end of `today` (YYYY-MM-DD, in UTC), where it is given, so that nothing of that day
    lies ahead; else ``SOURCE_DATE_EPOCH`` fixes it (reproducible-builds.org/specs).
    """
    if today is not None:
        return datetime.combine(date.fromisoformat(today), time.max, UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < _MOST_DIGITS:
        with suppress(OverflowError, OSError, ValueError):  # beyond the year 9999, or the platform
            return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def day(moment: datetime) -> date:
    """The day that `TODAY` answers with."""
    return moment.date()
