"""Plans for a day that had passed when the post was written."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from lintpost.checks.common.dates.calendar_dates import DAY, MONTH, MONTHS, YEAR, written
from lintpost.checks.common.dates.post_day import post_day
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.patterns.signed_patterns import SignedPatterns
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")
_JA_DATE = (
    f"{YEAR}年(?:[ 　]?(?P<month>[0-9０-９]{{1,2}})月(?:[ 　]?(?P<day>[0-9０-９]{{1,2}})日)?)?"
)
_JA_PLAN = (
    "(?:上旬|中旬|下旬|末|頃|ごろ|初め|初旬|春|夏|秋|冬|内|中)?(?:までに|に|から|より|、)?(?:(?![来翌次明])[^。、．\\n0-9０-９「」]){0,16}?"
    "(?:発売|公開|開始|提供|リリース|開催|発表|施行|開業|オープン|登場|導入|終了|出荷|配信|実施|対応|完成|稼働)"
    "(?:が|を|する|される|の)?(?:予定|見込み|見通し)"
    "(?=です|で、|。|、と|と(?:発表|して|の|い)|とな|だ。|である|と見られ|）|」|$)"
)
_EN_PLAN = (
    "(?:(?:is|are) due(?: out)? (?:in|on|by) |(?:will(?: be)?|(?:is|are) (?:set|expected|scheduled|planned|due|slated) (?:to|for)(?: be)?) "
    "(?:released?|launch(?:ed)?|ship(?:ped)?|arrive|debut|opened|open|begin|start|available|published?|unveil(?:ed)?|end)"
    "(?: [A-Za-z]+){0,4}? (?:in|on|by) )"
)
_PATTERNS = (
    f"(?<![0-9０-９]){_JA_DATE}{_JA_PLAN}",
    f"(?<![0-9A-Za-z]){_EN_PLAN}{MONTH}\\.? {DAY}, {YEAR}(?![0-9])",
    f"(?<![0-9A-Za-z]){_EN_PLAN}{MONTH}\\.?,? {YEAR}(?![0-9])",
    f"(?<![0-9A-Za-z]){_EN_PLAN}{YEAR}(?![0-9])",
)

_SIGNS = (
    "予定", "見込み", "見通し", *(f"{word} {year}" for word in ("in", "on", "by") for year in (19, 20)),
    *(f"{word} {month}" for word in ("in", "on", "by") for month in MONTHS),
)  # fmt: skip
_NEAR = (
    "(?:発売|公開|開始|提供|リリース|開催|発表|施行|開業|オープン|登場|導入|終了|出荷|配信|実施|対応|完成|稼働)"
    ".{0,3}(?:予定|見込み|見通し)|(?:will|set|expected|scheduled|planned|due|slated)(?: to| for)?(?: be)? [a-z]"
)
_PLANS = SignedPatterns(_SIGNS, _PATTERNS, _NEAR)


class Options(CheckOptions):
    """`days`: how long before the post's day the plan must lie. `clock`: hold plans against the day of the run, too,
    which finds posts that have become old.
    """

    days: int = 31
    clock: bool = False


def prepare(options: Options, site: Site) -> None:
    """Let the signs of the patterns be looked for from the first post on."""
    _PLANS.prepare(site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each plan."""
    dated = post_day(post)
    key, day = "post", dated
    if options.clock:
        key, day = "today", site.today()
    if day is None:
        return
    for name, matches in _PLANS.matches(post, site, _SCOPES):
        for _, piece, found in matches:
            end = _last_day(found.groupdict())
            if end is not None and end < day - timedelta(days=options.days):
                scope = scope_of(post, name)
                text = scope.shown(piece, *found.span())
                place = scope.source(piece, *found.span())
                yield Hit(*place, key, {"text": text, "day": day.isoformat()})


def _last_day(groups: dict[str, str | None]) -> date | None:
    """The last day that a date can mean: of the year or month where it names no more."""
    if not groups.get("month"):
        return date(int(groups["year"] or 0), 12, 31)
    when = written({**groups, "day": groups.get("day") or "1"})
    if when.year is None or not when.exists:
        return None
    last = monthrange(when.year, when.month)[1]
    return date(when.year, when.month, when.day if groups.get("day") else last)


CHECK = Check(
    name="past-plan",
    options=Options,
    messages={"post": ("day", "text"), "today": ("day", "text")},
    run=run,
    reported=lambda options: {"today" if options.clock else "post"},
    reads=("front-matter", "markdown"),
    site=("clock",),
    prepare=prepare,
)
