"""Dates with a day of the week that is not theirs.

The calendar is the Gregorian one, by `datetime.date`. Years before 1924 are passed over: Greece was the last
country in Europe to leave the Julian calendar, in 1923.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from lintpost.checks.common.dates.calendar_dates import (
    Written,
    weekday_name,
    weekday_number,
    written,
)
from lintpost.checks.common.dates.post_day import post_days
from lintpost.checks.common.dates.weekday_patterns import DATED_WEEKDAYS
from lintpost.checks.common.patterns.phrases import Match
from lintpost.checks.common.patterns.piece_words import is_in_piece
from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")
_FIRST_YEAR = 1924
_ANY_YEAR = lazy(r"(?<![0-9０-９])(?:19|20|１９|２０)[0-9０-９]{2}(?![0-9０-９])")
_OTHER_YEAR = lazy(
    r"(?i)昨年|去年|前年|一昨年|翌年|来年|同年|当時|令和|平成|昭和|\b(?:last|previous|next|following|that) year\b"
)
_AND = lazy(r"[ 　]?(?:〜|～|[–—-]|から|まで|、|，|,|・|と|及び|および|/|／)[ 　]?")
_SPAN = 120
"""Days from a day of the post within which a date without a year is taken to be of the nearest year."""


class Options(CheckOptions):
    """None."""


def prepare(options: Options, site: Site) -> None:
    """Let the signs of the patterns be looked for from the first post on."""
    DATED_WEEKDAYS.prepare(site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each date, with its day of the week."""
    for name, matches in DATED_WEEKDAYS.matches(post, site, _SCOPES):
        days, scope = post_days(post), scope_of(post, name)
        years = [(found.start(), int(found[0])) for found in _ANY_YEAR.finditer(scope.text)]
        before: tuple[int, date] | None = None
        for match in matches:
            said = weekday_number(match[2]["weekday"])
            day = _following(scope, match, before) or _day(scope, match, said, days, years)
            before = (match[2].end(), day) if day is not None else None
            if day is not None and day.weekday() != said:
                yield _hit(scope, match, day, said)


def _day(
    scope: Scope, match: Match, said: int, days: list[date], years: list[tuple[int, int]]
) -> date | None:
    """The day that a date means; None where that cannot be told."""
    _, piece, found = match
    groups = found.groupdict()
    if not groups.get("month"):
        return None
    when = written(groups)
    if when.year is not None:
        return when.in_year(when.year) if when.year >= _FIRST_YEAR else None
    day = _in_nearest_year(when, said, days)
    if day is not None and _is_of_other_year(scope, piece, found.start(), day.year, years):
        return None
    return day


def _following(scope: Scope, match: Match, before: tuple[int, date] | None) -> date | None:
    """The day of a date that goes on from another: 2025年6月3日（火）〜5日（木）, 〜7月5日（土）."""
    found = match[2]
    groups = found.groupdict()
    if before is None or groups.get("year") or groups.get("era"):
        return None
    end, first = before
    if not _AND.fullmatch(scope.text, end, found.start()):
        return None
    when = written({**groups, "month": groups.get("month") or str(first.month)})
    day = when.in_year(first.year)
    if day is None or day >= first:
        return day
    return when.in_year(first.year + 1) if groups.get("month") else None


def _hit(scope: Scope, match: Match, day: date, said: int) -> Hit:
    _, piece, found = match
    params = {
        "text": scope.shown(piece, *found.span()),
        "day": Text(f"{day:%B} {day.day}, {day.year}", f"{day.year}年{day.month}月{day.day}日"),
        "right": weekday_name(day.weekday()),
        "wrong": weekday_name(said),
    }
    return Hit(*scope.source(piece, *found.span()), "", params)


def _in_nearest_year(when: Written, said: int, days: list[date]) -> date | None:
    """The day that a date without a year most likely is; None where that cannot be told, or one of the
    likely ones is a day of the week as written.
    """
    near = [
        day
        for one in days
        for year in (one.year - 1, one.year, one.year + 1)
        if (day := when.in_year(year)) is not None and abs((day - one).days) <= _SPAN
    ]
    # Early in a year a post may speak of the end of it.
    ahead = [day for one in days if (day := when.in_year(one.year)) is not None and day > one]
    if not near or any(day.weekday() == said for day in (*near, *ahead)):
        return None
    return near[0]


def _is_of_other_year(
    scope: Scope, piece: int, start: int, year: int, years: list[tuple[int, int]]
) -> bool:
    """Whether the text speaks of another year than `year`: the last one that it names, or in the block."""
    before = bisect_right(years, (start, 0)) - 1
    if before >= 0 and years[before][1] != year:
        return True
    return is_in_piece(_OTHER_YEAR, scope, piece)


CHECK = Check(
    name="weekday",
    options=Options,
    messages={"": ("day", "right", "text", "wrong")},
    run=run,
    reads=("front-matter", "markdown"),
    prepare=prepare,
)
