"""The report of a comparison, for people."""

import re
from collections.abc import Iterator
from difflib import unified_diff
from functools import lru_cache
from pathlib import Path

from ecosystem.compare import ASPECTS, Difference, Finding, FixedText, counts

_COLUMNS = ("only old", "only new", *ASPECTS)
_BEFORE, _AFTER = 30, 50
"""Code points of a post's line that are shown around a finding's column."""
_MOST_DIFF_LINES = 12


def table(found: list[Difference]) -> Iterator[str]:
    """The lines of the table by rule; the last four columns count changed findings."""
    rows = [(rule, [count[name] for name in _COLUMNS]) for rule, count in counts(found).items()]
    if len(rows) > 1:
        rows.append(("total", [sum(numbers) for numbers in zip(*(row[1] for row in rows), strict=True)]))  # fmt: skip
    width = max(len("rule"), *(len(rule) for rule, _ in rows))
    yield "  ".join([f"{'rule':<{width}}", *_COLUMNS])
    for rule, numbers in rows:
        cells = (f"{number:>{len(name)}}" for number, name in zip(numbers, _COLUMNS, strict=True))
        yield "  ".join([f"{rule:<{width}}", *cells])


def examples(found: list[Difference], most: int) -> Iterator[str]:
    """The lines that show up to `most` differences of each kind for each rule."""
    groups: dict[tuple[str, str], list[Difference]] = {}
    for one in found:
        groups.setdefault((one.rule, one.kind), []).append(one)
    for (rule, kind), group in groups.items():
        yield f"{rule}, {kind}"
        for one in group[:most]:
            yield from _example(one)
        if len(group) > most:
            yield f"  ... and {len(group) - most} more"


def fixed_lines(texts: list[FixedText], most: int) -> Iterator[str]:
    """The lines that show up to `most` posts whose fixed text differs, as diffs."""
    yield f"fixed text differs in {len(texts)} posts"
    for text in texts[:most]:
        lines = list(fixed_diff(text))
        yield from (f"  {_cut(line)}" for line in lines[:_MOST_DIFF_LINES])
        if len(lines) > _MOST_DIFF_LINES:
            yield f"  ... and {len(lines) - _MOST_DIFF_LINES} more lines"
    if len(texts) > most:
        yield f"  ... and {len(texts) - most} more posts"


def fixed_diff(text: FixedText) -> Iterator[str]:
    """A unified diff from the old side's fixed text to the new side's."""
    sides = text.old.splitlines(), text.new.splitlines()
    return unified_diff(*sides, f"old {text.path}", f"new {text.path}", lineterm="", n=0)


def first_difference(old: bytes, new: bytes) -> str:
    """Where two outputs part: byte offset from 0, line and the two lines from 1."""
    at = next(
        (index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    start = old.rfind(b"\n", 0, at) + 1
    lines = (text[start:].partition(b"\n")[0].decode(errors="backslashreplace") for text in (old, new))  # fmt: skip
    shown = "".join(f"\n  {sign} {_cut(line)}" for sign, line in zip("-+", lines, strict=True))
    return f"byte {at}, line {old.count(10, 0, at) + 1}{shown}"


def _example(one: Difference) -> Iterator[str]:
    shown = one.shown
    start = shown["start"]
    what = ", ".join(one.aspects) if one.aspects else f"{shown['severity']}: {shown['message']}"
    yield f"  {shown['path']}:{start['line']}:{start['column']}: {what}"
    yield f"    | {_line_at(shown)}".rstrip()
    if one.old is not None and one.new is not None:
        for aspect in one.aspects:
            yield f"    - {_aspect(one.old, aspect)}"
            yield f"    + {_aspect(one.new, aspect)}"


def _aspect(finding: Finding, aspect: str) -> str:
    if aspect == "place":
        places = [finding, *finding["related"]]
        return " ".join(
            f"{p['start']['line']}:{p['start']['column']}-{p['end']['line']}:{p['end']['column']}"
            for p in places
        )
    if aspect != "fix":
        return str(finding[aspect])
    if finding["fix"] is None:
        return "no fix"
    edits = (f"{e['start']}-{e['end']} {e['text']!r}" for e in finding["fix"]["edits"])
    return f"{finding['fix']['applicability']}: {', '.join(edits)}"


def _line_at(finding: Finding) -> str:
    """The part of the post's line around the finding."""
    lines = _lines_of(finding["path"])
    number: int = finding["start"]["line"]
    column: int = finding["start"]["column"]
    if number > len(lines):
        return ""
    line = lines[number - 1]
    start, end = max(0, column - 1 - _BEFORE), column - 1 + _AFTER
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


@lru_cache(maxsize=16)
def _lines_of(path: str) -> list[str]:
    try:
        text = Path(path).read_bytes().decode(errors="replace")
    except OSError:
        return []
    return re.split(r"\r\n|\r|\n", text)


def _cut(line: str) -> str:
    return line if len(line) <= 160 else line[:159] + "…"
