"""Finds the key that stands twice in a TOML block, where `tomllib` says only that one does."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.post.lazy import lazy

_BLANK = lazy(r"(?:[ \t\r\n]|#[^\n]*)*")
_NAME = lazy(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_INLINE_KEY = lazy(r"""(?<=[{, \t])([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*=""")
_DOT = lazy(r"[ \t]*\.[ \t]*")
_TOKEN = lazy(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}' r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'"
    r"|#[^\n]*|.",
    re.DOTALL,
)  # fmt: skip


_Path = tuple[str | int, ...]
"""Names from the root on; numbers tell the tables of an array apart."""
_Part = tuple[str, int, int]
"""A name and its span."""


class RepeatedKey(NamedTuple):
    """A key, and the place of the same key above it: spans of code points, half-open."""

    name: str
    start: int
    end: int
    first_start: int


class _Statement(NamedTuple):
    """A table's header, or a key with its value. `parts` are names with their spans, `end` is exclusive."""

    parts: list[_Part]
    header: str
    end: int


def repeated_key(text: str, start: int, at: int) -> RepeatedKey | None:
    """The key by which a statement says again what was said above it; None where none is found.

    The block begins at `start`; `tomllib` gave up at `at`, in that statement or at its end.
    """
    block = _Block()
    for statement in _statements(text, start):
        if statement.end >= at:
            return block.repeated(statement) or _repeated_inline(text, statement, at)
        block.add(statement)
    return None


class _Block:
    """The keys and tables of a block, as far as it is read."""

    def __init__(self) -> None:
        self._seen: dict[_Path, tuple[int, bool]] = {}
        """The first place of each path, and whether it holds a value of its own."""
        self._elements: dict[_Path, _Path] = {}
        """The path of the last table of each array of tables."""
        self._table: _Path = ()

    def add(self, statement: _Statement) -> None:
        path: _Path = ()
        for path, (_, start, _), is_last in self._paths(statement):
            self._seen.setdefault(path, (start, is_last and not statement.header))
        if statement.header == "[[":
            self._elements[path] = (*path, statement.end)
        if statement.header:
            self._table = self._elements.get(path, path)

    def repeated(self, statement: _Statement) -> RepeatedKey | None:
        """The part of a statement that holds a value already, or is the whole of it and was named before."""
        for path, (name, start, end), is_last in self._paths(statement):
            first, has_value = self._seen.get(path, (-1, False))
            if first >= 0 and (has_value or is_last):
                return RepeatedKey(name, start, end, first)
        return None

    def _paths(self, statement: _Statement) -> Iterator[tuple[_Path, _Part, bool]]:
        """The path to each part of a statement, the part, and whether it is the last."""
        path = () if statement.header else self._table
        for number, part in enumerate(statement.parts, 1):
            path = (*path, part[0])
            yield path, part, number == len(statement.parts)
            path = self._elements.get(path, path)


def _repeated_inline(text: str, statement: _Statement, at: int) -> RepeatedKey | None:
    """The last key before a place inside a statement's value, if it stands there twice."""
    keys = list(_INLINE_KEY.finditer(text, statement.parts[-1][2] + 1, at))
    same = [key for key in keys if key[1] == keys[-1][1]]
    if len(same) < 2:
        return None
    return RepeatedKey(same[-1][1].strip("\"'"), *same[-1].span(1), same[-2].start(1))


def _statements(text: str, at: int) -> Iterator[_Statement]:
    """The statements from an offset on, as far as they can be read."""
    while True:
        at = _after(_BLANK, text, at)
        header = "[[" if text.startswith("[[", at) else "[" if text.startswith("[", at) else ""
        at = _after(_BLANK, text, at + len(header))
        parts: list[_Part] = []
        while part := _NAME.match(text, at):
            parts.append((part[0].strip("\"'"), *part.span()))
            dot = _DOT.match(text, part.end())
            at = dot.end() if dot else part.end()
            if not dot:
                break
        if not parts:
            return
        at = _line_end(text, at)
        yield _Statement(parts, header, at)


def _line_end(text: str, at: int) -> int:
    """The end of a statement: of its line, or of the line in which its last bracket closes."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        depth += (token[0] in ("[", "{")) - (token[0] in ("]", "}"))
        if token[0] == "\n" and depth <= 0:
            return token.start()
    return len(text)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
