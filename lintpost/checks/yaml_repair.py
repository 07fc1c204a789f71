"""What would make a YAML block readable again: one line, written as it was meant."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintpost.post.edit import Edit
from lintpost.post.node import Node, Problem
from lintpost.post.scalars import in_quotes
from lintpost.post.yaml_tree import YamlVersion, parse_yaml

RepairKind = Literal["space", "wide-colon", "quote", "tab"]

_LINES_ABOVE = 2
_NO_SPACE = re.compile(r"[ ]*(?:- )?[^\W\d][\w-]*(?P<sign>:|：[ 　]?)(?=[^\s:：/])")
_VALUE = re.compile(r"[ \t]*(?:- [ ]*)*(?:[^\W\d][\w-]*:[ \t]+)(?P<value>\S.*?)[ \t]*$")
_ITEM = re.compile(r"[ \t]*-[ ]+(?P<value>\S.*?)[ \t]*$")
_TABS = re.compile(r"[ ]*\t[ \t]*")
# A list, a mapping or a block begun on the key's line, or an anchor: no text, but a slip of another
# kind, which quotes would only bury.
_STRUCTURE = re.compile(r"^[-?][ ]|(?:^|\s)&\w|^[\[{].*[\]}]$|(?:^|\s)[|>][-+0-9]*$")
_COMMENT = re.compile(r"\s#")


class Repair(NamedTuple):
    """The place at fault (code points into the file, half-open) and the edit that mends it."""

    kind: RepairKind
    start: int
    end: int
    edit: Edit


def repair(
    text: str, start: int, end: int, problem: Problem, version: YamlVersion
) -> Repair | None:
    """The first repair, from the problem's line upwards, after which the reader gets further.

    `text[start:end]` is the block. A value is only put into quotes where it is then read as exactly
    what stands there. None where no single line can be blamed.
    """
    lines = _lines(text, start, end)
    last = max((i for i, (left, _) in enumerate(lines) if left <= problem.start), default=0)
    first = 0 if problem.key == "not-a-mapping" else max(0, last - _LINES_ABOVE)
    for index in range(last, first - 1, -1):
        for candidate, value in _candidates(text, *lines[index]):
            edit = candidate.edit
            block = text[start : edit.start] + edit.text + text[edit.end : end]
            root, problems, _ = parse_yaml(block, 0, len(block), version)
            shift = len(edit.text) - (edit.end - edit.start)
            line_end = lines[max(index, last)][1] - start + shift
            gone = root is not None and root.entries is not None and not problems
            further = bool(problems) and problems[0].start > line_end
            as_meant = value is None or root is None or _holds(root, value)
            if as_meant and (gone or (further and problem.key != "not-a-mapping")):
                return candidate
    return None


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        found.append((at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    return found


def _candidates(text: str, start: int, end: int) -> Iterator[tuple[Repair, str | None]]:
    """Ways to write a line, and the string that must then be read (None: any)."""
    line = text[start:end]
    if tabs := _TABS.match(line):
        spaces = tabs[0].replace("\t", "  ")
        at = start + tabs[0].index("\t")
        yield Repair("tab", at, start + tabs.end(), Edit(start, start + tabs.end(), spaces)), None
    if gap := _NO_SPACE.match(line):
        at = start + gap.start("sign")
        kind: RepairKind = "space" if gap["sign"] == ":" else "wide-colon"
        yield Repair(kind, at, at + 1, Edit(at, start + gap.end("sign"), ": ")), None
    for pattern in (_VALUE, _ITEM):
        found = pattern.match(line)
        if found is None or _COMMENT.search(found["value"]):
            continue
        value = found["value"]
        if _is_sound(value) or _is_open(value) or _STRUCTURE.search(value):
            continue
        left, right = start + found.start("value"), start + found.end("value")
        quoted = in_quotes(value, "'" if '"' in value else '"')
        yield Repair("quote", left, right, Edit(left, right, quoted)), value


def _is_sound(value: str) -> bool:
    """Whether a value can be read by itself: then the fault lies elsewhere."""
    line = f"key: {value}"
    return not parse_yaml(line, 0, len(line))[1]


def _is_open(value: str) -> bool:
    """Whether a value begins a quote or bracket that it does not end."""
    closing = {"[": "]", "{": "}"}.get(value[0])
    if closing is not None:
        return closing not in value
    return value[0] in "\"'" and value.count(value[0]) % 2 == 1


def _holds(root: Node, value: str) -> bool:
    return any(node.value == value for node in root.walk())
