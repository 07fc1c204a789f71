"""Dates that no calendar has."""

import re
from collections.abc import Iterator

from lintpost.checks.common.dates.calendar_dates import ERA, MONTH, YEAR, written
from lintpost.checks.common.patterns.phrases import Match
from lintpost.checks.common.patterns.piece_words import is_in_piece
from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.common.patterns.signed_patterns import SignedPatterns
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")
# Days and months that some dates cannot have: what all can is not looked at.
_LATE_DAY = "(?P<day>29|3[0-9]|4[01]|00|２９|３[０-９])"
_LATE_MONTH = "(?P<month>1[3-9]|2[0-9]|00|１[３-９])"
_JA_DAY = f"(?P<month>[0-9０-９]{{1,2}})月{_LATE_DAY}日(?!間)"
_NO_LETTER = "(?<![0-9A-Za-z./_-])"
_END = "(?![0-9A-SU-Za-z/_-]|\\.[0-9A-Za-z])"
_EN_DAY = "(?P<day>29|3[0-9])"
_PATTERNS = (
    f"(?<![0-9０-９]){YEAR}年{_JA_DAY}",
    f"{ERA}年{_JA_DAY}",
    f"(?<![0-9０-９]){_JA_DAY}",
    f"(?<![0-9０-９]){YEAR}年{_LATE_MONTH}月(?:(?P<day>[0-9０-９]{{1,2}})日)?",
    f"{ERA}年{_LATE_MONTH}月(?:(?P<day>[0-9０-９]{{1,2}})日)?",
    f"(?<![0-9０-９]){_LATE_MONTH}月(?P<day>[0-9０-９]{{1,2}})日(?!間)",
    f"{_NO_LETTER}{YEAR}-(?P<month>[0-9]{{1,2}})-{_LATE_DAY}{_END}",
    f"{_NO_LETTER}{YEAR}-(?P<month>1[3-9]|00)-(?P<day>[0-9]{{2}}){_END}",
    f"{_NO_LETTER}{YEAR}/(?P<month>[0-9]{{1,2}})/{_LATE_DAY}{_END}",
    f"{_NO_LETTER}{YEAR}/(?P<month>1[3-9]|00)/(?P<day>[0-9]{{2}}){_END}",
    f"{_NO_LETTER}(?P<month>[0-9]{{1,2}})/{_LATE_DAY}(?= ?(?:\\([月火水木金土日]\\)|（[月火水木金土日]）))",
    f"(?<![0-9A-Za-z]){MONTH}\\.? (?:the )?{_EN_DAY}(?:st|nd|rd|th)?(?:,? {YEAR})?(?![0-9%:]|[.,][0-9])",
    f"(?<![0-9.,:/-]){_EN_DAY}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:\\.?,? {YEAR})?(?![A-Za-z0-9])",
)
_MISSING = {2: (29, 30, 31), 4: (31,), 6: (31,), 9: (31,), 11: (31,)}
"""Days that a month never has, and 29 February."""
_MONTHS, _DAYS = 12, 31
"""What has both more is no date, but a number of another kind."""
_NAMES = {
    2: ("february", "feb", "feb."), 4: ("april", "apr", "apr."), 6: ("june", "jun", "jun."),
    9: ("september", "sept", "sept.", "sep", "sep."), 11: ("november", "nov", "nov."),
}  # fmt: skip
_ALL_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ASCII_SIGNS = (
    *(f"{month}月{day}日" for month, days in _MISSING.items() for day in days),
    *(f"月{day}日" for day in ("00", *range(32, 42))),
    *(f"{month}月" for month in ("00", *range(13, 30))),
)
_SIGNS = (
    *_ASCII_SIGNS,
    *(sign.translate(_WIDE) for sign in _ASCII_SIGNS),
    *(f"{sign}{month:02}{sign}{day}" for sign in "-/" for month, days in _MISSING.items() for day in days),
    *(f"{sign}{month}{sign}{day}" for sign in "-/" for month, days in _MISSING.items() for day in days),
    *(f"{sign}{month:02}{sign}{day}" for sign in "-/" for month in range(1, 13) for day in range(32, 40)),
    *(f"{sign}{month}{sign}" for sign in "-/" for month in ("00", *range(13, 20))),
    *(f"{month}/{day}" for month, days in _MISSING.items() for day in days if day > 29),
    *(
        form
        for month, days in _MISSING.items()
        for day in days
        for name in _NAMES[month]
        for form in (
            f"{name} {day}", f"{name} the {day}", f"{day} {name}", f"{day} of {name}", f"{day}st {name}",
            f"{day}st of {name}", f"{day}th {name}", f"{day}th of {name}",
        )
    ),
    *(f"{name} {day}" for name in _ALL_NAMES for day in range(32, 40)),
)  # fmt: skip
_NEAR = (
    "(?:19|20)[0-9]{2}(?:[-/](?:1[3-9]|00)[-/][0-9]{2}|[-/][0-9]{1,2}[-/](?:29|3[0-9]))|[0-9０-９]月|"
    "(?<![0-9/])[0-9]{1,2}/3[01] ?[(（]|(?<![0-9])(?:29|3[0-9])(?:th|st)?(?: of)? [A-Za-z]|[A-Za-z]\\.? (?:the )?(?:29|3[0-9])(?![0-9])"
)
_DATES = SignedPatterns(_SIGNS, _PATTERNS, _NEAR)
_FIRST_ENGLISH = 11
"""The number of the first pattern of English dates. "In June 31 schools closed" has none."""
_LEAD = lazy(
    r"(?i)\b(?:on|by|until|till|before|after|since|from|through|dated?|deadline|day,?)[ :]+\Z"
)
_TAIL = lazy(r"[.,;:!?)\]]|\Z|\n|[ ]?[–—-]|[ ](?:at|to|until|through)\b")
_TOPIC = lazy(
    r"(?i)存在しな|あり得な|ありえな|ない日|不正|無効|架空|うるう|閏|バリデーション|例外|エラー|パース|"
    r"invalid|non-?existent|not exist|n['’]t exist|no such|leap|impossible|validat|error|overflow|\bpars|"
    r"\bfake\b|imaginary|fictional"
)
"""Words of a block that speaks of dates which do not exist."""
_LEAD_LENGTH = 16


