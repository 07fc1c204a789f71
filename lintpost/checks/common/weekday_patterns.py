"""Dates with the day of the week beside them, as patterns."""

from lintpost.checks.common.calendar_dates import DAY, DIGIT, ERA, MONTH, MONTH_DAY, YEAR

_NAME = (
    "(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    "|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\\.?"
)
# （月）, (月・祝), （月 10:00開演）, 【月】; （日・月）, （月末） and （日本時間） are none.
_IN_BRACKETS = (
    "(?:[（(［\\[【]|[ 　][（(［\\[【])(?<weekday>[月火水木金土日])(?:曜日?)?"
    "(?:[・･,、/／ 　]{0,2}(?:祝日?|休日?|振替?休日?|昼|夜|朝))?"
    "(?:[）)］\\]】]|(?=[ 　]?[0-9０-９〜～]))"
)
_IN_LINE = "の?[ 　]?(?<weekday>[月火水木金土日])曜(?:日|(?=[、。 　にの0-9午夜朝]))"
_STATED = "は、?(?<weekday>[月火水木金土日])曜日?(?=です|だ[っ。、]|でし|であ|。)"
_WEEKDAY = (_IN_BRACKETS, _IN_LINE, _STATED, f" ?[（(]{_NAME}[）)]")
_FIGURES = (
    f"(?<![0-9A-Za-z./-]){YEAR}(?<sign>[./-])(?<month>[0-9]{{1,2}})\\k<sign>(?<day>[0-9]{{1,2}})"
)
_DATE = (
    f"(?<![0-9０-９]){YEAR}年[ 　]?{MONTH_DAY}",
    f"{ERA}年[ 　]?{MONTH_DAY}",
    f"(?<![0-9０-９年]){MONTH_DAY}",
    _FIGURES,
)
_SHORT = "(?<![0-9A-Za-z./-])(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})"
# The second day of 6月3日（火）〜5日（木）.
_DAY_ALONE = f"(?<![0-9０-９月])(?<day>{DIGIT}{{1,2}})日"
_MONTH_FIRST = f"{MONTH}\\.? (?:the )?{DAY}"
_DAY_FIRST = f"{DAY}(?: of)?[ -]{MONTH}\\.?(?![A-Za-z])"
_TAIL = f"(?:,?[ -]{YEAR})?(?![0-9]|:[0-9]| [0-9]{{1,2}}:[0-9]{{2}}:)"

PATTERNS = (
    *(date + weekday for date in _DATE for weekday in _WEEKDAY),
    *(date + _IN_BRACKETS for date in (_SHORT, _DAY_ALONE)),
    f"\\b{_NAME},? (?:the )?{_MONTH_FIRST}{_TAIL}",
    f"\\b{_NAME},? (?:the )?{_DAY_FIRST}{_TAIL}",
    f"\\b{_MONTH_FIRST}(?:,? {YEAR})?,? \\({_NAME}\\)",
    f"\\b{_DAY_FIRST}(?:,? {YEAR})?,? \\({_NAME}\\)",
    f"{_FIGURES},? {_NAME}(?![A-Za-z])",
    f"\\b{_NAME},? {_FIGURES}(?![0-9])",
)
"""Of two at one place the longer counts. A day alone (6月3日（火）〜5日（木）) has no group `month`."""
