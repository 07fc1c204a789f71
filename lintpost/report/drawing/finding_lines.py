"""Draws findings for people: message, source line with the span marked, fix, and rule."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lintpost.report.drawing.cells import cell_width
from lintpost.report.drawing.window import window
from lintpost.report.drawing.wrap import wrap
from lintpost.report.entries import Entry, other_places
from lintpost.report.severities import COLORS, symbols
from lintpost.report.terminal import Terminal
from lintpost.report.visible import visible

if TYPE_CHECKING:
    from lintpost.engine.finding import Finding
    from lintpost.packs.rule import Rule
    from lintpost.report.formats import ReportContext

_NARROWEST = 30
"""Cells that a line gets in the narrowest terminal."""
_MOST_PLACES = 6
"""Other places that are named of an entry where not everything is shown."""
# ASCII: other marks are two cells wide in some terminals.
_MARK = "^"


class _Gutter(NamedTuple):
    """What is drawn before a source line and before the marks below it, and its width in cells."""

    source: str
    marks: str
    width: int


class FindingLines:
    """Draws plain strings with escape codes: rich's `Text` took most of the time of a run whose results
    were all cached. Parts that many findings have in common are drawn once.
    """

    def __init__(self, context: "ReportContext", terminal: Terminal, *, all_places: bool) -> None:
        self._context = context
        self._terminal = terminal
        self._most_places = None if all_places else _MOST_PLACES
        self._width = max(terminal.width, _NARROWEST)
        self._bar, self._arrow, star = ("│", "→", "◆") if terminal.unicode else ("|", "->", "*")
        paint = terminal.paint
        self._star = paint(f" {star}", "green")
        self._leads = {
            severity: paint(f"  {symbol} ", f"bold {COLORS[severity]}")
            for severity, symbol in symbols(terminal).items()
        }
        self._gutters: dict[int, _Gutter] = {}
        self._names: dict[str, str] = {}

    def path(self, path: str) -> str:
        """The heading of a post."""
        return self._terminal.paint(visible(path), "bold underline")

    def entry(self, entry: Entry, text: str) -> str:
        """An entry of a post with this text; several lines, each with its end."""
        finding = entry.first
        line, column, _ = finding.start
        place = f"{line}:{column}  "
        room = self._width - 4
        message = "\n    ".join(wrap(finding.message, room - len(place), room))
        lead = self._leads[finding.severity] + self._terminal.paint(place, "dim")
        drawn = f"{lead}{message}\n{self._source(finding, text)}{self._advice(entry, text)}"
        return drawn + self._others(entry, text) if entry.others else drawn

    def _source(self, finding: "Finding", text: str) -> str:
        """The source line, and a line that marks the span; nothing for a blank line."""
        number, column, offset = finding.start
        line_start = offset - column + 1
        line_end = text.find("\n", offset)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if "\r" in line:
            line = line[: line.index("\r")]
        if not line or line.isspace():
            return ""
        gutter = self._gutters.get(number) or self._gutter(number)
        end = finding.end.offset - line_start  # behind the line's end if the finding is longer
        part = window(line, column - 1, end, self._width - gutter.width - 1)
        paint, color = self._terminal.paint, COLORS[finding.severity]
        span = paint(part.span, f"bold {color}")
        marks = paint(" " * part.offset + _MARK * part.width, color)
        return f"{gutter.source}{part.before}{span}{part.after}\n{gutter.marks}{marks}\n"

    def _gutter(self, number: int) -> _Gutter:
        source = f"    {number} {self._bar} "
        marks = " " * (len(source) - 2) + self._bar + " "
        paint = self._terminal.paint
        gutter = _Gutter(paint(source, "dim"), paint(marks, "dim"), len(source))
        self._gutters[number] = gutter
        return gutter

    def _advice(self, entry: Entry, text: str) -> str:
        """The fixed text, if there is a fix, and the rule."""
        finding = entry.first
        name = self._names.get(finding.rule) or self._name(finding.rule)
        new = _replacement(finding, text) if finding.fix is not None else ""
        star = self._star if entry.fixable else ""
        if not new:
            return f"    {name}{star}\n"
        part = window(new, 0, 0, self._width - 7)
        shown = part.before + part.span + part.after
        fits = cell_width(shown) + cell_width(finding.rule) + 10 <= self._width
        between = "  " if fits else "  \n    "
        return (
            f"    {self._terminal.paint(f'{self._arrow} {shown}', 'green')}{between}{name}{star}\n"
        )

    def _others(self, entry: Entry, text: str) -> str:
        """Where else the fault is."""
        clause = other_places(entry, text, self._context.lang, self._most_places)
        lines = wrap(clause, self._width - 4, self._width - 4)
        return "".join(f"    {self._terminal.paint(line, 'dim')}\n" for line in lines)

    def _name(self, rule: str) -> str:
        drawn = self._terminal.link(self._terminal.paint(visible(rule), "dim"), self.address(rule))
        self._names[rule] = drawn
        return drawn

    def address(self, rule: str) -> str | None:
        """The URI of a rule's file; None where there is no such rule or no link can be drawn."""
        if not self._terminal.colors or rule not in self._rules:
            return None
        from pathlib import Path

        return Path(self._rules[rule].path).absolute().as_uri()

    @cached_property
    def _rules(self) -> "Mapping[str, Rule]":
        return self._context.rules()


def _replacement(finding: "Finding", text: str) -> str:
    """The text of a finding after its fix, its first line only; "" if nothing is left of it."""
    assert finding.fix is not None
    start, end = finding.start.offset, finding.end.offset
    near = [edit for edit in finding.fix.edits if start - 2 <= edit.start and edit.end <= end + 2]
    if not near:
        return ""
    at = min(start, *(edit.start for edit in near))
    last = max(end, *(edit.end for edit in near))
    new = ""
    for edit in sorted(near):
        new += text[at : edit.start] + edit.text
        at = edit.end
    return (new + text[at:last]).strip().split("\n")[0]
