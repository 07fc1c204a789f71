"""JSON as nodes with spans: a recursive-descent parser; the standard library decodes strings."""

import json
from json.decoder import JSONDecodeError

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

_SPACE = lazy(r"[ \t\r\n]*")
_SCALAR = lazy(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_ESCAPE = lazy(r"\\(?:u([0-9a-fA-F]{4})|.)")
_SURROGATE = lazy("[\ud800-\udfff]")

_decoder = json.JSONDecoder()


def scanstring(text: str, at: int) -> tuple[str, int]:
    """The string whose opening quote is at `at`, and the offset after it. Raises `JSONDecodeError`."""
    return _decoder.raw_decode(text, at)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.duplicates: list[Entry] = []

    def skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def fail(self, message: str, at: int) -> JSONDecodeError:
        return JSONDecodeError(message, self.text, at)

    def value(self, at: int, depth: int = 0) -> tuple[ValueNode, int]:
        text = self.text
        if depth > MAX_DEPTH:
            raise Refused(Problem(at, at + 1, "too-deep", {"max": MAX_DEPTH}))
        char = text[at : at + 1]
        if char == '"':
            value, end = self.string(at)
            return ValueNode(value, at, end, inner=inner_offset(text, at, end, value)), end
        if char == "{":
            return self.object(at, depth)
        if char == "[":
            return self.array(at, depth)
        match = _SCALAR.match(text, at)
        if not match:
            raise self.fail("Expecting value", at)
        if match.end() - at > MAX_DIGITS:
            raise Refused(too_many_digits(at, match.end()))
        return ValueNode(json.loads(match[0]), at, match.end()), match.end()

    def string(self, at: int) -> tuple[str, int]:
        """The string at `at` and the offset after it; `Refused` where half a surrogate pair stands
        alone in it, which no encoding can hold.
        """
        value, end = scanstring(self.text, at)
        if _SURROGATE.search(value):
            place = _lone_surrogate(self.text, at, end)
            raise Refused(Problem(*place, "surrogate", {"code": self.text[slice(*place)]}))
        return value, end

    def object(self, start: int, depth: int) -> tuple[ValueNode, int]:
        entries: list[Entry] = []
        seen: set[str] = set()
        at = self.skip(start + 1)
        if self.text[at : at + 1] == "}":
            return ValueNode({}, start, at + 1, entries=entries), at + 1
        while True:
            if self.text[at : at + 1] != '"':
                raise self.fail("Expecting property name enclosed in double quotes", at)
            key, key_end = self.string(at)
            colon = self.skip(key_end)
            if self.text[colon : colon + 1] != ":":
                raise self.fail("Expecting ':' delimiter", colon)
            node, end = self.value(self.skip(colon + 1), depth + 1)
            entry = Entry(key, at, key_end, node)
            if key in seen:
                self.duplicates.append(entry)
            seen.add(key)
            entries.append(entry)
            at = self.skip(end)
            if self.text[at : at + 1] == "}":
                value = {entry.key: entry.node.value for entry in entries}
                return ValueNode(value, start, at + 1, entries=entries), at + 1
            if self.text[at : at + 1] != ",":
                raise self.fail("Expecting ',' delimiter", at)
            at = self.skip(at + 1)

    def array(self, start: int, depth: int) -> tuple[ValueNode, int]:
        items: list[ValueNode] = []
        at = self.skip(start + 1)
        if self.text[at : at + 1] == "]":
            return ValueNode([], start, at + 1, items=items), at + 1
        while True:
            node, end = self.value(at, depth + 1)
            items.append(node)
            at = self.skip(end)
            if self.text[at : at + 1] == "]":
                return ValueNode([item.value for item in items], start, at + 1, items=items), at + 1
            if self.text[at : at + 1] != ",":
                raise self.fail("Expecting ',' delimiter", at)
            at = self.skip(at + 1)


def _lone_surrogate(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the first escape of a string that is half of a surrogate pair."""
    high = None
    for escape in _ESCAPE.finditer(text, start, end):
        code = int(escape[1] or "0", 16)
        if high is not None:
            if high.end() == escape.start() and 0xDC00 <= code <= 0xDFFF:
                high = None
                continue
            return high.span()
        if 0xD800 <= code <= 0xDBFF:
            high = escape
        elif 0xDC00 <= code <= 0xDFFF:
            return escape.span()
    return high.span() if high is not None else (start, end)


def parse_json(text: str, start: int) -> tuple[ValueNode | None, int, list[Problem], list[Entry]]:
    """Parse the JSON value at an offset of a file.

    Returns the node (None if invalid), the offset after it, the problems, and the entries whose key
    occurred before in the same object. Offsets are code points.
    """
    scanner = _Scanner(text)
    try:
        node, end = scanner.value(start)
    except JSONDecodeError as error:
        from lintpost.post.front_matter.parser_messages import explained

        at = min(error.pos, max(len(text) - 1, start))
        return None, at, [Problem(at, at + 1, "other", {"detail": explained(error.msg)})], []
    except Refused as refused:
        return None, refused.problem.end, [refused.problem], []
    return node, end, [], scanner.duplicates
