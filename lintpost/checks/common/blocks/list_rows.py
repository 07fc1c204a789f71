"""The items of lists that count together, as textlint's rules on lists count them."""

from collections.abc import Iterator

from lintpost.post.markdown.tree import MarkdownNode


def list_rows(node: MarkdownNode) -> Iterator[list[MarkdownNode]]:
    """Rows of items: a nested list begins anew, and what follows it in the outer list goes on from there."""
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
