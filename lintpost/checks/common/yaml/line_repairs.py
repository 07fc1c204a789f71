"""Ways to write one line of an unreadable YAML block."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from lintpost.checks.common.yaml.quotes import requoted
from lintpost.post.front_matter.scalars import in_quotes
from lintpost.post.front_matter.yaml_tree import parse_yaml
from lintpost.post.lazy import lazy

RepairKind = Literal["space", "wide-colon", "indent", "quote", "tab", "close", "dash", "hash"]

_GLUED = lazy(r"[ ]*(?:- )?[^\W\d][\w-]*(?P<sign>:[ ]?　|：[ 　]?|:)(?=[^\s:：/])")
_VALUE = lazy(r"[ \t]*(?:- [ ]*)*(?:[^\W\d][\w-]*:[ \t]+)(?P<value>\S.*?)[ \t]*$")
_ITEM = lazy(r"[ \t]*-[ ]+(?P<value>\S.*?)[ \t]*$")
_KEY = lazy(r"(?P<indent>[ \t]*)[^\W\d][\w-]*:(?:[ \t]+(?P<value>[^\s#|>].*)|[ \t]|$)")
_TABS = lazy(r"[ ]*\t[ \t]*")
_BARE_DASH = lazy(r"(?P<indent>[ ]*)-(?=[^\s-])")
# A list, a mapping or a block begun on the key's line, or an anchor: no text, but a slip of another
# kind, which quotes would only bury.
_STRUCTURE = lazy(r"^[-?][ ]|(?:^|\s)&[A-Za-z]|^[\[{].*[\]}]$|(?:^|\s)[|>][-+0-9]*$")
_BLOCK = lazy(r"(?:^|\s)[|>][-+0-9]*\s*$")
_COMMENT = lazy(r"\s#")
_WORD = lazy(r"\w")
_SIMPLE_LIST = lazy(r"\[(?P<items>[^\[\]{}\"']*)\]$")
_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_NOTHING: Any = object()


class LineRepair(NamedTuple):
    """Another line for one: `start` and `end` are the place at fault in it; `text` replaces what
    stands from `left` to `right`. `value` must then be read somewhere (`NOTHING`: any may).
    """

    kind: RepairKind
    start: int
    end: int
    left: int
    right: int
    text: str
    value: Any = _NOTHING

    def applied(self, line: str) -> str:
        """The line as it is then."""
        return line[: self.left] + self.text + line[self.right :]

    @property
    def promises(self) -> bool:
        """Whether a value must be read then."""
        return self.value is not _NOTHING


def line_repairs(lines: Sequence[str], index: int) -> Iterator[LineRepair]:
    """Ways to write a line, the likeliest first."""
    line = lines[index]
    if tabs := _TABS.match(line):
        indent = _indent_for(lines, index)
        if indent is not None:
            yield LineRepair("tab", line.index("\t"), tabs.end(), 0, tabs.end(), indent)
    if glued := glued_colon(line):
        yield glued
    if index and (bare := _BARE_DASH.match(line)) and lines[index - 1].startswith(bare["indent"] + "- "):  # fmt: skip
        yield LineRepair("dash", bare.end() - 1, bare.end(), bare.end(), bare.end(), " ")
    for pattern in (_VALUE, _ITEM):
        if (found := pattern.match(line)) and not _is_sound(found["value"]):
            yield from _of_value(found["value"], *found.span("value"), lines[index + 1 :])
    above = _KEY.match(lines[index - 1]) if index else None
    indented = _KEY.match(line)
    if above and above["value"] and indented and len(above["indent"]) < len(indented["indent"]):
        stop = indented.end("indent")
        yield LineRepair("indent", stop, line.index(":"), 0, stop, above["indent"])


def glued_colon(line: str) -> LineRepair | None:
    """``key:value``, ``key：value``, or a full-width space behind the colon."""
    gap = _GLUED.match(line)
    if gap is None:
        return None
    kind: RepairKind = "wide-colon" if gap["sign"][0] == "：" else "space"
    at = gap.start("sign")
    return LineRepair(kind, at, at + 1, at, gap.end("sign"), ": ")


def _of_value(value: str, left: int, right: int, below: Sequence[str]) -> Iterator[LineRepair]:
    """Ways to write the value of a line; it may go on in the lines below."""
    if _COMMENT.search(value):
        if repair := _hash_in_list(value, left):
            yield repair
    elif _is_open(value):
        if not _goes_on(_CLOSING[value[0]], below):
            read = value[1:] if value[0] in "\"'" else _NOTHING
            yield LineRepair("close", left, left + 1, right, right, _CLOSING[value[0]], read)
    elif _WORD.search(value) and not _STRUCTURE.search(value) and (quoted := requoted(value)):
        yield LineRepair("quote", left, right, left, right, *quoted)


def _goes_on(closing: str, below: Sequence[str]) -> bool:
    """Whether an open quote or bracket may be closed further down."""
    if not below or not below[0]:
        return False
    if closing in "]}":
        opening = "[" if closing == "]" else "{"
        if any(line.count(closing) > line.count(opening) for line in below):
            return True
    return _KEY.match(below[0]) is None


def _hash_in_list(value: str, left: int) -> LineRepair | None:
    """``[AI #LLM, ML]``: the items with a hash in quotes."""
    found = _SIMPLE_LIST.fullmatch(value)
    if found is None:
        return None
    parts = found["items"].split(",")
    items = [part.strip() for part in parts]
    if not all(items):
        return None
    written = [
        part.replace(item, in_quotes(item)) if item[0] == "#" or _COMMENT.search(item) else part
        for part, item in zip(parts, items, strict=True)
    ]
    at = left + value.index("#")
    return LineRepair("hash", at, at + 1, left, left + len(value), f"[{','.join(written)}]", items)


def _indent_for(lines: Sequence[str], index: int) -> str | None:
    """The spaces that a line indented with tabs was meant to have; None where two depths may be meant."""
    others = [line for line in reversed(lines[:index]) if line.strip()]
    if not others:
        below = next((line for line in lines[index + 1 :] if line.strip()), "")
        return _spaces_of(below)
    above = others[0]
    indent = _spaces_of(above)
    parents = _parents(others)
    if any(_BLOCK.search(line) for line in (above, *parents)):
        return None  # text, whose blanks are its own
    if above.rstrip().endswith(":"):
        return indent + "  "
    if above.lstrip().startswith("- ") and not lines[index].lstrip().startswith("-"):
        return indent + "  "
    return None if any(_spaces_of(line) for line in parents) else indent


def _parents(others: Sequence[str]) -> list[str]:
    """Of the lines above, nearest first, those that the nearest one is nested in."""
    found = []
    depth = len(_spaces_of(others[0]))
    for line in others[1:]:
        if len(_spaces_of(line)) < depth:
            depth = len(_spaces_of(line))
            found.append(line)
    return found


def _spaces_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _is_sound(value: str) -> bool:
    """Whether a value can be read by itself: then the fault lies elsewhere."""
    line = f"key: {value}"
    return not parse_yaml(line, 0, len(line))[1]


def _is_open(value: str) -> bool:
    """Whether a value begins a quote or bracket that it does not end."""
    closing = _CLOSING.get(value[0])
    if closing is None:
        return False
    if closing == value[0]:
        return value.count(closing) == 1 and requoted(value) is None
    return closing not in value
