"""Hugo's permalinks (gohugo.io/content-management/urls/#tokens)."""

from datetime import datetime

from lintpost.post.lazy import lazy
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.slugs import hugo_slug
from lintpost.site.addresses.written_date import read_date

_TOKEN = lazy(r":(\w+)(?:\[([^\]]*)\])?")
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATES = ("year", "month", "monthname", "day", "weekday", "weekdayname", "yearday")


def filled(permalink: str, folders: tuple[str, ...], name: str, note: PageNote) -> str:
    """The address of a page: `folders` are those of its sections, `name` that of its file or bundle. "" where the
    permalink holds what cannot be known.
    """
    values = {
        "section": folders[0] if folders else "",
        "title": note.title,
        "slug": note.slug or note.title,
        "slugorfilename": note.slug or name,
        "slugorcontentbasename": note.slug or name,
        "filename": name,
        "contentbasename": name,
    }
    tokens = {token[1] for token in _TOKEN.finditer(permalink)}
    if tokens & set(_DATES):
        date = read_date(note.date or note.publish)
        day = date.moment if date is not None else datetime.min  # as Hugo has it
        values |= {
            "year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}",
            "monthname": _MONTHS[day.month - 1], "weekday": str((day.weekday() + 1) % 7),
            "weekdayname": _DAYS[day.weekday()], "yearday": str(day.timetuple().tm_yday),
        }  # fmt: skip
    if tokens - set(values) - {"sections"}:
        return ""
    parts = []
    for part in permalink.split("/"):
        part = _TOKEN.sub(lambda token: _value(token[1], token[2], values, folders), part)
        parts += [hugo_slug(one, lower=False) for one in part.split("\0") if one]
    ending = "" if parts and parts[-1].endswith(".html") else "/"
    return f"/{'/'.join(part for part in parts if part)}{ending}"


def _value(token: str, piece: str | None, values: dict[str, str], folders: tuple[str, ...]) -> str:
    if token != "sections":
        return values[token].replace("/", "-")
    return "\0".join(_sliced(folders, piece))


def _sliced(folders: tuple[str, ...], piece: str | None) -> tuple[str, ...]:
    """``:sections[1:]``, ``:sections[last]``, ``:sections[0]``."""
    if piece is None:
        return folders
    first, colon, last = piece.partition(":")
    low = len(folders) - 1 if first == "last" else int(first) if first.isdigit() else 0
    if not colon:
        return folders[low : low + 1]
    high = len(folders) - 1 if last == "last" else int(last) if last.isdigit() else len(folders)
    return folders[low:high]
