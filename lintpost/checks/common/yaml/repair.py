"""What would make a YAML block readable again: lines at fault, written as they were meant."""

from typing import NamedTuple

from lintpost.checks.common.yaml.line_repairs import (
    LineRepair,
    RepairKind,
    glued_colon,
    line_repairs,
)
from lintpost.post.edit import Edit
from lintpost.post.front_matter.value_node import Problem, ValueNode
from lintpost.post.front_matter.yaml_tree import YamlVersion, parse_yaml

_LINES_ABOVE = 2
_MOST_LINES = 100
"""Lines that are mended at most in one block."""
_MOST_PARSES = 400
_NOT_OF_WRITING = ("tag-value", "too-many-values", "too-deep", "recursive-alias")
"""Problems that quotes would only bury."""


class Repair(NamedTuple):
    """A line at fault: the place (code points into the file, half-open), the edit that mends it, and
    what the parser says of it once the lines before are mended.
    """

    kind: RepairKind
    start: int
    end: int
    edit: Edit
    problem: Problem


class _Step(NamedTuple):
    """A line that was exchanged for another; `problem` counts from the start of the block."""

    line: int
    repair: LineRepair
    problem: Problem


def repairs(
    text: str, start: int, end: int, problem: Problem, version: YamlVersion
) -> list[Repair]:
    """The lines to mend, at most one edit for each, which together make the block readable.

    `text[start:end]` is the block. A value is only put into quotes where it is then read as exactly
    what its author meant. Empty where no such lines are found.
    """
    kept = text[start:end].splitlines(keepends=True)
    lines = [line.rstrip("\r\n") for line in kept]
    block = _Block(
        lines, [line[len(bare) :] for line, bare in zip(kept, lines, strict=True)], version
    )
    if problem.key == "not-a-mapping":
        steps = block.all_colons(problem)
    else:
        steps = block.steps(lines)
    starts = [start]
    for line in kept:
        starts.append(starts[-1] + len(line))
    return _in_place(steps or [], lines, starts, problem)


def _in_place(
    steps: list[_Step], lines: list[str], starts: list[int], problem: Problem
) -> list[Repair]:
    """Steps as repairs of the file; a line that was mended twice gets one edit."""
    found: dict[int, Repair] = {}
    now = list(lines)
    for index, repair, at in steps:
        base = starts[index]
        now[index] = repair.applied(now[index])
        if index in found:
            whole = Edit(base, base + len(lines[index]), now[index])
            found[index] = found[index]._replace(edit=whole)
            continue
        edit = Edit(base + repair.left, base + repair.right, repair.text)
        place = (base + repair.start, base + repair.end)
        said = problem if not found else at._replace(start=place[0], end=place[1])
        found[index] = Repair(repair.kind, *place, edit, said)
    return [found[index] for index in sorted(found)]


class _Block:
    """The lines of a block with their ends, and how often they have been parsed."""

    def __init__(self, lines: list[str], ends: list[str], version: YamlVersion) -> None:
        self.lines = lines
        self.ends = ends
        self.version = version
        self.parses = 0

    def parse(self, lines: list[str]) -> tuple[ValueNode | None, Problem | None, int]:
        """The root or the problem, and the line on which that is."""
        self.parses += 1
        text = "".join(line + end for line, end in zip(lines, self.ends, strict=True))
        root, problems, _ = parse_yaml(text, 0, len(text), self.version)
        if not problems:
            return root, None, len(lines)
        line = at = 0
        while (
            line + 1 < len(lines) and at + len(lines[line] + self.ends[line]) <= problems[0].start
        ):
            at += len(lines[line] + self.ends[line])
            line += 1
        return None, problems[0], line

    def steps(self, lines: list[str], taken: tuple[_Step, ...] = ()) -> list[_Step] | None:
        """The steps from these lines to a block that is readable and holds what was promised."""
        root, problem, last = self.parse(lines)
        if problem is None:
            return list(taken) if _is_as_meant(root, taken) else None
        if problem.key in _NOT_OF_WRITING:
            return None
        for index in range(last, max(0, last - _LINES_ABOVE) - 1, -1):
            for repair in line_repairs(lines, index):
                if repair.kind == "indent" and index != last:
                    continue
                if self.parses >= _MOST_PARSES or len(taken) >= _MOST_LINES:
                    return None
                mended = [*lines[:index], repair.applied(lines[index]), *lines[index + 1 :]]
                _, next_problem, reached = self.parse(mended)
                # What remains on the line may be another fault, or the next line's hyphen.
                is_other = repair.kind == "dash" or (
                    next_problem and next_problem.key != problem.key
                )
                if reached > last or (reached == last and is_other):
                    found = self.steps(mended, (*taken, _Step(index, repair, problem)))
                    if found is not None:
                        return found
        return None

    def all_colons(self, problem: Problem) -> list[_Step] | None:
        """Every colon that lacks its space, for a block of which no line is a key."""
        found = [(index, glued_colon(line)) for index, line in enumerate(self.lines)]
        steps = [_Step(index, repair, problem) for index, repair in found if repair is not None]
        lines = list(self.lines)
        for index, repair, _ in steps:
            lines[index] = repair.applied(lines[index])
        root, left, _ = self.parse(lines)
        is_mapping = root is not None and root.entries is not None and left is None
        return steps if is_mapping else None


def _is_as_meant(root: ValueNode | None, steps: tuple[_Step, ...]) -> bool:
    if root is None or root.entries is None:
        return False
    values = [node.value for node in root.walk()]
    return all(step.repair.value in values for step in steps if step.repair.promises)
