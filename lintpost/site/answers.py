"""Whether the queries of a cached result would be answered today as they were then."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from lintpost.site.files import SiteFiles
from lintpost.site.queries import AHEAD, HAS, PAGE, Answer, day, moment


def answers_hold(answers: Iterable[Sequence[Any]], files: SiteFiles, time: datetime) -> bool:
    """Whether every query has the answer that it had; each is a kind, an argument and the answer.

    Stops at the first that has not. `time` is that of the run, with its time zone.
    """
    for kind, argument, answer in answers:
        if kind == HAS:
            found: Answer = files.has(argument)
        elif kind == PAGE:
            found = files.has_page(argument)
        elif kind == AHEAD:
            found = moment(argument) > time
        else:
            found = day(time).isoformat()
        if found != answer:
            return False
    return True
