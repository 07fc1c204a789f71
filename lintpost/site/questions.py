"""What checks ask of the disk and the clock: a result holds as long as the answers are the same."""

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lintpost.site.files import SiteFiles

Question = tuple[str, str]
"""A kind of question, and what it is about: a path from the root, an address, a moment in UTC."""
HAS, PAGE, AHEAD, TODAY = "has", "page", "ahead", "today"


def now() -> datetime:
    """The time of the run; ``SOURCE_DATE_EPOCH`` fixes it (reproducible-builds.org/specs)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def moment(written: str) -> datetime:
    """What `AHEAD` is about, read back."""
    return datetime.fromisoformat(written)


def day(time: datetime) -> date:
    """The day that `TODAY` answers with."""
    return time.date()


def still_hold(answers: Iterable[Sequence[Any]], files: "SiteFiles", time: datetime) -> bool:
    """Whether every question (a kind, what it is about, the answer) has the answer that it had."""
    for kind, what, answer in answers:
        if kind == HAS:
            found: bool | str = files.has(what)
        elif kind == PAGE:
            found = files.has_page(what)
        elif kind == AHEAD:
            found = moment(what) > time
        else:
            found = day(time).isoformat()
        if found != answer:
            return False
    return True
