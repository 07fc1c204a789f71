"""Marks findings in a text."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple


class MarkedSpan(NamedTuple):
    """The place of a finding (code points into the file, half-open), its number and severity."""

    start: int
    end: int
    number: int
    severity: str


class Marker:
    """Writes text as HTML, with the findings in it marked. Texts come in the order of the file.

    A finding none of whose characters is shown (the address of a link, a mark without a text) gets an empty mark
    before the next text that is.
    """

    def __init__(self, spans: Sequence[MarkedSpan]) -> None:
        self._spans = sorted(spans)
        self._next = 0
        self._reached: list[MarkedSpan] = []
        """Spans that begin before the text that was written last ends, and may go on behind it."""
        self._shown: set[int] = set()

    def text(self, text: str, start: int, end: int) -> str:
        """A text that stands from `start` to `end` in the file; one of another length (a character reference) is
        marked as a whole.
        """
        before = self.before(start)
        self._reach(end)
        inside = self._reached
        if not inside:
            return before + escape(text)
        self._shown.update(span.number for span in inside)
        if len(text) != end - start:
            return before + self._mark(text, inside)
        borders = {start, end}
        for span in inside:
            borders |= {max(span.start, start), min(span.end, end)}
        pieces = []
        for first, last in pairwise(sorted(borders)):
            on = [span for span in inside if span.start < last and first < span.end]
            piece = text[first - start : last - start]
            pieces += [self._mark("", [span]) for span in inside if span.start == span.end == first]
            pieces.append(self._mark(piece, on) if on else escape(piece))
        return before + "".join(pieces)

    def before(self, start: int) -> str:
        """Empty marks for the findings that end at or before `start` and were not shown."""
        self._reach(start + 1)
        missed = [s for s in self._reached if s.end <= start and s.number not in self._shown]
        self._reached = [span for span in self._reached if span.end > start]
        return "".join(self._mark("", [span]) for span in missed)

    def rest(self) -> str:
        """Empty marks for all findings that were not shown."""
        return self.before(max((span.end for span in self._spans), default=0))

    def _reach(self, end: int) -> None:
        while self._next < len(self._spans) and self._spans[self._next].start < end:
            self._reached.append(self._spans[self._next])
            self._next += 1

    def _mark(self, text: str, spans: Sequence[MarkedSpan]) -> str:
        severities = ("error", "warning", "info")
        worst = min((span.severity for span in spans), key=severities.index)
        numbers = " ".join(str(span.number) for span in spans)
        return f'<mark class="{worst}" data-n="{numbers}">{escape(text)}</mark>'
