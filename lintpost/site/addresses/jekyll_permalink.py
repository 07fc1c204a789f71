"""Jekyll's permalinks of posts (jekyllrb.com/docs/permalinks)."""

import re
from collections.abc import Callable
from datetime import UTC, date, timedelta, timezone, tzinfo
from posixpath import basename, splitext

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.slugs import jekyll_slug, without_date
from lintpost.site.addresses.written_date import WrittenDate, read_date

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_ELSEWHERE = (9, -8)
"""Hours of the time zones of Japan and California."""
_TOKEN = lazy(r":([a-z_]+)")
_SLASHES = lazy(r"/{2,}")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def post_addresses(
    relative: str,
    note: PageNote,
    permalink: str,
    zone: tzinfo | None,
    more_categories: tuple[str, ...],
) -> Addresses:
    """The addresses of a post by its path below the source. `zone` is the site's time zone (None: that of the
    machine that builds it), `more_categories` are those that the configuration gives.
    """
    template = STYLES.get(permalink, permalink)
    days = _days(relative, note, zone)
    if not days and re.search(r":(?:short_|long_|[iyw]_)?(?:year|month|day|week)", template):
        return Addresses()
    found = [_filled(template, relative, note, day, more_categories) for day in days or [date.min]]
    if splitext(relative)[0].endswith(
        "-"
    ):  # which Jekyll takes off; scripts that write links often do not
        found += [f"{address.rstrip('/')}-/" for address in found if address.endswith("/")]
    own, *perhaps = dict.fromkeys(found)
    return Addresses(own, (), tuple(perhaps))


def _days(relative: str, note: PageNote, zone: tzinfo | None) -> list[date]:
    """The day of a post, then those that it has where clocks are read otherwise."""
    written = read_date(note.date) or read_date(basename(relative))
    if written is None:
        return []
    if not written.has_time and written.moment.tzinfo is None:
        return [written.moment.date()]
    days = _candidates(written, zone)
    return list(dict.fromkeys(days))


def _candidates(written: WrittenDate, zone: tzinfo | None) -> list[date]:
    there = written.on(zone or UTC).date()
    if zone is not None and written.moment.tzinfo is not None:
        return [there]
    # The clock of the machine that builds the site may stand in another zone; releases differ in how they read a
    # time without one.
    zones = (timezone(timedelta(hours=hours)) for hours in _ELSEWHERE)
    return [there, written.moment.date(), *(written.on(zone).date() for zone in zones)]


def _filled(
    template: str, relative: str, note: PageNote, day: date, more_categories: tuple[str, ...]
) -> str:
    def value(token: re.Match[str]) -> str:
        of_day = _OF_DAY.get(token[1])
        if of_day is not None:
            return of_day(day)
        of_post = _of_post(token[1], relative, note, more_categories)
        return token[0] if of_post is None else of_post

    return _SLASHES.sub("/", f"/{_TOKEN.sub(value, template)}")


def _of_post(
    token: str, relative: str, note: PageNote, more_categories: tuple[str, ...]
) -> str | None:
    """What stands for a token without its colon; None for an unknown one."""
    stem = without_date(splitext(basename(relative))[0]).rstrip(".")
    match token:
        case "title":
            return jekyll_slug(note.slug or stem, pretty=True)
        case "slug":
            return jekyll_slug(note.slug or stem)
        case "name" | "basename":
            return stem
        case "path":
            return splitext(relative)[0]
        case "collection":
            return "posts"
        case "output_ext":
            return ".html"
        case "categories":
            return "/".join(_categories(relative, note, more_categories))
        case "slugified_categories":
            return "/".join(map(jekyll_slug, _categories(relative, note, more_categories)))
    return None


def _categories(relative: str, note: PageNote, more: tuple[str, ...]) -> list[str]:
    folders = [part for part in re.split(r"_posts/|_drafts/", relative)[0].split("/") if part]
    return list(dict.fromkeys(one.lower() for one in (*folders, *(note.categories or more))))


_OF_DAY: dict[str, Callable[[date], str]] = {
    "year": lambda day: f"{day.year:04}",
    "short_year": lambda day: f"{day.year % 100:02}",
    "month": lambda day: f"{day.month:02}",
    "i_month": lambda day: str(day.month),
    "short_month": lambda day: _MONTHS[day.month - 1][:3],
    "long_month": lambda day: _MONTHS[day.month - 1],
    "day": lambda day: f"{day.day:02}",
    "i_day": lambda day: str(day.day),
    "y_day": lambda day: f"{day.timetuple().tm_yday:03}",
    "w_year": lambda day: f"{day.isocalendar().year:04}",
    "week": lambda day: f"{day.isocalendar().week:02}",
    "w_day": lambda day: str(day.isocalendar().weekday),
    "short_day": lambda day: _DAYS[day.weekday()][:3],
    "long_day": lambda day: _DAYS[day.weekday()],
}
