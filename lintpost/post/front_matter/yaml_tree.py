"""YAML as nodes with spans, from the marks of PyYAML's C loader (libyaml)."""

from typing import Any, Literal

import yaml
from yaml import CSafeLoader
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.nodes import MappingNode, ScalarNode
from yaml.reader import ReaderError

from lintpost.language import Text
from lintpost.post.front_matter.value_node import (
    MAX_DEPTH,
    MAX_DIGITS,
    Entry,
    Problem,
    Refused,
    ValueNode,
    too_many_digits,
)
from lintpost.post.lazy import lazy

YamlVersion = Literal["1.1", "1.2"]

MAX_VALUES = 20_000
"""Values allowed once aliases are expanded ("billion laughs")."""

_OPENERS = ("[", "{", "- ", "? ", "\n")
_BLOCK_STYLES = ("|", ">")
_QUOTES = ("'", '"')
_ALIAS = lazy(r"(?:[\s,:\[{?-]|#[^\n\r]*)*(\*[^\s,\[\]{}]+)")
_PROPERTIES = lazy(r"(?:[&!][^\s,\[\]{}]*\s+)+")
_PREFIX = "tag:yaml.org,2002:"
_STRING = f"{_PREFIX}str"
_NUMBERS = (f"{_PREFIX}int", f"{_PREFIX}float")
_OF_SCALARS = {f"{_PREFIX}{name}" for name in ("null", "bool", "binary", "timestamp")} | {*_NUMBERS}
# "=" and "<<" alone, which YAML 1.1 resolves to tags of their own and every reader takes for text.
_AS_TEXT = (_STRING, f"{_PREFIX}value", f"{_PREFIX}merge")
# What PyYAML's constructors raise at a value that is none of their tag.
_NOT_OF_TAG = (
    ValueError, ConstructorError, AttributeError, LookupError, OverflowError,
)  # fmt: skip
_constructor = SafeConstructor()


# What libyaml expects after a value that begins with &, *, !, | or >.
_BEGUN = ("an anchor", "an alias", "a tag", "a block scalar")


def parse_yaml(
    text: str, start: int, end: int, version: YamlVersion = "1.1"
) -> tuple[ValueNode | None, list[Problem], list[Entry]]:
    """Parse `text[start:end]`; the version decides the type of plain scalars such as ``no`` and ``010``.

    Returns the root node (None if empty or invalid), the problems, and the entries whose key
    occurred before in the same mapping. Spans are code points into `text`.
    """
    block = text[start:end]
    try:
        _refuse_deep_nesting(block, start)
        loader: type[CSafeLoader] = CSafeLoader
        constructors: dict[str | None, Any] = SafeConstructor.yaml_constructors
        if version == "1.2":
            from lintpost.post.front_matter.yaml_core import CONSTRUCTORS, CoreLoader

            loader, constructors = CoreLoader, CONSTRUCTORS
        root = yaml.compose(block, Loader=loader)
        if root is None:
            return None, [], []
        builder = _Builder(text, start, constructors)
        return builder.build(root), [], builder.duplicates
    except Refused as refused:
        return None, [refused.problem], []
    except ReaderError as error:
        at = start + min(error.position, max(len(block) - 1, 0))
        code = f"U+{ord(text[at]):04X}" if at < len(text) else "?"
        return None, [Problem(at, min(at + 1, end), "control-character", {"code": code})], []
    except yaml.MarkedYAMLError as error:
        return None, [_problem(error, text, start, end)], []
    except ValueError:
        # Lone surrogates cannot be handed to libyaml.
        return (
            None,
            [
                Problem(
                    start,
                    start,
                    "other",
                    {"detail": Text("invalid text", "文字として正しくないデータがあります")},
                )
            ],
            [],
        )


