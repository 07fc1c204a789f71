"""TOML as nodes with spans.

The standard library's ``tomllib`` parses the values and rejects invalid TOML, but has no positions.
The scanner here only runs over text that ``tomllib`` accepted, so it can rely on the grammar of
TOML 1.0 (https://toml.io/en/v1.0.0) and only has to find where things are.
"""

import re
import tomllib
from typing import Any

from lintpost.post.front_matter.value_node import Entry, Problem, ValueNode, inner_offset
from lintpost.post.lazy import lazy

_BLANK = lazy(r"(?:[ \t\r\n]|#[^\n]*)*")
_INLINE = lazy(r"[ \t]*")
_KEY = lazy(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
_STRING = lazy(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = lazy(r"[^,\]\}#\n\r]+")
_ERROR_PLACE = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text

    def skip(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self.text, at)
        return match.end() if match else at

    def key(self, at: int) -> tuple[list[tuple[str, int, int]], int]:
        """The parts of a dotted key as (name, start, end), and the offset after it."""
        parts = []
        while True:
            match = _KEY.match(self.text, at)
            if match is None:
                raise ValueError(at)
            raw = match[0]
            name = tomllib.loads(f"k={raw}")["k"] if raw[0] in "\"'" else raw
            parts.append((name, match.start(), match.end()))
            at = self.skip(_INLINE, match.end())
            if self.text[at : at + 1] != ".":
                return parts, at
            at = self.skip(_INLINE, at + 1)

    def value(self, at: int, value: Any) -> ValueNode:
        """The node of the value that starts at `at`; `value` is what tomllib parsed."""
        text = self.text
        if text[at] == "[":
            items: list[ValueNode] = []
            start, at = at, self.skip(_BLANK, at + 1)
            while text[at] != "]":
                items.append(self.value(at, value[len(items)]))
                at = self.skip(_BLANK, items[-1].end)
                if text[at] == ",":
                    at = self.skip(_BLANK, at + 1)
            return ValueNode(value, start, at + 1, items=items)
        if text[at] == "{":
            node = ValueNode(value, at, at, entries=[])
            at = self.skip(_INLINE, at + 1)
            while text[at] != "}":
                at = self.skip(_INLINE, self.pair(at, node))
                if text[at] == ",":
                    at = self.skip(_INLINE, at + 1)
            node.end = at + 1
            return node
        match = _STRING.match(text, at)
        if match:
            inner = inner_offset(text, at, match.end(), value)
            return ValueNode(value, at, match.end(), inner=inner)
        bare = _BARE.match(text, at)
        raw = bare[0].rstrip() if bare else ""
        return ValueNode(value, at, at + len(raw))

    def pair(self, at: int, table: ValueNode) -> int:
        """Add ``key = value`` to the node of a table and return the offset after it."""
        parts, at = self.key(at)
        for name, start, end in parts[:-1]:
            table = _child(table, name, start, end)
        name, start, end = parts[-1]
        node = self.value(self.skip(_INLINE, at + 1), table.value[name])
        assert table.entries is not None
        table.entries.append(Entry(name, start, end, node))
        return node.end


def _child(table: ValueNode, name: str, start: int, end: int) -> ValueNode:
    """The table under a name, added if it is new; of an array of tables the last one."""
    entry = next((e for e in table.entries or () if e.key == name), None)
    value = table.value[name]
    if entry is None:
        if isinstance(value, list):
            node = ValueNode(value, start, end, items=[])
        else:
            node = ValueNode(value, start, end, entries=[])
        assert table.entries is not None
        table.entries.append(Entry(name, start, end, node))
    else:
        node = entry.node
    return node.items[-1] if node.items else node


def parse_toml(text: str, start: int, end: int) -> tuple[ValueNode | None, list[Problem]]:
    """Parse `text[start:end]`, the lines between the ``+++`` fences.

    Returns the root (None if invalid) and the problems. Spans are code points into `text`.
    """
    block = text[start:end]
    try:
        data = tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        return None, [_problem(str(error), block, start, end)]
    except RecursionError:
        return None, [Problem(start, start, "too-deep", {"max": 100})]
    # tomllib changes line ends in the values of multi-line strings, but no offsets here.
    scanner = _Scanner(text[:end])
    root = ValueNode(data, start, end, entries=[])
    table = root
    at = scanner.skip(_BLANK, start)
    while at < end:
        if text[at] == "[":
            array = text.startswith("[[", at)
            parts, at = scanner.key(scanner.skip(_INLINE, at + 1 + array))
            table = root
            for name, key_start, key_end in parts[:-1]:
                table = _child(table, name, key_start, key_end)
            name, key_start, key_end = parts[-1]
            if array:
                table = _next_of_array(table, name, key_start, key_end)
            else:
                table = _child(table, name, key_start, key_end)
            at += 1 + array
        else:
            at = scanner.pair(at, table)
        at = scanner.skip(_BLANK, at)
    return root, []


def _next_of_array(table: ValueNode, name: str, start: int, end: int) -> ValueNode:
    entry = next((e for e in table.entries or () if e.key == name), None)
    if entry is None:
        node = ValueNode(table.value[name], start, end, items=[])
        assert table.entries is not None
        table.entries.append(Entry(name, start, end, node))
    else:
        node = entry.node
    assert node.items is not None
    item = ValueNode(node.value[len(node.items)], start, end, entries=[])
    node.items.append(item)
    return item


def _problem(message: str, block: str, start: int, end: int) -> Problem:
    place = _ERROR_PLACE.search(message)
    at = len(block)
    if place and place[1]:
        lines = block.split("\n")
        line, column = int(place[1]), int(place[2])
        at = sum(len(text) + 1 for text in lines[: line - 1]) + column - 1
    at = min(start + at, end)
    return Problem(at, min(at + 1, end), "other", {"detail": _ERROR_PLACE.sub("", message)})
