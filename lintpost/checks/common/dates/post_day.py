"""The day that a post is of."""

import os
from datetime import date

from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.checks.common.front_values import strings
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

DATES = (
    "date", "pubDate", "publishDate", "published_at", "created_at", "updated_at", "updated", "lastmod",
)  # fmt: skip
"""Keys of the front matter that date a post, the surest first."""
UPDATES = ("last_modified_at", "updatedDate", "modified")
"""Further keys that say when a post was last changed."""
_ADDRESSES = ("path", "permalink", "slug", "url")
_DAY = lazy(r"(?<!\d)((?:19|20)\d{2})([-/]?)([01]\d)\2([0-3]\d)(?!\d)")


def post_day(post: Post, keys: tuple[str, ...] = DATES) -> date | None:
    """The day of the first of some keys that is there, else of the file's name or the address."""
    found = _days(post, keys)
    if found:
        return found[0]
    address = " ".join(field.value for field in strings(post, _ADDRESSES))
    named = _DAY.search(os.path.basename(post.path)) or _DAY.search(address)
    moment = parse("-".join(named.group(1, 3, 4))) if named else None
    return moment.day if moment is not None else None


def post_days(post: Post) -> list[date]:
    """Every day that a post is dated, the day that it is of first; none where nothing dates it."""
    first = post_day(post)
    others = _days(post, (*DATES, *UPDATES))
    return list(dict.fromkeys(([first] if first is not None else []) + others))


def _days(post: Post, keys: tuple[str, ...]) -> list[date]:
    front = post.front_matter
    entries = (front.get(key) for key in keys) if front is not None else ()
    moments = (parse(entry.node.value) for entry in entries if entry is not None)
    return [moment.day for moment in moments if moment is not None]
