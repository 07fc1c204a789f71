"""Posts whose front matter says that they hold, or have been looked at, until a day that has passed."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import Entry
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_LAST_ZONE = timedelta(hours=12)
"""How long a day lasts somewhere on earth after it has ended in UTC."""
_CYCLE = lazy(
    r"(?i)P?\s*(?P<number>[0-9]{1,4})\s*(?P<unit>d(?:ays?)?|w(?:eeks?)?|m(?:o(?:nths?)?)?|y(?:ears?)?"
    r"|日|週間?|[かヶカケ箇]月|年)(?:間|ごと|毎)?"
)
_NAMED = {
    "weekly": (7, 0), "monthly": (0, 1), "quarterly": (0, 3), "half-yearly": (0, 6), "semiannual": (0, 6),
    "yearly": (0, 12), "annual": (0, 12), "annually": (0, 12), "毎週": (7, 0), "毎月": (0, 1),
    "四半期": (0, 3), "半年": (0, 6), "毎年": (0, 12),
}  # fmt: skip
"""Cycles by their names, in days and months."""


class Options(CheckOptions):
    """`until` are keys whose day must not have passed. `reviewed` say when the post was last looked at, and
    `cycles` after how long it is to be looked at again: a number of days, ``90 days``, ``6 months``, ``1年``,
    ``P6M`` or a word such as ``yearly``; `cycle`, in the same forms, holds where a post names none.
    Hugo's `expiryDate` is not among them: it takes a page off the site by itself.
    """

    until: tuple[str, ...] = (
        "expires", "expires_at", "expiry", "expiry_date", "valid_until", "review_by", "next_review",
    )  # fmt: skip
    reviewed: tuple[str, ...] = ("last_reviewed", "last_reviewed_at", "reviewed", "reviewed_at")
    cycles: tuple[str, ...] = ("cycle", "review_cycle", "review_interval", "review_every")
    cycle: str = ""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each day that has passed."""
    front = post.front_matter
    if front is None or front.values.get("draft") is True:
        return
    for key in options.until:
        entry = front.get(key)
        moment = parse(entry.node.value) if entry is not None else None
        if entry is not None and moment is not None and _has_passed(moment.day, site):
            node = entry.node
            params = {"key": key, "value": moment.day.isoformat()}
            yield Hit(node.start, node.end, "passed", params)
    cycles = [entry for key in options.cycles if (entry := front.get(key)) is not None]
    for key in options.reviewed:
        entry = front.get(key)
        moment = parse(entry.node.value) if entry is not None else None
        if entry is not None and moment is not None:
            yield from _overdue(entry, moment.day, cycles, options, site)


def _overdue(
    entry: Entry, day: date, cycles: list[Entry], options: Options, site: Site
) -> Iterator[Hit]:
    value: Any = cycles[0].node.value if cycles else options.cycle
    due = _after(day, value)
    if due is not None and _has_passed(due, site):
        params = {"key": entry.key, "value": day.isoformat(), "due": due.isoformat()}
        related = tuple(Related(one.node.start, one.node.end) for one in cycles[:1])
        yield Hit(entry.node.start, entry.node.end, "due", params, related=related)


def _after(day: date, cycle: Any) -> date | None:
    """The day one cycle later; None for what is no cycle."""
    days, months = 0, 0
    if isinstance(cycle, int) and not isinstance(cycle, bool):
        days = cycle
    elif isinstance(cycle, str) and cycle.strip().lower() in _NAMED:
        days, months = _NAMED[cycle.strip().lower()]
    elif isinstance(cycle, str) and (found := _CYCLE.fullmatch(cycle.strip())):
        number, unit = int(found["number"]), found["unit"][0].lower()
        days = number * {"d": 1, "日": 1, "w": 7, "週": 7}.get(unit, 0)
        months = number * {"y": 12, "年": 12}.get(unit, 0 if days else 1)
    if days <= 0 and months <= 0:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None  # beyond the year 9999


def _has_passed(day: date, site: Site) -> bool:
    """Whether a day has ended everywhere on earth."""
    end = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1) + _LAST_ZONE
    return not site.is_ahead(end)


CHECK = Check(
    name="expired",
    options=Options,
    messages={"passed": ("key", "value"), "due": ("due", "key", "value")},
    run=run,
    reads=("front-matter",),
    site=("clock",),
    whole_post=True,
)
