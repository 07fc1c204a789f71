"""How reports for people name and draw severities."""

from lintpost.language import Text
from lintpost.packs.rule import Severity
from lintpost.report.terminal import Terminal

LABELS: dict[Severity, Text] = {
    "error": Text("error", "エラー"),
    "warning": Text("warning", "警告"),
    "info": Text("note", "参考"),
}
COLORS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
_SYMBOLS: dict[Severity, str] = {"error": "✖", "warning": "▲", "info": "●"}
_ASCII_SYMBOLS: dict[Severity, str] = {"error": "x", "warning": "!", "info": "i"}


def symbols(terminal: Terminal) -> dict[Severity, str]:
    """A character for each severity, one cell wide."""
    return _SYMBOLS if terminal.unicode else _ASCII_SYMBOLS
