"""What changed in lines, for a terminal: a window around each change of a long line, its words marked."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.report.drawing.cells import cell_width
from lintpost.report.drawing.window import window
from lintpost.report.visible import visible

_TOKEN = lazy(r"[^\W_ぁ-ヿ㐀-鿿]+|\s+|.")
"""A Latin word or number, white space, or one character."""
_NEAR = 24
"""Code points between two changes that are shown in one window."""

_MOST_PAIRS = 1_000_000
"""Pairs of equal words from which on frequent ones are left out of account: a change may look larger."""


class Change(NamedTuple):
    """A place where two lines differ: a span of each, half-open, in code points."""

    old: tuple[int, int]
    new: tuple[int, int]


def changes_between(old: str, new: str) -> list[Change]:
    """Where two lines differ, word by word, from left to right; changes close to each other are one."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    first, last = _shared_ends(olds, news)
    old_at, new_at = _starts(olds), _starts(news)
    changes: list[Change] = []
    middles = olds[first : len(olds) - last], news[first : len(news) - last]
    counts = [Counter(middle) for middle in middles]
    is_long = sum(count * counts[1][token] for token, count in counts[0].items()) > _MOST_PAIRS
    matcher = difflib.SequenceMatcher(None, *middles, autojunk=is_long)
    for kind, *ends in matcher.get_opcodes():
        if kind == "equal":
            continue
        a, b, c, d = (end + first for end in ends)
        change = Change((old_at[a], old_at[b]), (new_at[c], new_at[d]))
        if changes and change.old[0] - changes[-1].old[1] <= _NEAR:
            before = changes.pop()
            change = Change((before.old[0], change.old[1]), (before.new[0], change.new[1]))
        changes.append(change)
    return changes


def changed_part(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines of two texts from the first to the last difference."""
    first, last = _shared_ends(before, after)
    start = before.rfind("\n", 0, first) + 1
    end = before.find("\n", len(before) - last)
    rest = len(before) - end if end >= 0 else 0
    old, new = (text[start : len(text) - rest].split("\n") for text in (before, after))
    return old, new


def changed_lines(old: list[str], new: list[str], width: int) -> Iterator[str]:
    """Lines that were replaced by others, as ``-`` and ``+`` lines of at most `width` cells.

    Where as many lines are removed as are added, the changed words are marked in the line below, and of a
    line that does not fit each change is shown by itself.
    """
    if len(old) != len(new):
        yield from (cut("-" + line, width) for line in old)
        yield from (cut("+" + line, width) for line in new)
        return
    for before, after in zip(old, new, strict=True):
        changes = changes_between(before, after) or [Change((0, 0), (0, 0))]
        fits = max(cell_width(visible(line)) for line in (before, after)) < width
        for group in [changes] if fits else [[change] for change in changes]:
            yield from _marked("-", before, [change.old for change in group], width)
            yield from _marked("+", after, [change.new for change in group], width)


def cut(line: str, width: int) -> str:
    """The beginning of a line, at most `width` cells."""
    return window(line, 0, 0, width).after


def _marked(sign: str, line: str, spans: list[tuple[int, int]], width: int) -> Iterator[str]:
    """A line, or the part of it around a span, and the marks below it."""
    marks = ""
    for start, end in spans:
        part = window(line, start, end, width - 1)
        if end > start:
            marks = marks.ljust(1 + part.offset) + "^" * part.width
    yield f"{sign}{part.before}{part.span}{part.after}"
    if marks:
        yield marks


def drawn_diff(lines: Iterable[str], width: int) -> Iterator[str]:
    """The lines of a unified diff of one file, without their ends, drawn for a terminal."""
    old: list[str] = []
    new: list[str] = []
    notes: list[str] = []
    for number, line in enumerate([*lines, "@"]):
        if number > 1 and line[:1] == "-" and not new:
            old.append(line[1:])
        elif line[:1] == "+":
            new.append(line[1:])
        elif line[:1] == "\\":
            notes.append(line)
        else:
            yield from changed_lines(old, new, width)
            yield from dict.fromkeys(notes)
            old, new, notes = [], [], []
            if number > 1 and line[:1] == "-":
                old.append(line[1:])
            elif line != "@":
                yield cut(line, width)


def _shared_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many items two sequences have in common at the start and, of the others, at the end."""
    least = min(len(old), len(new))
    first = next((at for at in range(least) if old[at] != new[at]), least)
    last = next((at for at in range(least - first) if old[-1 - at] != new[-1 - at]), least - first)
    return first, last


def _starts(tokens: list[str]) -> list[int]:
    """The offset of each token, and the end of the last."""
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts
