"""Ranges of years, days and times that end before they begin."""

from collections.abc import Callable, Iterator

from lintpost.checks.common.dates.calendar_dates import DAY, ERA, MONTH, YEAR, era_number, written
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.patterns.signed_patterns import SignedPatterns
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")
_TO = "[ 　]?[〜～–—][ 　]?"
_LAST = "(?P<last>(?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2})"
_LAST_MONTH = MONTH.replace("<month>", "<last_month>")
_ALONE = "(?<![0-9０-９./A-Za-z:：-])"
_NUMBER = "[0-9０-９]{1,2}"
_LATE_IN_MONTH = 20
"""The day of a month from which on a range may run into the next month, which it need not name."""
_NEXT_MORNING = 180
_WHOLE_DAY = 10
"""Minutes. A range of times that ends more than the one before it begins goes on into the next morning
(22:00〜5:00), and one that ends less than the other before it begins is a whole day (5:00〜4:59)."""

Groups = dict[str, str | None]


def _years(groups: Groups) -> bool:
    return int(groups["year"] or 0) > int(groups["last"] or 0)


def _era_years(groups: Groups) -> bool:
    return era_number(groups["era_year"] or "") > int(groups["last"] or 0)


def _days(groups: Groups) -> bool:
    first, last = int(groups["day"] or 0), int(groups["last_day"] or 0)
    if groups["last_month"] is None:
        return last < first < _LATE_IN_MONTH
    return int(groups["last_month"]) == int(groups["month"] or 0) and last < first


def _dates(groups: Groups) -> bool:
    first = [int(groups[part] or 0) for part in ("year", "month", "day")]
    last = [int(groups[part] or 0) for part in ("last", "last_month", "last_day")]
    parts = 3 if groups["day"] and groups["last_day"] else 2
    return first[:parts] > last[:parts]


def _english_dates(groups: Groups) -> bool:
    first, last = written(groups), written(_of_last(groups))
    return (first.year or 0, first.month, first.day) > (last.year or 0, last.month, last.day)


def _of_last(groups: Groups) -> Groups:
    """The parts of the second date of a range under the names of the first's."""
    names = {"year": "last", "month": "last_month", "day": "last_day"}
    return {name: groups[last] for name, last in names.items()}


def _days_of_month(groups: Groups) -> bool:
    return int(groups["day"] or 0) > int(groups["last_day"] or 0)


def _times(groups: Groups) -> bool:
    first, last = _minutes(groups, "hour", "minute"), _minutes(groups, "last_hour", "last_minute")
    return _WHOLE_DAY <= first - last <= _NEXT_MORNING


def _minutes(groups: Groups, hour: str, minute: str) -> int:
    """A time in minutes of its day, or of its half: twelve is the hour before one."""
    hours = int(groups[hour] or 0)
    return (hours % 12 if groups.get("half") else hours) * 60 + int(groups[minute] or 0)


_KINDS: dict[str, Callable[[Groups], bool]] = {
    f"{_ALONE}{YEAR}年?度?{_TO}{_LAST}年度?": _years,
    f"{_ALONE}{YEAR}[–—]{_LAST}(?![0-9.:-])": _years,
    f"(?<![0-9A-Za-z])[Bb]etween {YEAR} and {_LAST}(?=[ ]?[.,;:!?)](?![0-9])|$)": _years,
    f"{ERA}年?{_TO}(?:(?P=era))?(?P<last>{_NUMBER})年(?![間前後])": _era_years,
    f"{_ALONE}{YEAR}年(?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})日)?{_TO}"
    f"{_LAST}年(?P<last_month>{_NUMBER})月(?:(?P<last_day>{_NUMBER})日)?": _dates,
    f"{_ALONE}{YEAR}(?P<sign>[./-])(?P<month>{_NUMBER})(?P=sign)(?P<day>{_NUMBER}){_TO}"
    f"{_LAST}(?P=sign)(?P<last_month>{_NUMBER})(?P=sign)(?P<last_day>{_NUMBER})": _dates,
    f"(?<![0-9A-Za-z]){MONTH}\\.? {DAY}[–—](?P<last_day>{_NUMBER})(?:st|nd|rd|th)?(?![0-9:])": _days_of_month,
    f"(?<![0-9A-Za-z])[Ff]rom {MONTH}\\.? {DAY}, {YEAR},? (?:to|until|through) {_LAST_MONTH}\\.? "
    f"(?P<last_day>{_NUMBER})(?:st|nd|rd|th)?, {_LAST}(?![0-9])": _english_dates,
    f"(?<![0-9０-９])(?P<month>{_NUMBER})月(?P<day>{_NUMBER})日{_TO}"
    f"(?:(?P<last_month>{_NUMBER})月)?(?P<last_day>{_NUMBER})日(?!間)": _days,
    f"(?P<half>午前|午後)(?P<hour>{_NUMBER})時(?:(?P<minute>{_NUMBER})分)?{_TO}"
    f"(?P=half)(?P<last_hour>{_NUMBER})時(?!間)(?:(?P<last_minute>{_NUMBER})分)?": _times,
    f"{_ALONE}(?P<hour>{_NUMBER})時(?:(?P<minute>{_NUMBER})分)?{_TO}"
    f"(?P<last_hour>{_NUMBER})時(?!間)(?:(?P<last_minute>{_NUMBER})分)?": _times,
    f"{_ALONE}(?P<hour>{_NUMBER})[:：](?P<minute>[0-5０-５][0-9０-９])[ 　]?[〜～~–—][ 　]?"
    f"(?P<last_hour>{_NUMBER})[:：](?P<last_minute>[0-5０-５][0-9０-９])(?![0-9０-９:：])": _times,
}
_TESTS = tuple(_KINDS.values())
_SIGNS = ("〜", "～", "~", "–", "—", "between 19", "between 20", "from ")
_NEAR = (
    "(?:(?:19|20|１９|２０)[0-9０-９]{2}年?度?|[0-9０-９][年月日分時度]|[:：][0-5０-５][0-9０-９]|[a-z]\\.? [0-9]{1,2})"
    "[ 　]?[〜～~–—][ 　]?[0-9０-９午令平昭大明]|[Bb]etween|[Ff]rom [A-Z][a-z]{2,8}\\.? [0-9]{1,2}(?:st|nd|rd|th)?, |(?:令和|平成|昭和|大正|明治)[0-9０-９元]{1,2}年?[ 　]?[〜～–—]"
)
_RANGES = SignedPatterns(_SIGNS, tuple(_KINDS), _NEAR)


class Options(CheckOptions):
    """None."""


def prepare(options: Options, site: Site) -> None:
    """Let the signs of the patterns be looked for from the first post on."""
    _RANGES.prepare(site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each such range."""
    for name, matches in _RANGES.matches(post, site, _SCOPES):
        for number, piece, found in matches:
            if _TESTS[number](found.groupdict()):
                scope = scope_of(post, name)
                text = scope.shown(piece, *found.span())
                yield Hit(*scope.source(piece, *found.span()), "", {"text": text})


CHECK = Check(
    name="reversed-range",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("front-matter", "markdown"),
    prepare=prepare,
)
