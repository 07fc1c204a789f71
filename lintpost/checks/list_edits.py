"""Edits of front-matter lists and values that leave everything around them as it was."""

import re
from typing import Any

import yaml

from lintpost.checks.hit import Edit
from lintpost.post.node import Node
from lintpost.post.post import Post

_PLAIN = re.compile(r"[^\W\d][\w .+/()（）・ー&-]*", re.UNICODE)


def replace_value(post: Post, node: Node, new: str) -> Edit | None:
    """Write another string in place of a scalar, in the quotes that are there.

    None where that cannot be done without escaping.
    """
    quote = post.text[node.start : node.start + 1]
    if quote not in "\"'":
        return Edit(node.start, node.end, new if is_plain(new) else f'"{new}"')
    if node.inner is None or any(char in new for char in (quote, "\\", "\n")):
        return None
    return Edit(node.inner, node.inner + len(node.value), new)


def is_plain(word: str) -> bool:
    """Whether YAML reads a word as this very string without quotes, inside a flow list too."""
    if not _PLAIN.fullmatch(word) or word != word.strip():
        return False
    resolver: Any = yaml.resolver.Resolver()
    return bool(resolver.resolve(yaml.ScalarNode, word, (True, False)).endswith(":str"))


def remove_item(post: Post, items: list[Node], index: int) -> Edit | None:
    """Take one item out of a list: with its comma, or with its line in a block list.

    None for the only item, and where an item of a block list shares its line with another.
    """
    if len(items) < 2:
        return None
    item = items[index]
    line = post.source.location(item.start)[0]
    start, end = post.source.line_span(line)
    before = post.text[start : item.start].strip()
    if before == "-":
        if post.source.location(item.end)[0] != line:
            return None
        starts = post.source.line_starts
        return Edit(start, starts[line] if line < len(starts) else end, "")
    if index > 0:
        return Edit(items[index - 1].end, item.end, "")
    return Edit(item.start, items[1].start, "")
