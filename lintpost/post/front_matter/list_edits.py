"""Edits of lists that leave everything around the items unchanged."""

from lintpost.post.edit import Edit
from lintpost.post.front_matter.scalars import in_quotes, written
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.source import Source

_COMMA = lazy(r"[ \t]*,")


def remove_item(source: Source, entry: Entry, index: int) -> Edit | None:
    """Remove an item (0-based) with its comma, or, in a block list, with its line.

    A list that loses its only item becomes ``[]``. None if an item of a block list shares its line
    with something else.
    """
    items = entry.node.items or []
    item = items[index]
    if not _is_block(source, entry.node):
        before = items[index - 1].end if index else item.start
        after = items[1].start if index == 0 and len(items) > 1 else item.end
        if "#" in source.text[before : item.start] + source.text[item.end : after]:
            return _beside_comment(source, item)
        return Edit(before, after, "")
    line = source.location(item.start)[0]
    start, end = source.line_span(line)
    if source.text[start : item.start].strip() != "-" or source.location(item.end)[0] != line:
        return None
    if len(items) == 1:
        return Edit(entry.end, item.end, ": []")
    starts = source.line_starts
    return Edit(start, starts[line] if line < len(starts) else end, "")


def _beside_comment(source: Source, item: ValueNode) -> Edit:
    """Remove an item of a flow list and its comma only; its whole line if nothing else is on it."""
    text = source.text
    line = source.location(item.start)[0]
    start, end = source.line_span(line)
    comma = _COMMA.match(text, item.end)
    stop = comma.end() if comma else item.end
    if not text[start : item.start].strip() and not text[stop:end].strip():
        starts = source.line_starts
        return Edit(start, starts[line] if line < len(starts) else end, "")
    return Edit(item.start, stop, "")


def add_item(source: Source, node: ValueNode, word: str, *, yaml: bool = True) -> Edit | None:
    """Append a string to a list, in the style of its last item; `yaml` is False for TOML and JSON.

    None for a list that is an alias, and for an empty block list.
    """
    items = node.items or []
    text = source.text
    if not items:
        if text[node.start : node.start + 1] != "[":
            return None
        at = node.start + 1
        return Edit(at, at, written(word) if yaml else in_quotes(word))
    last = items[-1]
    new = written(word, text[last.start : last.end] if yaml else '"')
    if not _is_block(source, node):
        line = source.location(last.start)[0]
        before = source.text[source.line_span(line)[0] : last.start]
        if len(items) > 1 and not before.strip():
            # Keep one item per line.
            return Edit(last.end, last.end, f",{line_end(source)}{before}{new}")
        return Edit(last.end, last.end, f", {new}")
    start, end = source.line_span(source.location(last.start)[0])
    before = text[start : last.start]
    if before.strip() != "-":
        return None
    end = source.line_span(source.location(max(last.end - 1, last.start))[0])[1]
    return Edit(end, end, line_end(source) + before + new)


def line_end(source: Source) -> str:
    r"""The line end of the first line; ``\n`` if there is only one line."""
    starts = source.line_starts
    if len(starts) < 2:
        return "\n"
    first = source.text[: starts[1]]
    return first[len(first.rstrip("\r\n")) :]


def _is_block(source: Source, node: ValueNode) -> bool:
    return source.text[node.start : node.start + 1] != "["