class Options(CheckOptions):
    """None."""


def prepare(options: Options, site: Site) -> None:
    """Let the signs of the patterns be looked for from the first post on."""
    _DATES.prepare(site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each such date."""
    for name, matches in _DATES.matches(post, site, _SCOPES):
        scope = scope_of(post, name)
        for match in matches:
            if _is_impossible(match, scope):
                _, piece, found = match
                text = scope.shown(piece, *found.span())
                yield Hit(*scope.source(piece, *found.span()), "", {"text": text})


def _is_impossible(match: Match, scope: Scope) -> bool:
    number, piece, found = match
    groups = found.groupdict()
    when = written({**groups, "day": groups.get("day") or "1"})
    if when.exists or (when.month > _MONTHS and when.day > _DAYS):
        return False
    if number >= _FIRST_ENGLISH and not _is_date(scope.text, found, groups):
        return False
    return not is_in_piece(_TOPIC, scope, piece)


def _is_date(text: str, found: re.Match[str], groups: dict[str, str | None]) -> bool:
    """Whether an English month with a number is a date at all."""
    if groups["year"] or re.search(r"[0-9](?:st|nd|rd|th)\b|[0-9] of ", found[0]):
        return True
    if int(groups["day"] or 0) > 31:  # "May 35" may be anything
        return False
    start, end = found.span()
    is_led = _LEAD.search(text, max(0, start - _LEAD_LENGTH), start) is not None
    return is_led or (found[0][0].isalpha() and _TAIL.match(text, end) is not None)


CHECK = Check(
    name="impossible-date",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("front-matter", "markdown"),
    prepare=prepare,
)
