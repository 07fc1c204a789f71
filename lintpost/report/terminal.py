"""Where a report for people is written: how wide it is, which characters and colours it can show."""

import os
from typing import NamedTuple, TextIO

_PIPE_WIDTH = 100
"""Cells of a line in a pipe or a file."""
_USUAL_WIDTH = 80
"""Cells of a line in a terminal that does not tell its size."""
_TERMINALS_WITHOUT_COLORS = ("dumb", "unknown")
_CODES = {
    "bold": "1", "dim": "2", "bold underline": "1;4",
    "red": "31", "green": "32", "yellow": "33", "cyan": "36",
    "bold red": "1;31", "bold green": "1;32", "bold yellow": "1;33", "bold cyan": "1;36",
}  # fmt: skip
"""Styles in rich's words, and the parameters of their escape sequence (SGR: ECMA-48, 8.3.117)."""


class Terminal(NamedTuple):
    """A stream, the width of its lines in cells, and whether it shows colours and Unicode."""

    out: TextIO
    width: int
    colors: bool
    unicode: bool

    def paint(self, text: str, style: str) -> str:
        """A text in a style; the text itself where there are no colours."""
        if not self.colors or not text or not style:
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"

    def link(self, text: str, address: str | None) -> str:
        """A text that leads to an address (OSC 8); the text itself without one or without colours."""
        if address is None or not self.colors:
            return text
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def terminal_of(out: TextIO, color: str = "auto") -> Terminal:
    """What is known of a stream; `color` is ``auto``, ``always`` or ``never``."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    colors = (
        wants_colors(out, color)
        and os.environ.get("TERM", "").lower() not in _TERMINALS_WITHOUT_COLORS
    )
    return Terminal(out, line_width(out), colors, encoding.lower().startswith("utf"))


def wants_colors(out: TextIO, color: str) -> bool:
    """Whether colours are wanted: with ``auto`` on a terminal, unless ``NO_COLOR`` is set."""
    return color == "always" or (
        color == "auto" and out.isatty() and not os.environ.get("NO_COLOR")
    )


def line_width(out: TextIO) -> int:
    """The width of a line in cells: ``COLUMNS``, else the terminal's."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    if not out.isatty():
        return _PIPE_WIDTH
    try:
        return os.get_terminal_size(out.fileno()).columns or _USUAL_WIDTH
    except OSError:
        return _USUAL_WIDTH
