"""Whether the disk and the clock still answer queries as they did."""

from collections.abc import Iterable
from datetime import datetime

from lintpost.site.files import SiteFiles
from lintpost.site.queries import AHEAD, BELOW, HAS, NAMES, PAGE, TEXT, Query, day
from lintpost.site.review_files import digest_of_text


def answers_hold(queries: Iterable[Query], files: SiteFiles, time: datetime) -> bool:
    """Whether every query has its recorded answer at a time (with a time zone)."""
    for kind, subject, answer in queries:
        if kind == HAS:
            found: bool | str = files.has(subject)
        elif kind == PAGE:
            found = files.has_page(subject)
        elif kind == TEXT:
            found = digest_of_text(files.text(subject))
        elif kind == NAMES:
            found = digest_of_text("\0".join(sorted(files.names_in(subject))))
        elif kind == BELOW:
            found = digest_of_text("\0".join(files.below(subject)))
        elif kind == AHEAD:
            found = datetime.fromisoformat(subject) > time
        else:
            found = day(time).isoformat()
        if found != answer:
            return False
    return True
