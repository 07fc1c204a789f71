"""The lists and tables of a body, held against those of its tree."""

import pytest

from lintpost.checks.common.blocks.lists import ListBlock, TableBlock, lists_of, tables_of
from lintpost.post.markdown.flags import ITEM, QUOTE
from lintpost.post.post import Post
from lintpost.post.source import Source

BODIES = [
    "",
    "- a\n",
    "- あ\n- い\n\n本文\n\n1. う\n\n   え\n2. お\n",
    "- a\n  - b\n    - c\n  - d\n- e\n",
    "- - - a\n",
    "- > - a\n\n> 1. b\n>    - c\n>\n> 2. d\n",
    "- ```\n  a\n  ```\n\n- b\n\n\n* c\n",
    "[^1]: - あ\n    - い\n\nう[^1]\n\n- [ ] え\r\n- [x] お\r\n\r\n",
    "**「あ」**です\n\n- い\n\n|あ|い|\n|-|-|\n|う|え|\n|お|か|\n\n> |a|\n> |-|\n",
]


@pytest.mark.parametrize("body", BODIES)
def test_they_are_those_of_the_tree(body: str) -> None:
    post = Post(Source("a.md", f"---\ntitle: 題\n---\n{body}"))
    found = list(post.tree().walk())
    assert lists_of(post) == [
        ListBlock(
            node.start,
            [(item.start, item.end) for item in node.children],
            bool(node.flags & QUOTE),
            bool(node.flags & ITEM),
        )
        for node in found
        if node.kind == "List"
    ]
    assert tables_of(post) == [
        TableBlock(node.start, sum(child.kind == "TableRow" for child in node.children))
        for node in found
        if node.kind == "Table"
    ]
