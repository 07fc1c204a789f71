"""Lists of which some items end in 。 and others do not (JTF 1.1.3)."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.list_rows import list_rows
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_PERIOD = "。"


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each item of the rarer kind; where both are as frequent, at those without 。."""
    seen: set[int] = set()
    for items in list_rows(post.tree(meant=False)):
        ended = [post.text[item.start : item.end].rstrip().endswith(_PERIOD) for item in items]
        wanted, is_any = 2 * sum(ended) >= len(items), any(ended)
        for item, has in zip(items, ended, strict=True):
            if is_any and has is not wanted and item.start not in seen:
                seen.add(item.start)
                start, end = item.start, item.end
                text = post.text[start:end]
                start += len(text) - len(text.lstrip())
                yield Hit(start, end, "add" if wanted else "remove", {})


CHECK = Check(
    name="list-period",
    options=CheckOptions,
    messages={"add": (), "remove": ()},
    run=run,
    reads=("tree",),
)
