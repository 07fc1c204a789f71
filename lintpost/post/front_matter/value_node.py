"""Values of front matter and settings files, with their spans."""

from collections.abc import Iterator
from typing import Any, NamedTuple

MAX_DEPTH = 100
"""Nesting allowed. libyaml's composer recurses in C: unbounded nesting would crash the process."""

MAX_DIGITS = 1000
"""Characters allowed in an integer. Python refuses to write one of more than 4,300 digits."""


class ValueNode:
    """A scalar, list or mapping with its span (code points, half-open, into the whole file).

    `inner` is where the characters of a string start, if the source between the quotes is exactly
    the value, so that offsets into the value can be mapped to the file; None if escapes, folding or
    a block style prevent that. `entries` are those of a mapping, `items` those of a list.
    """

    __slots__ = ("_index", "end", "entries", "inner", "items", "start", "value")

    def __init__(
        self,
        value: Any,
        start: int,
        end: int,
        *,
        entries: "list[Entry] | None" = None,
        items: "list[ValueNode] | None" = None,
        inner: int | None = None,
    ) -> None:
        self.value = value
        self.start = start
        self.end = end
        self.entries = entries
        self.items = items
        self.inner = inner
        self._index: dict[str, Entry] | None = None

    def get(self, key: str) -> "Entry | None":
        """The last entry with this key, which is the one that YAML parsers choose among duplicates."""
        if self._index is None:
            if self.entries is None:
                return None
            self._index = {entry.key: entry for entry in self.entries}
        return self._index.get(key)

    def at(self, path: list[str | int]) -> "ValueNode":
        """The node at a path of keys and list indexes, or the deepest node that exists on the way."""
        node = self
        for step in path:
            if isinstance(step, str):
                entry = node.get(step)
                if entry is None:
                    return node
                node = entry.node
            elif node.items is not None and step < len(node.items):
                node = node.items[step]
            else:
                return node
        return node

    def each(self) -> "list[ValueNode]":
        """The items of a list; for anything else a list of the node itself."""
        return self.items if self.items is not None else [self]

    def walk(self) -> "Iterator[ValueNode]":
        """This node and all its descendants, in source order."""
        yield self
        for entry in self.entries or ():
            yield from entry.node.walk()
        for item in self.items or ():
            yield from item.walk()


class Entry(NamedTuple):
    """A key of a mapping: the span of the key (code points, half-open) and the node of its value."""

    key: str
    start: int
    end: int
    node: ValueNode


class Problem(NamedTuple):
    """Why a block cannot be parsed: a span (code points, half-open), a message key and its parameters."""

    start: int
    end: int
    key: str
    params: dict[str, Any]


class Refused(Exception):
    """Raised while a tree is built of what the parser took and lintpost does not."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def too_many_digits(start: int, end: int) -> Problem:
    """The problem of an integer that is longer than `MAX_DIGITS`."""
    return Problem(start, end, "too-many-digits", {"max": MAX_DIGITS})


def inner_offset(text: str, start: int, end: int, value: str) -> int | None:
    """The offset at which the characters of a scalar start; None if the source between its quotes is not
    exactly its value. `start` and `end` enclose the scalar with its quotes.
    """
    if text.startswith(value, start) and end - start == len(value):
        return start
    if end - start == len(value) + 2 and text.startswith(value, start + 1):
        return start + 1
    return None
