"""Years of a Japanese era beside years of our own that are not the same.

An era's first year is the calendar year in which it begins (`calendar_dates.ERAS`): 2019 is 平成31年 and 令和元年.
"""

from collections.abc import Iterator

from lintpost.checks.common.dates.calendar_dates import ERA, ERAS, year_of
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.patterns.signed_patterns import SignedPatterns
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")
_COMMON = "(?:西暦)?(?P<common>1[89][0-9]{2}|20[0-9]{2}|(?:１[８９]|２０)[０-９]{2})"
_MONTH = "(?:[ 　]?(?P<month>[0-9０-９]{1,2})月(?:[0-9０-９]{1,2}日)?)?"
_DAY = "[ 　]?[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?"
_AFTER = "(?![0-9０-９〜～–—-])"
_PATTERNS = (
    f"(?<![〜～–—-]){ERA}年(?P<fiscal>度)?[ 　]?[（(＝=][ 　]?{_COMMON}(?:年度?{_MONTH})?[ 　]?[）)]",
    f"(?<![〜～–—-]){ERA}年(?P<fiscal>度)?[ 　]?[＝=／/][ 　]?{_COMMON}年{_MONTH}{_AFTER}",
    f"(?<![〜～–—-]){ERA}[（(]{_COMMON}[）)]年(?P<fiscal>度)?{_AFTER}",
    f"(?<![0-9０-９〜～–—-]){_COMMON}年(?P<fiscal>度)?[ 　]?[（(＝=][ 　]?{ERA}年度?{_MONTH}[ 　]?[）)]",
    f"(?<![0-9０-９〜～–—-]){_COMMON}年(?P<fiscal>度)?[ 　]?[＝=／/][ 　]?{ERA}年{_MONTH}{_AFTER}",
    f"(?<![0-9０-９〜～–—-]){_COMMON}[（(]{ERA}[）)]年(?P<fiscal>度)?{_AFTER}",
    f"{ERA}年(?P<fiscal>){_DAY}[ 　]?[（(＝=][ 　]?{_COMMON}年(?:{_DAY})?[ 　]?[）)]",
    f"(?<![0-9０-９]){_COMMON}年(?P<fiscal>){_DAY}[ 　]?[（(＝=][ 　]?{ERA}年(?:{_DAY})?[ 　]?[）)]",
)
"""令和2年（2020年）, 令和2年＝2020年, 令和2（2020）年, 令和2年3月（2020年3月）, and the other way round."""

_NEAR = "[0-9０-９元]年?度?[ 　]?(?:[（(＝=／/]|[0-9０-９]{1,2}月)[ 　]?|[0-9０-９年度日月][ 　]?[（(＝=／/]"
_YEARS = SignedPatterns(tuple(ERAS), _PATTERNS, _NEAR)


class Options(CheckOptions):
    """None."""


def prepare(options: Options, site: Site) -> None:
    """Let the signs of the patterns be looked for from the first post on."""
    _YEARS.prepare(site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each pair of years that differ."""
    for name, matches in _YEARS.matches(post, site, _SCOPES):
        for _, piece, found in matches:
            groups = found.groupdict()
            of_era, common = year_of(groups), int(groups["common"] or 0)
            # A fiscal year ends in March of the year that follows.
            ends = bool(groups["fiscal"]) and groups.get("month") is not None
            if of_era in (common, common - 1 if ends else common):
                continue
            scope = scope_of(post, name)
            params = {
                "text": scope.shown(piece, *found.span()),
                "era": f"{groups['era']}{groups['era_year']}年",
                "right": of_era,
                "other": _in_era(groups["era"] or "", common),
                "common": common,
            }
            key = "era" if params["other"] else "before"
            yield Hit(*scope.source(piece, *found.span()), key, params)


def _in_era(era: str, year: int) -> str:
    """A year as one of an era; "" before its first."""
    number = year - ERAS[era] + 1
    if number < 1:
        return ""
    return f"{era}{'元' if number == 1 else number}年"


CHECK = Check(
    name="era",
    options=Options,
    messages={
        "era": ("common", "era", "other", "right", "text"),
        "before": ("common", "era", "right", "text"),
    },
    run=run,
    reads=("front-matter", "markdown"),
    prepare=prepare,
)
