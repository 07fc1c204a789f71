"""Lines below a table that are indented as code: a row to pulldown-cmark, code to GitHub's parser and others."""

from lintpost.post.markdown.masks.spans import Span

_DEPTH = 4
"""Columns that make code of a line."""


def indented_rows(data: bytes, tables: list[Span], rows: list[Span]) -> list[Span]:
    """The rows that are indented four columns deeper than their table; bytes of the body."""
    found = []
    index = 0
    for start, end in tables:
        deep = _indent(data, start) + _DEPTH
        while index < len(rows) and rows[index][0] < end:
            first, last = rows[index]
            if first >= start and _indent(data, first) >= deep:
                found.append((first, first + len(data[first:last].rstrip(b"\r\n"))))
            index += 1
    return found


def _indent(data: bytes, at: int) -> int:
    """The columns of white space before an offset, and what is behind it, in its line."""
    behind = data[at : at + 80]
    before = data[data.rfind(b"\n", 0, at) + 1 : at]
    spaces = (
        before[len(before.rstrip(b" \t")) :] + behind[: len(behind) - len(behind.lstrip(b" \t"))]
    )
    return len(spaces.expandtabs(_DEPTH))
