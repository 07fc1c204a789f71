"""Edits of YAML mappings that move, add or remove whole keys and leave everything else unchanged."""

from collections.abc import Sequence

from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.list_edits import line_end
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.front_matter.yaml_tree import YamlVersion, parse_yaml
from lintpost.post.lazy import lazy
from lintpost.post.source import Source

_KEEPS = lazy(r"[|>][1-9]?\+")
_BLANK_LINES = lazy(r"(?:[ \t]*(?:\r\n|\r|\n))*")


def entry_lines(source: Source, entry: Entry) -> tuple[int, int] | None:
    """The span of all lines of a key and its value, with the line end; None if the first line is shared
    with something else.
    """
    line = source.location(entry.start)[0]
    start = source.line_span(line)[0]
    if source.text[start : entry.start].strip():
        return None
    end = _next_line(source, max(entry.node.end - 1, entry.end - 1))
    if _KEEPS.match(source.text, entry.node.start):
        # Blank lines after a block scalar that keeps them are part of its value.
        end = _BLANK_LINES.match(source.text, end).end()  # type: ignore[union-attr]
    return start, end


def remove_entries(
    source: Source,
    node: ValueNode,
    gone: Sequence[Entry],
    block_end: int,
    version: YamlVersion = "1.1",
) -> list[Edit | None]:
    """Drop keys of a block mapping with their lines; one edit for each key. Where a key stands
    twice, these of them go.

    `block_end` is where the YAML ends. None for a key that shares its line, and for all of them
    where another key would then be read otherwise.
    """
    spans = [entry_lines(source, entry) for entry in gone]
    edits = [Edit(*span, "") if span else None for span in spans]
    wanted = [edit for edit in edits if edit is not None]
    start = source.line_span(source.location(node.start)[0])[0]
    shifted = [Edit(edit.start - start, edit.end - start, "") for edit in wanted]
    left = apply_edits(source.text[start:block_end], shifted)
    new, problems, _ = parse_yaml(left, 0, len(left), version)
    dropped = {e.start for e, edit in zip(gone, edits, strict=True) if edit is not None}
    rest = {e.key: e.node.value for e in node.entries or () if e.start not in dropped}
    if problems or (new.value if new is not None else {}) != rest:
        return [None] * len(edits)
    return edits


def insert_entry(
    source: Source, node: ValueNode, key: str, value: str, order: Sequence[str] = ()
) -> Edit | None:
    """Add ``key: value`` to a block mapping, after the keys that precede it in `order`.

    `value` is YAML. A key that is not in `order`, or has no neighbour from it, is added at the end.
    None for a flow mapping.
    """
    entries = own_entries(node)
    if not entries:
        return None
    first = entry_lines(source, entries[0])
    if first is None or source.text[node.start : node.start + 1] == "{":
        return None
    rank = {name: index for index, name in enumerate(order)}
    at = None
    if key in rank:
        before = [e for e in entries if rank.get(e.key, len(rank)) < rank[key]]
        after = [e for e in entries if rank.get(e.key, -1) > rank[key]]
        if before:
            lines = entry_lines(source, max(before, key=lambda e: rank[e.key]))
            at = lines[1] if lines else None
        elif after:
            lines = entry_lines(source, after[0])
            at = lines[0] if lines else None
    if at is None:
        lines = entry_lines(source, entries[-1])
        if lines is None:
            return None
        at = lines[1]
    indent = source.text[first[0] : entries[0].start]
    new = f"{indent}{key}: {value}"
    if at == len(source.text) and source.text[at - 1 : at] not in ("\n", "\r"):
        return Edit(at, at, line_end(source) + new)
    return Edit(at, at, new + line_end(source))


def reorder(
    source: Source,
    node: ValueNode,
    order: Sequence[str],
    block_end: int,
    version: YamlVersion = "1.1",
) -> Edit | None:
    """Sort the keys that are in `order` into that order; other keys stay where they are.

    Comments directly above a key move with it; blank lines and detached comments stay. `block_end`
    is where the YAML ends. None for a flow mapping, if the keys are sorted already, and if the
    result would be parsed differently (an alias before its anchor).
    """
    entries = own_entries(node)
    chunks: list[tuple[int, int]] = []
    for entry in entries:
        lines = entry_lines(source, entry)
        if lines is None or source.text[node.start : node.start + 1] == "{":
            return None
        floor = chunks[-1][1] if chunks else 0
        chunks.append((_with_comments(source, lines[0], floor), lines[1]))
    known = [index for index, entry in enumerate(entries) if entry.key in order]
    wanted = sorted(known, key=lambda index: order.index(entries[index].key))
    if known == wanted:
        return None
    text = source.text
    moved = dict(zip(known, wanted, strict=True))
    first = next(index for index in known if moved[index] != index)
    last = max(index for index in known if moved[index] != index)
    pieces = []
    for index in range(first, last + 1):
        pieces.append(text[slice(*chunks[moved.get(index, index)])])
        if index < last:
            pieces.append(text[chunks[index][1] : chunks[index + 1][0]])
    edit = Edit(chunks[first][0], chunks[last][1], "".join(pieces))
    start = chunks[0][0]
    moved_text = text[start : edit.start] + edit.text + text[edit.end : block_end]
    new, problems, _ = parse_yaml(moved_text, 0, len(moved_text), version)
    return edit if new is not None and not problems and new.value == node.value else None


def own_entries(node: ValueNode) -> list[Entry]:
    """The entries written in the mapping itself, without those merged in by ``<<``."""
    return [entry for entry in node.entries or () if node.start <= entry.start < node.end]


def _next_line(source: Source, at: int) -> int:
    line = source.location(at)[0]
    starts = source.line_starts
    return starts[line] if line < len(starts) else len(source.text)


def _with_comments(source: Source, start: int, floor: int) -> int:
    """The start of the comment lines directly above a line, but not before `floor`."""
    line = source.location(start)[0]
    while line > 1:
        above, end = source.line_span(line - 1)
        if above < floor or not source.text[above:end].lstrip().startswith("#"):
            break
        start, line = above, line - 1
    return start
