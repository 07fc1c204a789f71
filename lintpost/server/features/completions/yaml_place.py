"""Where in a YAML (or TOML) text something is being typed.

The text is half written, so it is read by its lines and indentation, not parsed.
"""

import re
from typing import Literal, NamedTuple

from lintpost.post.lazy import lazy
from lintpost.server.features.completions.flow import bare, flow_place

_LINE = lazy(r"([ \t]*)((?:-[ \t]+|-$)*)(.*)", re.DOTALL)
_KEY = lazy(r"""("[^"]*"|'[^']*'|[^\s:#\[\]{},"'][^:=#\[\]{},]*?)[ \t]*(?::(?=[ \t]|$)|=)[ \t]*""")
_TYPED = lazy(r"""["']?[^"',\[\]{}]*$""")
_BLOCK_ITEM = lazy(r"[ \t]*-[ \t]+(.+)")
_COMMENT = lazy(r"(?:^|[ \t])#")


class YamlPlace(NamedTuple):
    """What is being typed: a key, a value, or either (``- n``); `path` are the keys above it, for a value with
    its own.

    `start` is the offset from which `typed` is written, without its quote `quote`. `others` are the other keys of
    the mapping, or the other items of the list. `is_item`: the value is one of a list. `gap`: a space is missing
    between the colon and the value.
    """

    kind: Literal["key", "value", "either"]
    path: tuple[str, ...]
    start: int
    typed: str
    quote: str = ""
    others: tuple[str, ...] = ()
    is_item: bool = False
    gap: str = ""


def yaml_place(text: str, first: int, offset: int) -> YamlPlace | None:
    """The place at an offset of a block that begins at `first`, the beginning of a line; None in a comment."""
    lines = text[first:offset].split("\n")
    line = lines.pop().rstrip("\r")
    above = [one.rstrip("\r") for one in lines]
    if _COMMENT.search(line):
        return None
    match = _LINE.match(line)
    assert match is not None
    indent, dashes, content = match.groups()
    column = len(indent)
    block = _Block(text, above, offset)
    flow = block.open_list()
    if flow is not None:
        return block.value(flow[0], flow[1] + line)
    key = _KEY.match(content)
    if key is None and content.endswith(":") and not dashes:
        key = _KEY.match(content + " ")
    is_item = bool(dashes)
    parents = block.parents(len(above), column, is_item=is_item)
    if key is not None:
        gap = " " if content.endswith(":") else ""
        return block.value((*parents, bare(key[1])), content[key.end() :], gap=gap)
    if is_item and content.startswith(("{", "[")):
        return block.value(parents, content)
    typed = _TYPED.search(content)
    written = typed[0] if typed else ""
    place = block.at_end("either" if is_item else "key", parents, written)
    if is_item:
        return place._replace(is_item=True, others=block.items_around(column))
    return place._replace(others=block.keys_around(column))


class _Block:
    """The lines above what is typed, and what follows."""

    def __init__(self, text: str, above: list[str], offset: int) -> None:
        self._above = above
        self._offset = offset
        self._below = text[offset:].split("\n")[1:]
        self._rest = text[offset:].partition("\n")[0]

    def at_end(
        self, kind: Literal["key", "value", "either"], path: tuple[str, ...], written: str
    ) -> YamlPlace:
        """The place of what is written right before the offset, a quote in front of it taken off."""
        quote = written[:1] if written[:1] in ("'", '"') else ""
        typed = written[len(quote) :].lstrip(" ")
        return YamlPlace(kind, path, self._offset - len(typed), typed, quote)

    def value(self, path: tuple[str, ...], written: str, *, gap: str = "") -> YamlPlace:
        """The place of a value of which `written` stands before it: in brackets, that of the innermost."""
        flow = flow_place(written)
        typed = written[flow.start :]
        if not flow.opener:
            return self.at_end("value", path, written)._replace(gap=gap)
        place = self.at_end("value", (*path, *flow.keys), typed)
        if flow.opener == "{":
            kind: Literal["key", "value"] = "value" if flow.has_key else "key"
            return place._replace(kind=kind, others=() if flow.has_key else flow.items)
        behind = self._rest.partition("]")[0]
        others = (*flow.items, *(bare(one) for one in behind.split(",") if bare(one)))
        return place._replace(is_item=True, others=others)

    def open_list(self) -> tuple[tuple[str, ...], str] | None:
        """The list in brackets that a line above opens and no line closes: its path, and what is in it so far."""
        for row in range(len(self._above) - 1, -1, -1):
            line = self._above[row]
            match = _LINE.match(line)
            assert match is not None
            key = _KEY.match(match[3])
            if key is not None:
                written = "\n".join([match[3][key.end() :], *self._above[row + 1 :]])
                if flow_place(written).opener != "[":
                    return None
                parents = self.parents(row, len(match[1]), is_item=bool(match[2]))
                return (*parents, bare(key[1])), f"{written}\n"
            if not line.strip() or match[2]:
                return None
        return None

    def parents(self, row: int, column: int, *, is_item: bool) -> tuple[str, ...]:
        """The keys above a row of which the content begins at a column; of an item, its dash."""
        path: list[str] = []
        for line in reversed(self._above[:row]):
            match = _LINE.match(line)
            assert match is not None
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            indent, dashes, content = match.groups()
            begins = len(indent) + len(dashes)
            key = _KEY.match(content)
            if dashes and not is_item and begins == column:
                column, is_item = len(indent), True  # the first key of the item that this one is in
                continue
            inside = begins < column or (is_item and not dashes and begins == column)
            if key is None or not inside:
                continue
            path.insert(0, bare(key[1]))
            column, is_item = (len(indent), True) if dashes else (begins, False)
        return tuple(path)

    def keys_around(self, column: int) -> tuple[str, ...]:
        """The keys at a column, up to where the mapping ends on both sides."""
        found = []
        for lines in (reversed(self._above), self._below):
            for line in lines:
                match = _LINE.match(line)
                assert match is not None
                begins = len(match[1]) + len(match[2])
                if line.startswith(("---", "+++")) or (line.strip() and begins < column):
                    break
                key = _KEY.match(match[3]) if begins == column else None
                if key is not None:
                    found.append(bare(key[1]))
        return tuple(found)

    def items_around(self, column: int) -> tuple[str, ...]:
        """The other items of a list whose dashes are at a column."""
        found = []
        for lines in (reversed(self._above), self._below):
            for line in lines:
                item = _BLOCK_ITEM.match(line)
                if item is None or len(line) - len(line.lstrip(" ")) != column:
                    break
                found.append(bare(item[1]))
        return tuple(found)
