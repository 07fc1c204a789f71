"""What would make a YAML block readable again: one line, written as it was meant."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.scalars import in_quotes
from lintpost.post.front_matter.value_node import Problem, ValueNode
from lintpost.post.front_matter.yaml_tree import YamlVersion, parse_yaml
from lintpost.post.lazy import lazy

RepairKind = Literal["space", "wide-colon", "indent", "quote", "tab", "close"]

_LINES_ABOVE = 2
_GLUED = lazy(r"[ ]*(?:- )?[^\W\d][\w-]*(?P<sign>:[ ]?　|：[ 　]?|:)(?=[^\s:：/])")
_VALUE = lazy(r"[ \t]*(?:- [ ]*)*(?:[^\W\d][\w-]*:[ \t]+)(?P<value>\S.*?)[ \t]*$")
_ITEM = lazy(r"[ \t]*-[ ]+(?P<value>\S.*?)[ \t]*$")
_KEY = lazy(r"(?P<indent>[ \t]*)[^\W\d][\w-]*:(?:[ \t]+(?P<value>[^\s#|>].*)|[ \t]|$)")
_TABS = lazy(r"[ ]*\t[ \t]*")
# A list, a mapping or a block begun on the key's line, or an anchor: no text, but a slip of another
# kind, which quotes would only bury.
_STRUCTURE = lazy(r"^[-?][ ]|(?:^|\s)&[A-Za-z]|^[\[{].*[\]}]$|(?:^|\s)[|>][-+0-9]*$")
_COMMENT = lazy(r"\s#")
_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}


class Repair(NamedTuple):
    """The place at fault (code points into the file, half-open) and the edits that mend it."""

    kind: RepairKind
    start: int
    end: int
    edits: tuple[Edit, ...]


def repair(
    text: str, start: int, end: int, problem: Problem, version: YamlVersion
) -> Repair | None:
    """The first repair, from the problem's line upwards, after which the reader gets further.

    `text[start:end]` is the block. A value is only put into quotes where it is then read as exactly
    what stands there. None where no single line can be blamed; a block of which no line is a key
    gets its colons mended all at once.
    """
    lines = _lines(text, start, end)
    if problem.key == "not-a-mapping":
        return _all_glued(text, start, end, lines, version)
    last = max((i for i, (left, _) in enumerate(lines) if left <= problem.start), default=0)
    for index in range(last, max(0, last - _LINES_ABOVE) - 1, -1):
        for candidate, value in _candidates(text, lines, index):
            if candidate.kind == "indent" and index != last:
                continue
            block, shift = _mended(text, start, end, candidate)
            root, problems, _ = parse_yaml(block, 0, len(block), version)
            gone = root is not None and root.entries is not None and not problems
            further = bool(problems) and problems[0].start > lines[last][1] - start + shift
            as_meant = value is None or root is None or _holds(root, value)
            if as_meant and (gone or further):
                return candidate
    return None


def _all_glued(
    text: str, start: int, end: int, lines: list[tuple[int, int]], version: YamlVersion
) -> Repair | None:
    found = [repair for line in lines if (repair := _glued(text, *line)) is not None]
    if not found:
        return None
    whole = found[0]._replace(edits=tuple(edit for one in found for edit in one.edits))
    block, _ = _mended(text, start, end, whole)
    root, problems, _ = parse_yaml(block, 0, len(block), version)
    readable = root is not None and root.entries is not None and not problems
    return whole if readable else None


def _mended(text: str, start: int, end: int, candidate: Repair) -> tuple[str, int]:
    """The block with a repair's edits, and by how much it has grown."""
    edits = [Edit(e.start - start, e.end - start, e.text) for e in candidate.edits]
    block = apply_edits(text[start:end], edits)
    return block, len(block) - (end - start)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        found.append((at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    return found


def _candidates(
    text: str, lines: list[tuple[int, int]], index: int
) -> Iterator[tuple[Repair, str | None]]:
    """Ways to write a line, and the string that must then be read (None: any)."""
    start, end = lines[index]
    line = text[start:end]
    if tabs := _TABS.match(line):
        at, stop = start + tabs[0].index("\t"), start + tabs.end()
        for spaces in (tabs[0].replace("\t", "  "), tabs[0].replace("\t", "")):
            yield Repair("tab", at, stop, (Edit(start, stop, spaces),)), None
    if glued := _glued(text, start, end):
        yield glued, None
    for pattern in (_VALUE, _ITEM):
        found = pattern.match(line)
        if found is None or _COMMENT.search(found["value"]):
            continue
        value = found["value"]
        left, right = start + found.start("value"), start + found.end("value")
        if _is_sound(value):
            continue
        if _is_open(value):
            following = text[slice(*lines[index + 1])] if index + 1 < len(lines) else ""
            if following and not _KEY.match(following):
                continue  # it may go on there
            closed = Repair("close", left, left + 1, (Edit(right, right, _CLOSING[value[0]]),))
            yield closed, value[1:] if value[0] in "\"'" else None
        elif not _STRUCTURE.search(value):
            quoted = in_quotes(value, "'" if '"' in value else '"')
            yield Repair("quote", left, right, (Edit(left, right, quoted),)), value
    above = _KEY.match(text[slice(*lines[index - 1])]) if index else None
    indented = _KEY.match(line)
    if above and above["value"] and indented and len(above["indent"]) < len(indented["indent"]):
        stop = start + indented.end("indent")
        key_end = start + line.index(":")
        yield Repair("indent", stop, key_end, (Edit(start, stop, above["indent"]),)), None


def _glued(text: str, start: int, end: int) -> Repair | None:
    """``key:value``, ``key：value``, or a full-width space behind the colon."""
    gap = _GLUED.match(text, start, end)
    if gap is None:
        return None
    kind: RepairKind = "wide-colon" if gap["sign"][0] == "：" else "space"
    at = gap.start("sign")
    return Repair(kind, at, at + 1, (Edit(at, gap.end("sign"), ": "),))


def _is_sound(value: str) -> bool:
    """Whether a value can be read by itself: then the fault lies elsewhere."""
    line = f"key: {value}"
    return not parse_yaml(line, 0, len(line))[1]


def _is_open(value: str) -> bool:
    """Whether a value begins a quote or bracket that it does not end."""
    closing = _CLOSING.get(value[0])
    if closing is None:
        return False
    return value.count(closing) == 1 if closing == value[0] else closing not in value


def _holds(root: ValueNode, value: str) -> bool:
    return any(node.value == value for node in root.walk())
