"""Lists of which some items end in 。 and others do not (JTF 1.1.3)."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.markdown.tree import MarkdownNode
from lintpost.post.post import Post
from lintpost.site.site import Site

_PERIOD = "。"


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each item of the rarer kind; where both are as frequent, at those without 。."""
    seen: set[int] = set()
    for items in _groups(post.tree(meant=False)):
        ended = [post.text[item.start : item.end].rstrip().endswith(_PERIOD) for item in items]
        wanted, is_any = 2 * sum(ended) >= len(items), any(ended)
        for item, has in zip(items, ended, strict=True):
            if is_any and has is not wanted and item.start not in seen:
                seen.add(item.start)
                start, end = item.start, item.end
                text = post.text[start:end]
                start += len(text) - len(text.lstrip())
                yield Hit(start, end, "add" if wanted else "remove", {})


def _groups(node: MarkdownNode) -> Iterator[list[MarkdownNode]]:
    """The items that count together: as in textlint's rule, a nested list begins anew, and what follows it
    in the outer list goes on from there.
    """
    rows: list[MarkdownNode] = []
    waiting = [(node, False)]
    while waiting:  # a list may be nested deeper than functions can be
        one, is_left = waiting.pop()
        if is_left:
            yield rows
            continue
        if one.kind == "List":
            rows = []
            waiting.append((one, True))
        elif one.kind == "ListItem":
            rows.append(one)
        waiting += [(child, False) for child in reversed(one.children)]


CHECK = Check(
    name="list-period",
    options=CheckOptions,
    messages={"add": (), "remove": ()},
    run=run,
    reads=("tree",),
)
