"""Writing strings in YAML, TOML and JSON, and replacing one by another."""

import json
import re
from typing import Any

import yaml

from lintpost.post.edit import Edit
from lintpost.post.front_matter.value_node import ValueNode

_PLAIN = r"[^\W\d][\w .+/()（）・ー&-]*"
_QUOTES = ("'", '"')
# Characters that YAML requires to be escaped (YAML 1.1, section 4.1.1) or folds as line ends.
_UNPRINTED = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_ESCAPED = "['\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"


def is_plain(word: str) -> bool:
    """Whether a string needs no quotes in YAML, not even inside a flow list."""
    if not re.fullmatch(_PLAIN, word) or word != word.strip():
        return False
    resolver: Any = yaml.resolver.Resolver()
    tag = resolver.resolve(yaml.ScalarNode, word, (True, False))
    # y and n are booleans in YAML 1.1; not to PyYAML, but to other parsers.
    return bool(tag.endswith(":str")) and word.lower() not in ("y", "n")


def in_quotes(word: str, quote: str = '"') -> str:
    """A quoted string: in the given quotes if it needs no escapes in them, else in double quotes."""
    if quote == "'" and not re.search(_ESCAPED, word):
        return f"'{word}'"
    return in_flow(word)


def in_flow(value: Any) -> str:
    """A value (as JSON has them) in YAML's flow style, on one line."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(_UNPRINTED, lambda found: f"\\u{ord(found[0]):04x}", text)


def in_plain_flow(value: Any) -> str:
    """A value in YAML's flow style, on one line, its strings without quotes where that is possible."""
    if isinstance(value, dict):
        pairs = (f"{written(key)}: {in_plain_flow(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_plain_flow, value)) + "]"
    return written(value) if isinstance(value, str) else json.dumps(value)


def in_comment(text: str) -> str:
    """A text for a comment: on one line, its control characters as escapes."""
    return re.sub(_CONTROL, lambda found: f"\\u{ord(found[0]):04x}", text)


def written(word: str, like: str = "") -> str:
    """A string as YAML in the style of a sibling's source: in its quotes, or unquoted where possible."""
    if like[:1] in _QUOTES:
        return in_quotes(word, like[0])
    return word if is_plain(word) else in_quotes(word)


def replace_value(text: str, node: ValueNode, new: str) -> Edit:
    """Replace the string of a scalar, keeping its quotes.

    An anchor or tag before the value stays, because nodes begin after them. A folded or literal
    block becomes a quoted string.
    """
    old = text[node.start : node.end]
    if old[:1] in _QUOTES and node.inner is not None and in_quotes(new, old[0]) == f"{old[0]}{new}{old[0]}":  # fmt: skip
        return Edit(node.inner, node.inner + len(node.value), new)
    return Edit(node.start, node.end, written(new, old))


def quote_value(text: str, node: ValueNode) -> Edit:
    """Quote a plain scalar as it is written, so that it is parsed as a string."""
    return Edit(node.start, node.end, in_quotes(text[node.start : node.end]))
