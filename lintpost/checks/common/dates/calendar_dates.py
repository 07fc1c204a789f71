"""Dates as prose writes them, in Japanese and English: parts of patterns, and what they say.

The patterns are Python's. Their groups are `year`, or `era` and `era_year`; `month`, a
number or an English name; `day`; and `weekday`.
"""

from datetime import date
from typing import NamedTuple

from lintpost.language import Text

DIGIT = "[0-9０-９]"
YEAR = "(?P<year>(?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2})"
"""A year that the Gregorian calendar has nearly everywhere."""
ERA = f"(?P<era>明治|大正|昭和|平成|令和)(?P<era_year>{DIGIT}{{1,2}}|元)"
MONTH_DAY = f"(?P<month>{DIGIT}{{1,2}})月[ 　]?(?P<day>{DIGIT}{{1,2}})日"
MONTH = (
    "(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"

ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
"""The first year of each Japanese era."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS_JA = "月火水木金土日"
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Written(NamedTuple):
    """A date as it is written; `year` is None where it says none."""

    year: int | None
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Whether a calendar has the day: of its year, or of any where it says none."""
        if not 1 <= self.month <= 12 or self.day < 1:
            return False
        if self.year is None or self.day != 29 or self.month != 2:
            return self.day <= _LONGEST[self.month - 1]
        return self.in_year(self.year) is not None

    def in_year(self, year: int) -> date | None:
        """The day in a year, where that has it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def written(groups: dict[str, str | None]) -> Written:
    """The date of a pattern's groups."""
    month = groups["month"] or ""
    name = month[:3].lower()
    number = MONTHS.index(name) + 1 if name in MONTHS else int(month)
    return Written(year_of(groups), number, int(groups["day"] or 0))


def year_of(groups: dict[str, str | None]) -> int | None:
    """The year of a pattern's groups, in figures or of an era."""
    if groups.get("year"):
        return int(groups["year"] or 0)
    if not groups.get("era"):
        return None
    return ERAS[groups["era"] or ""] + era_number(groups["era_year"] or "") - 1


def era_number(text: str) -> int:
    """The number of a year in its era; the first is written 元, too."""
    return 1 if text == "元" else int(text)


def weekday_number(name: str) -> int:
    """The number of a day of the week by its name or an abbreviation, 0 for Monday."""
    if name in WEEKDAYS_JA:
        return WEEKDAYS_JA.index(name)
    return next(n for n, day in enumerate(WEEKDAYS_EN) if day.startswith(name[:3]))


def weekday_name(number: int) -> Text:
    """The name of a day of the week in both languages, 0 for Monday."""
    return Text(WEEKDAYS_EN[number], f"{WEEKDAYS_JA[number]}曜日")
