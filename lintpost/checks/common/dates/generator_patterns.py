"""The forms of dates that each site generator or service reads, as patterns of the whole text.

Jekyll reads what Ruby's `Time.parse` does, Hugo the layouts of Go's ``spf13/cast``, Astro
JavaScript's `Date`, Zola YAML timestamps, Zenn two forms. Left out is what no author writes, and what
they read as another day than a person does (04/02/2026).
"""

import re
from functools import cache

from lintpost.checks.common.dates.front_matter_dates import CLOCK, MONTH, YEAR

# The layouts of spf13/cast, without those of a time of day alone.
_GO_LAYOUTS = (
    "2006-01-02",
    "2006-01-02T15:04:05Z07:00",
    "2006-01-02T15:04:05",
    "Mon, 02 Jan 2006 15:04:05 -0700",
    "Mon, 02 Jan 2006 15:04:05 MST",
    "02 Jan 06 15:04 -0700",
    "02 Jan 06 15:04 MST",
    "Monday, 02-Jan-06 15:04:05 MST",
    "2006-01-02 15:04:05 -0700 MST",
    "2006-01-02T15:04:05-0700",
    "2006-01-02 15:04:05Z0700",
    "2006-01-02 15:04:05",
    "Mon Jan _2 15:04:05 2006",
    "Mon Jan _2 15:04:05 MST 2006",
    "Mon Jan 02 15:04:05 -0700 2006",
    "2006-01-02 15:04:05Z07:00",
    "02 Jan 2006",
    "2006-01-02 15:04:05 -07:00",
    "2006-01-02 15:04:05 -0700",
)
_GO_PARTS = {
    "2006": YEAR,
    "06": "(?P<year>[0-9]{2})",
    "01": "(?P<month>[0-9]{2})",
    "_2": " ?(?P<day>[0-9]{1,2})",
    "02": "(?P<day>[0-9]{2})",
    "15": "(?P<hour>[0-9]{1,2})",
    "04": "(?P<minute>[0-9]{2})",
    "05": "(?P<second>[0-9]{2})(?:[.,][0-9]+)?",
    "Jan": "(?P<month>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    "Monday": "(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    "Mon": "(?i:mon|tue|wed|thu|fri|sat|sun)",
    "Z07:00": "(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})",
    "Z0700": "(?P<zone>Z|[+-][0-9]{4})",
    "-07:00": "(?P<zone>[+-][0-9]{2}:[0-9]{2})",
    "-0700": "(?P<zone>[+-][0-9]{4})",
    " -0700 MST": " +(?P<zone>[+-][0-9]{4}) +[A-Z]{3,4}",
    " MST": " +(?P<zone>[A-Z]{3,4})",
    " ": " +",
}
_GO_PART = "|".join(sorted(map(re.escape, _GO_PARTS), key=len, reverse=True))

# A date in figures whose parts one and the same sign divides.
_FIGURES = rf"{YEAR}(?P<sign>[-/.])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})"
_HALF = r"(?:[ ]?(?P<half>[AaPp][Mm]))?"
_WEEKDAY = r"(?:[A-Z][a-z]{2,8},?[ ]+)?"
_JEKYLL_ZONE = r"[ \t]*(?P<zone>[Zz]|[A-Z]{2,5}|[+-][0-9]{1,2}(?::?[0-9]{2})?)?(?: [A-Z]{3,4})?"
_JEKYLL_CLOCK = rf"{CLOCK}{_HALF}{_JEKYLL_ZONE}"
_JEKYLL = (
    rf"{_FIGURES}(?:(?:[Tt]|[ \t]+){_JEKYLL_CLOCK})?",
    rf"{YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"
    rf"(?:T?(?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}})(?P<second>[0-9]{{2}}){_JEKYLL_ZONE})?",
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -]+{MONTH}\.?,?[ -]+{YEAR}(?:[ ]+{_JEKYLL_CLOCK})?",
    rf"{_WEEKDAY}{MONTH}\.?[ -]+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?[ -]+{YEAR}(?:[ ]+{_JEKYLL_CLOCK})?",
    rf"{_WEEKDAY}{MONTH}[ ]+(?P<day>[0-9]{{1,2}})[ ]+{CLOCK}{_JEKYLL_ZONE}[ ]+{YEAR}",
)

_ASTRO_ZONE = r"(?P<zone>[Zz]|UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[+-][0-9]{2}:?[0-9]{2})?"
_ASTRO_CLOCK = (
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r"(?:[ ](?P<half>[AaPp][Mm]))?"
)
_ASTRO = (
    rf"{YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})[Tt](?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}})"
    rf"(?::(?P<second>[0-9]{{2}})(?:\.[0-9]+)?)?{_ASTRO_ZONE}",
    rf"{_FIGURES}(?:[ ]+{_ASTRO_CLOCK}[ ]*{_ASTRO_ZONE})?",
    rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})[ -]+{MONTH}\.?,?[ -]+{YEAR}(?:[ ]+{_ASTRO_CLOCK}[ ]*{_ASTRO_ZONE})?",
    rf"{_WEEKDAY}{MONTH}\.?[ -]+(?P<day>[0-9]{{1,2}}),?[ -]+{YEAR}(?:[ ]+{_ASTRO_CLOCK}[ ]*{_ASTRO_ZONE})?",
)
_ZOLA = (
    rf"{YEAR}-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})"
    r"(?:(?:[Tt]|[ \t]+)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:\.[0-9]{0,9})?"
    r"[ \t]*(?P<zone>Z|[+-][0-9]{1,2}(?::[0-9]{2})?)?)?",
)
_ZENN = (
    rf"{YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?:\s(?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}}))?",
)
_PATTERNS = {"jekyll": _JEKYLL, "astro": _ASTRO, "zola": _ZOLA, "zenn": _ZENN}


@cache
def patterns_of(reader: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of jekyll, hugo, zola, astro or zenn."""
    if reader == "hugo":
        return tuple(map(re.compile, map(_of_layout, _GO_LAYOUTS)))
    return tuple(map(re.compile, _PATTERNS[reader]))


def _of_layout(layout: str) -> str:
    """A layout of Go's `time.Parse` as a regular expression."""
    return re.sub(_GO_PART, lambda part: _GO_PARTS[part[0]], layout)
