"""What checks ask of the disk and the clock: their findings hold as long as the answers do."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lintpost.site.files import SiteFiles

HAS, PAGE, AHEAD, TODAY = "has", "page", "ahead", "today"


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


def now() -> datetime:
    """The time of the run; ``SOURCE_DATE_EPOCH`` fixes it (reproducible-builds.org/specs)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def day(time: datetime) -> date:
    """The day that `TODAY` answers with."""
    return time.date()


def still_hold(queries: Iterable[Query], files: "SiteFiles", time: datetime) -> bool:
    """Whether every query has the answer now that it had then."""
    for kind, subject, answer in queries:
        if kind == HAS:
            found: bool | str = files.has(subject)
        elif kind == PAGE:
            found = files.has_page(subject)
        elif kind == AHEAD:
            found = datetime.fromisoformat(subject) > time
        else:
            found = day(time).isoformat()
        if found != answer:
            return False
    return True
