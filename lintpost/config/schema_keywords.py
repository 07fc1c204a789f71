"""Finds misspelled JSON Schema keywords, which the standard ignores as annotations."""

from collections.abc import Iterator

from lintpost.files.settings_error import unknown_word
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import Entry, ValueNode

TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
_OF_SCHEMAS = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMAS = (
    "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames",
    "unevaluatedItems", "unevaluatedProperties", "contentSchema",
)  # fmt: skip
# JSON Schema 2020-12: core, applicator, validation, unevaluated, format, content, meta-data.
_KEYWORDS = (
    *_OF_SCHEMAS, *_SCHEMA_LISTS, *_SCHEMAS,
    "type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
    "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
    "maxContains", "minContains", "maxProperties", "minProperties", "required", "dependentRequired",
    "format", "title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples",
    "contentEncoding", "contentMediaType", "$id", "$schema", "$ref", "$anchor", "$dynamicRef",
    "$dynamicAnchor", "$vocabulary", "$comment", "order",
)  # fmt: skip
_MIN_LENGTH = 4
"""Length in characters from which a keyword is compared."""
_MAX_DISTANCE = 2
"""Edit distance up to which an unknown keyword counts as misspelled."""


def refuse_misspelled(file: SettingsFile, node: ValueNode) -> None:
    """Raise `SettingsError` at a keyword that is at most two edits from a known one, or an unknown type.

    Other unknown keywords are annotations, which JSON Schema allows.
    """
    for schema in _schemas(node):
        for entry in schema.entries or ():
            close = "" if entry.key in _KEYWORDS else _similar_keyword(entry.key)
            if close:
                file.fail(
                    _key(entry), unknown_word(entry.key, [close], Text("keyword", "キーワード"))
                )
            for kind in entry.node.each() if entry.key == "type" else ():
                if isinstance(kind.value, str) and kind.value not in TYPES:
                    file.fail(kind, unknown_word(kind.value, TYPES, Text("type", "型")))


def _schemas(node: ValueNode) -> Iterator[ValueNode]:
    """A schema and all its subschemas."""
    if node.entries is None:
        return
    yield node
    for entry in node.entries:
        if entry.key in _OF_SCHEMAS:
            for inner in entry.node.entries or ():
                yield from _schemas(inner.node)
        elif entry.key in _SCHEMA_LISTS:
            for item in entry.node.items or ():
                yield from _schemas(item)
        elif entry.key in _SCHEMAS:
            yield from _schemas(entry.node)


def _similar_keyword(word: str) -> str:
    """A keyword that a word may be a misspelling of; empty for none."""
    if len(word) < _MIN_LENGTH or word.startswith("x-"):
        return ""
    from rapidfuzz.distance import OSA

    for known in _KEYWORDS:
        if len(known) < _MIN_LENGTH:
            continue
        if OSA.distance(word.lower(), known.lower()) <= _MAX_DISTANCE:
            return known
    return ""


def _key(entry: Entry) -> ValueNode:
    """The key of an entry as a node, for its position."""
    return ValueNode(entry.key, entry.start, entry.end)
