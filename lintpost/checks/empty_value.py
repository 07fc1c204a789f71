"""Front-matter keys with nothing behind them."""

from collections.abc import Iterator

from lintpost.checks.hit import Hit
from lintpost.checks.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`allow`: keys that may be empty."""

    allow: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Keys without a value or with blanks alone, and blank items of a list.

    An explicit ``[]`` or ``{}`` says "none" on purpose and is left alone.
    """
    front = post.front_matter
    if front is None or front.root is None:
        return
    for entry in front.root.entries or ():
        if entry.key in options.allow:
            continue
        if _blank(entry.node.value):
            yield Hit(entry.start, entry.end, "key", {"key": entry.key})
        for item in entry.node.items or ():
            if _blank(item.value):
                end = max(item.end, item.start + 1)
                start = item.start
                if item.end == item.start:
                    # A bare "-": show the hyphen.
                    start = post.text.rfind("-", entry.end, item.start + 1)
                    start, end = (start, start + 1) if start >= 0 else (item.start, item.end)
                yield Hit(start, end, "item", {"key": entry.key})


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
