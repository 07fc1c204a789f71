"""Positions of LSP and offsets of lintpost.

LSP counts lines from 0, and in a line the units of an encoding that was agreed on; lintpost counts code points
from the start of the file.
"""

from bisect import bisect_right
from typing import Any, Literal

from lintpost.post.edit import Edit
from lintpost.post.source import Source
from lintpost.server.rpc.errors import invalid_params

Encoding = Literal["utf-8", "utf-16", "utf-32"]
ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}
"""Python's codec for an encoding, and the bytes of one of its units."""


class Positions:
    """The positions in one text under an encoding."""

    __slots__ = ("encoding", "source")

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self.source = source
        self.encoding: Encoding = encoding

    def position(self, offset: int) -> dict[str, int]:
        """The position of an offset, which may lie behind the text: then it is that of the end."""
        text, starts = self.source.text, self.source.line_starts
        offset = min(offset, len(text))
        line = bisect_right(starts, offset) - 1
        before = text[starts[line] : offset]
        return {"line": line, "character": self._units(before)}

    def range(self, start: int, end: int) -> dict[str, dict[str, int]]:
        """The range of a span."""
        return {"start": self.position(start), "end": self.position(end)}

    def offset(self, position: Any) -> int:
        """The offset of a position. One behind the end of a line is its end, one behind the text the text's.

        Raises `ResponseError` for what is no position.
        """
        try:
            line, units = position["line"], position["character"]
        except (KeyError, TypeError):
            raise invalid_params("a position needs `line` and `character`") from None
        if not isinstance(line, int) or not isinstance(units, int) or line < 0 or units < 0:
            raise invalid_params("`line` and `character` are numbers from 0")
        if line >= len(self.source.line_starts):
            return len(self.source.text)
        start, end = self.source.line_span(line + 1)
        return start + self._points(self.source.text[start:end], units)

    def span(self, range: Any) -> tuple[int, int]:
        """The span of a range. Raises `ResponseError` for what is no range."""
        if not isinstance(range, dict):
            raise invalid_params("a range needs `start` and `end`")
        start, end = self.offset(range.get("start")), self.offset(range.get("end"))
        return min(start, end), max(start, end)

    def text_edit(self, edit: Edit) -> dict[str, Any]:
        """An edit as a `TextEdit`."""
        return {"range": self.range(edit.start, edit.end), "newText": edit.text}

    def _units(self, text: str) -> int:
        if self.encoding == "utf-32" or text.isascii():
            return len(text)
        codec, size = _CODECS[self.encoding]
        return len(text.encode(codec, "surrogatepass")) // size

    def _points(self, line: str, units: int) -> int:
        """How many characters of a line are in a number of units; half a character counts as none."""
        if self.encoding == "utf-32" or line.isascii():
            return min(units, len(line))
        codec, size = _CODECS[self.encoding]
        data = line.encode(codec, "surrogatepass")[: units * size]
        return len(data.decode(codec, "ignore"))
