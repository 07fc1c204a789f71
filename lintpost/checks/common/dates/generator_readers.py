"""Which dates a site generator or service reads, and how.

Held against the programs themselves in ``tests/checks/test_date_readers.py``: Jekyll is Ruby's
`Time.parse` of what Psych makes of the value, Hugo Go's `time.Parse` with the layouts of
`spf13/cast`, Astro `z.coerce.date()`, Zola a YAML timestamp, Zenn and Qiita the checks of their CLIs.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, NamedTuple
from unicodedata import normalize

from lintpost.checks.common.dates.front_matter_dates import Moment, first_match, of_native, parse
from lintpost.checks.common.dates.generator_patterns import patterns_of
from lintpost.post.lazy import lazy

Reader = Literal["any", "jekyll", "hugo", "zola", "astro", "zenn", "qiita"]

NAMES = {
    "any": "", "jekyll": "Jekyll", "hugo": "Hugo", "zola": "Zola", "astro": "Astro", "zenn": "Zenn",
    "qiita": "Qiita",
}  # fmt: skip
EXAMPLES = {
    "any": "2026-04-02 09:00:00 +0900",
    "jekyll": "2026-04-02 09:00:00 +0900",
    "hugo": "2026-04-02T09:00:00+09:00",
    "zola": "2026-04-02T09:00:00+09:00",
    "astro": "2026-04-02T09:00:00+09:00",
    "zenn": "2026-04-02 09:00",
    "qiita": '"2026-04-02T09:00:00+09:00"',
}
"""A date as each reader takes it."""
EXACT: tuple[Reader, ...] = ("hugo", "zola", "zenn")
"""Readers of which every form is known: what is none of them is certainly not read."""

_RUBY_ZONES = ("UT", "UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT")
"""The names of time zones that Ruby knows wherever it runs."""
_ZONE = lazy(r"(?<![+-][0-9]{4})(?<=[0-9])[ ]*([A-Z]{2,5}\b|[+-][0-9](?::[0-9]{2})?$)")
_DASH = "[‐‑‒–—―−ー]"
_TRIMS = ("jekyll", "astro")


class Value(NamedTuple):
    """A value of front matter: as its parser read it, and as it is written, without its quotes.

    `plain`: YAML without quotes, where a reader may make something else of the written text.
    """

    read: Any
    written: str
    plain: bool


def read(value: Value, reader: Reader) -> Moment | None:
    """The moment that a reader makes of a value; None where it reads none, or another one than a
    person does.
    """
    is_native = isinstance(value.read, date)
    if is_native and (not value.plain or reader in ("any", "jekyll", "astro")):
        return of_native(value.read)
    if isinstance(value.read, int) and not isinstance(value.read, bool):
        return _of_number(value.read, reader)
    text = value.written if value.plain else value.read
    if not isinstance(text, str):
        return None
    if reader == "any":
        return parse(text)
    # Qiita's CLI hands the text to JavaScript's Date, as Astro does.
    program = "astro" if reader == "qiita" else reader
    return first_match(text.strip() if program in _TRIMS else text, patterns_of(program))


def unknown_zone(value: Value, reader: Reader) -> str:
    """The time zone that a reader does not know, and takes for that of its own machine; "" for none."""
    if reader != "jekyll" or not isinstance(value.read, str):
        return ""
    found = _ZONE.search(value.read)
    return found[1] if found and found[1] not in (*_RUBY_ZONES, "AM", "PM") else ""


def meant(value: Value) -> Moment | None:
    """The moment that a person reads: every reader's forms, full-width figures and 年月日 included."""
    text = re.sub(_DASH, "-", normalize("NFKC", value.written).strip())
    text = re.sub("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日", r"\1-\2-\3", text)
    text = re.sub("([0-9]{1,2})時([0-9]{1,2})分(?:([0-9]{1,2})秒)?", _clock, text)
    return first_match(text, (*patterns_of("jekyll"), *patterns_of("hugo")))


def written_for(moment: Moment, reader: Reader) -> str:
    """A moment as a reader takes it; "" where it has no form for it."""
    day, time = moment
    if time is None:
        return day.isoformat()
    if reader == "zenn":
        is_japanese = time.utcoffset() in (None, timedelta(hours=9))
        return f"{time:%Y-%m-%d %H:%M}" if is_japanese and not time.second else ""
    if reader in ("any", "jekyll"):
        return f"{time:%Y-%m-%d %H:%M:%S %z}".rstrip()
    return time.isoformat(timespec="seconds")


def _of_number(number: int, reader: Reader) -> Moment | None:
    """A plain number: figures to Ruby, seconds of Unix time to Hugo, milliseconds to JavaScript."""
    if reader == "jekyll":
        return first_match(str(number), patterns_of("jekyll"))
    seconds = number / 1000 if reader == "astro" else number
    # Less is no time of these years, but a day such as 20260402.
    if reader not in ("hugo", "astro") or not 10**9 <= seconds < 10**10:
        return None
    return of_native(datetime.fromtimestamp(seconds, UTC))


def _clock(found: re.Match[str]) -> str:
    return ":".join(part.zfill(2) for part in found.groups() if part)
