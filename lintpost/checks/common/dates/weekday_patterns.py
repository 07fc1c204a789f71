"""Dates with the day of the week beside them, as patterns."""

from lintpost.checks.common.dates.calendar_dates import (
    DAY,
    DIGIT,
    ERA,
    MONTH,
    MONTH_DAY,
    WEEKDAYS_EN,
    WEEKDAYS_JA,
    YEAR,
)
from lintpost.checks.common.patterns.signed_patterns import SignedPatterns

_NAME = (
    "(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    "|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\\.?"
)
# （月）, (月・祝), （月 10:00開演）, 【月】; （日・月）, （月末） and （日本時間） are none.
_IN_BRACKETS = (
    "(?:[（(［\\[【]|[ 　][（(［\\[【])(?P<weekday>[月火水木金土日])(?:曜日?)?"
    "(?:[・･,、/／ 　]{0,2}(?:祝日?|休日?|振替?休日?|昼|夜|朝))?"
    "(?:[）)］\\]】]|(?=[ 　]?[0-9０-９〜～]))"
)
_IN_LINE = "の?[ 　]?(?P<weekday>[月火水木金土日])曜(?:日|(?=[、。 　にの0-9午夜朝]))"
_STATED = "は、?(?P<weekday>[月火水木金土日])曜日?(?=です|だ[っ。、]|でし|であ|。)"
_WEEKDAY = (_IN_BRACKETS, _IN_LINE, _STATED, f" ?[（(]{_NAME}[）)]")
_FIGURES = (
    f"(?<![0-9A-Za-z./-]){YEAR}(?P<sign>[./-])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})"
)
_DATE = (
    f"(?<![0-9０-９]){YEAR}年[ 　]?{MONTH_DAY}",
    f"{ERA}年[ 　]?{MONTH_DAY}",
    f"(?<![0-9０-９年]){MONTH_DAY}",
    _FIGURES,
)
_SHORT = "(?<![0-9A-Za-z./-])(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})"
# The second day of 6月3日（火）〜5日（木）.
_DAY_ALONE = f"(?<![0-9０-９月])(?P<day>{DIGIT}{{1,2}})日"
_MONTH_FIRST = f"{MONTH}\\.? (?:the )?{DAY}"
_DAY_FIRST = f"{DAY}(?: of)?[ -]{MONTH}\\.?(?![A-Za-z])"
_TAIL = f"(?:,?[ -]{YEAR})?(?![0-9]|:[0-9]| [0-9]{{1,2}}:[0-9]{{2}}:)"

_PATTERNS = (
    *(date + weekday for date in _DATE for weekday in _WEEKDAY),
    *(date + _IN_BRACKETS for date in (_SHORT, _DAY_ALONE)),
    f"(?<![0-9A-Za-z]){_NAME},? (?:the )?{_MONTH_FIRST}{_TAIL}",
    f"(?<![0-9A-Za-z]){_NAME},? (?:the )?{_DAY_FIRST}{_TAIL}",
    f"(?<![0-9A-Za-z]){_MONTH_FIRST}(?:,? {YEAR})?,? \\({_NAME}\\)",
    f"(?<![0-9A-Za-z]){_DAY_FIRST}(?:,? {YEAR})?,? \\({_NAME}\\)",
    f"{_FIGURES},? {_NAME}(?![A-Za-z])",
    f"(?<![0-9A-Za-z]){_NAME},? {_FIGURES}(?![0-9])",
)
_SHORT_NAMES = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
_SIGNS = (
    *(f"{bracket}{name}" for bracket in "（([［【" for name in WEEKDAYS_JA),
    *(f"{name}曜" for name in WEEKDAYS_JA),
    *(f"日は{comma}{name}" for comma in ("", "、") for name in WEEKDAYS_JA),
    *(name.lower() for name in WEEKDAYS_EN),
    *(f"{before}{name}" for before in "(（" for name in _SHORT_NAMES),
    *(f"{name}{mark} " for mark in ",." for name in _SHORT_NAMES),
    *(f" {name} " for name in _SHORT_NAMES),
    *(f"\n{name} " for name in _SHORT_NAMES),
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NEAR = (
    "[0-9０-９]日?[ 　]?[（(［\\[【の]?[ 　]?[月火水木金土日]|日は、?[月火水木金土日]|"
    f"(?i:(?:{_MONTHS})[a-z]*[.]? (?:the )?[0-9]|[0-9](?:st|nd|rd|th)?(?: of)?[ -](?:{_MONTHS})|[0-9]-[0-9]|[0-9日] ?[(（])"
)
DATED_WEEKDAYS = SignedPatterns(_SIGNS, _PATTERNS, _NEAR)
"""Of two matches at one place the longer counts. A day alone (6月3日（火）〜5日（木）) has no group `month`."""
