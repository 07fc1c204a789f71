"""Front-matter values as several checks read them."""

from collections.abc import Iterator
from typing import NamedTuple

from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_LIST_WORDS = MemoKey[list[tuple[ValueNode, str]]]("list words")


class Field(NamedTuple):
    """A string value of the front matter."""

    key: str
    value: str
    node: ValueNode

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Part of the value as a span of the file; the whole value where escapes hide the part."""
        if self.node.inner is None:
            return self.node.start, self.node.end
        return self.node.inner + start, self.node.inner + end

    @property
    def content(self) -> tuple[int, int]:
        """The span of the characters, quotes left out where that is possible."""
        return self.span(0, len(self.value))


def fence(post: Post, front: FrontMatter) -> tuple[int, int]:
    """The span of the block's opening fence, or of the brace of JSON."""
    if front.format == "json":
        return front.start, front.start + 1
    line = post.source.location(front.start)[0]
    return front.start, post.source.line_span(line)[1]


def strings(post: Post, keys: tuple[str, ...]) -> Iterator[Field]:
    """The named keys that hold a non-blank string, in the order asked for."""
    if post.front_matter is None:
        return
    for key in keys:
        entry = post.front_matter.get(key)
        if entry is not None and isinstance(entry.node.value, str) and entry.node.value.strip():
            yield Field(key, entry.node.value, entry.node)


def entry_of(post: Post, key: str) -> Entry | None:
    """The entry of a top-level key, if there is one."""
    return post.front_matter.get(key) if post.front_matter else None


def items(post: Post, key: str) -> list[ValueNode]:
    """The items of a list; empty where there is none."""
    entry = entry_of(post, key)
    return (entry.node.items or []) if entry is not None else []


def words(post: Post, key: str) -> list[tuple[ValueNode, str]]:
    """The non-blank strings of a list, as written but for spaces around them."""
    return post.memo.get_or_make(_LIST_WORDS, lambda: _words(post, key), key)


def _words(post: Post, key: str) -> list[tuple[ValueNode, str]]:
    values = ((node, node.value) for node in items(post, key))
    texts = ((node, value.strip()) for node, value in values if isinstance(value, str))
    return [(node, text) for node, text in texts if text]


def words_of(post: Post, keys: tuple[str, ...]) -> dict[str, ValueNode]:
    """The words of several keys, each a list or a single string, with their places."""
    found: dict[str, ValueNode] = {}
    for key in keys:
        for node, word in words(post, key):
            found.setdefault(word, node)
    for field in strings(post, keys):
        found.setdefault(field.value.strip(), field.node)
    return found
