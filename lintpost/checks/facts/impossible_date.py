"""Dates that no calendar has."""

import re
from collections.abc import Iterator

from lintpost.checks.common.calendar_dates import ERA, MONTH, YEAR, written
from lintpost.checks.common.phrases import Match, apart, phrases
from lintpost.checks.common.scopes import Scope, scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")
# Days and months that some dates cannot have: what all can is not looked at.
_LATE_DAY = "(?<day>29|3[0-9]|4[01]|00|２９|３[０-９])"
_LATE_MONTH = "(?<month>1[3-9]|2[0-9]|00|１[３-９])"
_JA_DAY = f"(?<month>[0-9０-９]{{1,2}})月{_LATE_DAY}日(?!間)"
_NO_LETTER = "(?<![0-9A-Za-z./_-])"
_END = "(?![0-9A-SU-Za-z/_-]|\\.[0-9A-Za-z])"
_EN_DAY = "(?<day>29|3[0-9]|[4-9][0-9])"
PATTERNS = (
    f"(?<![0-9０-９]){YEAR}年{_JA_DAY}",
    f"{ERA}年{_JA_DAY}",
    f"(?<![0-9０-９]){_JA_DAY}",
    f"(?<![0-9０-９]){YEAR}年{_LATE_MONTH}月(?:(?<day>[0-9０-９]{{1,2}})日)?",
    f"{ERA}年{_LATE_MONTH}月(?:(?<day>[0-9０-９]{{1,2}})日)?",
    f"(?<![0-9０-９]){_LATE_MONTH}月(?<day>[0-9０-９]{{1,2}})日(?!間)",
    f"{_NO_LETTER}{YEAR}-(?<month>[0-9]{{1,2}})-{_LATE_DAY}{_END}",
    f"{_NO_LETTER}{YEAR}-(?<month>1[3-9]|00)-(?<day>[0-9]{{2}}){_END}",
    f"{_NO_LETTER}{YEAR}/(?<month>[0-9]{{1,2}})/{_LATE_DAY}{_END}",
    f"{_NO_LETTER}{YEAR}/(?<month>1[3-9]|00)/(?<day>[0-9]{{2}}){_END}",
    f"{_NO_LETTER}(?<month>[0-9]{{1,2}})/{_LATE_DAY}(?= ?(?:\\([月火水木金土日]\\)|（[月火水木金土日]）))",
    f"\\b{MONTH}\\.? (?:the )?{_EN_DAY}(?:st|nd|rd|th)?(?:,? {YEAR})?(?![0-9%:]|[.,][0-9])",
    f"(?<![0-9.,:/-]){_EN_DAY}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:\\.?,? {YEAR})?(?![A-Za-z0-9])",
)
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
    """Let the words of the patterns be looked for from the first post on."""
    phrases(site, PATTERNS, False, False)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each such date."""
    compiled = phrases(site, PATTERNS, False, False)
    if not compiled.may_match(post):
        return
    for name in _SCOPES:
        scope: Scope | None = None
        for match in apart(compiled.matches(post, name)):
            scope = scope or scope_of(post, name)
            if _is_impossible(match, scope):
                _, piece, found = match
                text = scope.shown(piece, *found.span())
                yield Hit(*scope.source(piece, *found.span()), "", {"text": text})


def _is_impossible(match: Match, scope: Scope) -> bool:
    number, piece, found = match
    groups = found.groupdict()
    if written({**groups, "day": groups.get("day") or "1"}).exists:
        return False
    if number >= _FIRST_ENGLISH and not _is_date(scope.text, found, groups):
        return False
    return _TOPIC.search(scope.text, *scope.spans[piece]) is None


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
