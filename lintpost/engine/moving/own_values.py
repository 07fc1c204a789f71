"""What the front matter of a post that moves says of its own name: its slug and its date."""

from collections.abc import Iterator
from posixpath import basename, splitext

from lintpost.post.edit import Edit
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.addresses.slugs import without_date
from lintpost.site.files import page_stem

_DATED = lazy(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-.")
_DATE_KEYS = ("date", "pubDate", "published_at")


def own_value_edits(post: Post, old: str, new: str) -> Iterator[Edit]:
    """The edits of `slug` and `date` that a new name asks for. Each is changed only where it was what the old name
    said, so that what an author set otherwise stays.
    """
    front = post.front_matter
    if front is None or front.problems:
        return
    slug = front.get("slug")
    was, will = _slug(old), _slug(new)
    if slug is not None and slug.node.value == was != will and slug.node.inner is not None:
        yield Edit(slug.node.inner, slug.node.inner + len(was), will)
    before, after = (_DATED.match(basename(path)) for path in (old, new))
    if before is None or after is None or before[1] == after[1]:
        return
    for key in _DATE_KEYS:
        entry = front.get(key)
        at = _date_at(post, entry.node, before[1]) if entry is not None else None
        if at is not None:
            yield Edit(at, at + len(before[1]), after[1])


def _slug(path: str) -> str:
    return without_date(page_stem(path))


def _date_at(post: Post, node: ValueNode, day: str) -> int | None:
    """Where the day stands with which a date begins; None for another day."""
    if node.entries is not None or node.items is not None:
        return None
    written = post.text[node.start : node.end]
    lead = len(written) - len(written.lstrip("\"'"))
    return node.start + lead if written.startswith(day, lead) else None


def is_dated(path: str) -> bool:
    """Whether the name of a file begins with a date, as Jekyll asks of posts."""
    return _DATED.match(splitext(basename(path))[0]) is not None
