"""TOML as nodes with spans.

The standard library's ``tomllib`` parses the values and rejects invalid TOML, but has no positions.
The scanner here only runs over text that ``tomllib`` accepted, so it can rely on the grammar of
TOML 1.0 (https://toml.io/en/v1.0.0) and only has to find where things are.
"""

import re
import tomllib
from typing import Any

from lintpost.post.front_matter.value_node import (
    MAX_DEPTH,
    MAX_DIGITS,
    Entry,
    Problem,
    Refused,
    ValueNode,
    inner_offset,
    too_many_digits,
)
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
_LONG_NUMBER = lazy(rf"(?<![\w.+-])[+-]?[0-9][0-9_]{{{MAX_DIGITS},}}")
_ABOUT_KEYS = (
    "Cannot overwrite",
    "Cannot declare",
    "Cannot mutate",
    "Cannot redefine",
    "Duplicate",
)
_ERROR_PLACE = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tables: dict[tuple[int, str], Entry] = {}

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
        if len(raw) > MAX_DIGITS:
            raise Refused(too_many_digits(at, at + len(raw)))
        return ValueNode(value, at, at + len(raw))

    def pair(self, at: int, table: ValueNode) -> int:
        """Add ``key = value`` to the node of a table and return the offset after it."""
        parts, at = self.key(at)
        for name, start, end in parts[:-1]:
            table = self.child(table, name, start, end)
        name, start, end = parts[-1]
        node = self.value(self.skip(_INLINE, at + 1), table.value[name])
        assert table.entries is not None
        table.entries.append(Entry(name, start, end, node))
        return node.end

    def child(self, table: ValueNode, name: str, start: int, end: int) -> ValueNode:
        """The table below `name`; of an array of tables, the one being read."""
        entry = self.tables.get((id(table), name))
        if entry is None:
            value = table.value[name]
            if isinstance(value, list):
                entry = self.add(table, name, start, end, ValueNode(value, start, end, items=[]))
            else:
                entry = self.add(table, name, start, end, ValueNode(value, start, end, entries=[]))
        return entry.node.items[-1] if entry.node.items else entry.node

    def next_of_array(self, table: ValueNode, name: str, start: int, end: int) -> ValueNode:
        """A new table at the end of the array below `name`."""
        entry = self.tables.get((id(table), name))
        if entry is None:
            array = ValueNode(table.value[name], start, end, items=[])
            entry = self.add(table, name, start, end, array)
        node = entry.node
        assert node.items is not None
        item = ValueNode(node.value[len(node.items)], start, end, entries=[])
        node.items.append(item)
        return item

    def add(self, table: ValueNode, name: str, start: int, end: int, node: ValueNode) -> Entry:
        """Put a table or an array of tables below `name`, to be found there again."""
        entry = Entry(name, start, end, node)
        assert table.entries is not None
        table.entries.append(entry)
        self.tables[id(table), name] = entry
        return entry


def parse_toml(text: str, start: int, end: int) -> tuple[ValueNode | None, list[Problem]]:
    """Parse `text[start:end]`, the lines between the ``+++`` fences.

    Returns the root (None if invalid) and the problems. Spans are code points into `text`.
    """
    block = text[start:end]
    try:
        data = tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        return None, [_problem(str(error), text, start, end)]
    except RecursionError:
        return None, [Problem(start, start, "too-deep", {"max": MAX_DEPTH})]
    except ValueError:  # Python reads no integer of more than 4,300 digits
        found = _LONG_NUMBER.search(text, start, end)
        place = found.span() if found else (start, end)
        return None, [too_many_digits(*place)]
    try:
        root = _tree(text, start, end, data)
        _refuse_deep_nesting(root)
    except Refused as refused:
        return None, [refused.problem]
    return root, []


def _tree(text: str, start: int, end: int, data: dict[str, Any]) -> ValueNode:
    """The node of a block that `tomllib` has read as `data`."""
    # Line ends are cut by tomllib to "\n" in multi-line strings alone; places stay as written.
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
                table = scanner.child(table, name, key_start, key_end)
            name, key_start, key_end = parts[-1]
            if array:
                table = scanner.next_of_array(table, name, key_start, key_end)
            else:
                table = scanner.child(table, name, key_start, key_end)
            at += 1 + array
        else:
            at = scanner.pair(at, table)
        at = scanner.skip(_BLANK, at)
    return root


def _refuse_deep_nesting(root: ValueNode) -> None:
    """Raise where tables and arrays nest deeper than `MAX_DEPTH`; the checks walk them by recursion."""
    level = [root]
    for _ in range(MAX_DEPTH + 1):
        level = [
            child
            for node in level
            for child in (*(e.node for e in node.entries or ()), *(node.items or ()))
        ]
    if level:
        start = level[0].start
        raise Refused(Problem(start, start + 1, "too-deep", {"max": MAX_DEPTH}))


def _problem(message: str, text: str, start: int, end: int) -> Problem:
    # Most blocks can be read.
    from lintpost.post.front_matter.parser_messages import explained
    from lintpost.post.front_matter.toml_repeated import repeated_key

    block = text[start:end]
    place = _ERROR_PLACE.search(message)
    at = len(block)
    if place and place[1]:
        lines = block.split("\n")
        line, column = int(place[1]), int(place[2])
        at = sum(len(text) + 1 for text in lines[: line - 1]) + column - 1
    if message.startswith(_ABOUT_KEYS):
        repeated = repeated_key(block, 0, at)
        if repeated is not None:
            line = text[: start + repeated.first_start].count("\n") + 1
            params = {"key": repeated.name, "line": line}
            return Problem(start + repeated.start, start + repeated.end, "repeated-key", params)
    at = min(start + at, end)
    detail = explained(_ERROR_PLACE.sub("", message))
    return Problem(at, min(at + 1, end), "other", {"detail": detail})