def _refuse_deep_nesting(block: str, base: int) -> None:
    """Raise if the block nests deeper than `MAX_DEPTH`. Reading libyaml's events does not recurse."""
    if sum(map(block.count, _OPENERS)) <= MAX_DEPTH:
        return
    depth = 0
    for event in yaml.parse(block, Loader=CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH and event.start_mark is not None:
                at = base + event.start_mark.index
                raise Refused(Problem(at, at + 1, "too-deep", {"max": MAX_DEPTH}))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _problem(error: yaml.MarkedYAMLError, text: str, start: int, end: int) -> Problem:
    """Turn an error of libyaml into a message key that an editor can act on."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    at = min(start + mark.index, end) if mark else start
    char = text[at : at + 1]
    stop = min(at + 1, end)
    if "maximum nesting depth" in problem:
        # libyaml's scanner runs ahead of its events and has a limit of its own (PyYAML 6.0.4: 1000).
        return Problem(at, stop, "too-deep", {"max": MAX_DEPTH})
    if "mapping values are not allowed" in problem:
        return Problem(at, stop, "colon", {})
    if "unexpected end of stream" in problem and "quoted" in context and error.context_mark:
        at = start + error.context_mark.index
        return Problem(at, at + 1, "unclosed-quote", {"quote": text[at : at + 1]})
    if "tab character" in problem or ("cannot start any token" in problem and char == "\t"):
        return Problem(at, stop, "tab", {})
    if "cannot start any token" in problem or "are not allowed in this context" in problem:
        return Problem(at, stop, "reserved", {"char": char})
    if error.context_mark and context.removeprefix("while scanning ").startswith(_BEGUN):
        at = start + error.context_mark.index
        return Problem(at, at + 1, "reserved", {"char": text[at : at + 1]})
    if "flow" in context and error.context_mark:
        at = start + error.context_mark.index
        if text[at : at + 1] not in ("[", "{"):  # where libyaml gave up, behind an item
            at = max(text.rfind("[", start, at), text.rfind("{", start, at), start)
        return Problem(at, at + 1, "unclosed-bracket", {"bracket": text[at : at + 1]})
    if "undefined alias" in problem:
        return Problem(at, stop, "undefined-alias", {})
    if "expected key" in problem or "expected ':'" in problem or "expected '-'" in problem:
        return Problem(at, stop, "structure", {})
    from lintpost.post.front_matter.parser_messages import explained

    detail = f"{context}: {problem}" if context else problem
    return Problem(at, stop, "other", {"detail": explained(detail)})


class _Builder:
    def __init__(self, text: str, base: int, constructors: dict[str | None, Any]) -> None:
        self.constructors = constructors
        self.text = text
        self.base = base
        self.duplicates: list[Entry] = []
        self.built: dict[int, tuple[ValueNode, int]] = {}
        self.open: set[int] = set()
        self.values = 0

    def build(self, source: Any) -> ValueNode:
        """Build the node of a composed node; an alias yields the node of its anchor again."""
        if source.__class__ is ScalarNode:
            return self._scalar(source)
        start = self._behind_properties(self.base + source.start_mark.index)
        identity = id(source)
        known = self.built.get(identity)
        if known is not None:
            self._count(known[1], start)
            return known[0]
        if identity in self.open:
            raise Refused(Problem(start, start + 1, "recursive-alias", {}))
        if source.tag not in self.constructors:
            mark = self.base + source.start_mark.index
            raise Refused(Problem(mark, max(start, mark + 1), "unknown-tag", {"tag": source.tag}))
        before = self.values
        self._count(1, start)
        end = self.base + source.end_mark.index
        self.open.add(identity)
        if isinstance(source, MappingNode):
            node = self._mapping(source, start, end)
        else:
            items = []
            at = start
            for item in source.value:
                node = self.build(item)
                if node.start < at:
                    node = self._at_alias(node, at)
                items.append(node)
                at = node.end
            if items and not source.flow_style:
                # The end mark of a block collection is at the next token, after any comments.
                end = max(items[-1].end, start)
            node = ValueNode([item.value for item in items], start, end, items=items)
        self.open.discard(identity)
        self.built[identity] = (node, self.values - before)
        return node

    def _at_alias(self, node: ValueNode, after: int) -> ValueNode:
        """A copy of an anchor's node with the span of the alias that follows offset `after`: libyaml
        gives an alias the marks of its anchor.
        """
        match = _ALIAS.match(self.text, after)
        if match is None:
            return node
        return ValueNode(
            node.value, match.start(1), match.end(1), entries=node.entries, items=node.items
        )

    def _behind_properties(self, start: int) -> int:
        """The start of a node's own text; libyaml's mark is at its anchor or tag."""
        match = _PROPERTIES.match(self.text, start)
        return match.end() if match else start

    def _count(self, values: int, at: int) -> None:
        self.values += values
        if self.values > MAX_VALUES:
            raise Refused(Problem(at, at + 1, "too-many-values", {"max": MAX_VALUES}))

    def _scalar(self, source: Any) -> ValueNode:
        start = mark = self.base + source.start_mark.index
        end = self.base + source.end_mark.index
        first = self.text[start : start + 1]
        if first == "&" or first == "!":  # a set or tuple takes longer
            start = self._behind_properties(mark)
            end = max(end, start)
        self.values += 1  # bounded where its list or mapping is counted
        style = source.style
        if style in _BLOCK_STYLES:
            end = start + len(self.text[start:end].rstrip())
        value = source.value
        if source.tag not in _AS_TEXT:
            if source.tag in _NUMBERS and len(value) > MAX_DIGITS:
                raise Refused(too_many_digits(start, end))
            construct = self.constructors.get(source.tag)
            if construct is None:
                raise Refused(Problem(mark, end, "unknown-tag", {"tag": source.tag}))
            try:
                if source.tag in _OF_SCALARS:
                    return ValueNode(construct(_constructor, source), start, end)
            except _NOT_OF_TAG:
                pass  # it looks like a date or a number and is none: keep what was written
            if "!" in self.text[mark:start]:
                tag = source.tag.replace(_PREFIX, "!!")
                raise Refused(Problem(mark, max(end, mark + 1), "tag-value", {"tag": tag}))
        inner = start + 1 if style in _QUOTES else start
        literal = inner + len(value) + (inner - start) == end
        if literal and self.text.startswith(value, inner):
            return ValueNode(value, start, end, inner=inner)
        return ValueNode(value, start, end)

    def _mapping(self, source: MappingNode, start: int, end: int) -> ValueNode:
        entries: list[Entry] = []
        merged: list[Entry] = []
        seen: set[str] = set()
        for key_node, value_node in source.value:
            key_start = self.base + key_node.start_mark.index
            key_end = self.base + key_node.end_mark.index
            node = self.build(value_node)
            if node.start < key_end:
                node = self._at_alias(node, key_end)
            if key_node.tag == "tag:yaml.org,2002:merge":
                for mapping in node.each():
                    merged.extend(mapping.entries or ())
                continue
            if not isinstance(key_node, ScalarNode):
                raise Refused(Problem(key_start, key_end, "structure", {}))
            entry = Entry(key_node.value, key_start, key_end, node)
            if entry.key in seen:
                self.duplicates.append(entry)
            seen.add(entry.key)
            entries.append(entry)
        for entry in merged:
            if entry.key not in seen:
                seen.add(entry.key)
                entries.append(entry)
        if source.value and not source.flow_style:
            end = max(key_end, node.end)
        value = {entry.key: entry.node.value for entry in entries}
        return ValueNode(value, start, end, entries=entries)
