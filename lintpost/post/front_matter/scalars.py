"""How a string is written in YAML, TOML and JSON, and how one is exchanged for another."""

import json
import re
from typing import Any

import yaml

from lintpost.post.edit import Edit
from lintpost.post.front_matter.value_node import ValueNode

_PLAIN = r"[^\W\d][\w .+/()（）・ー&-]*"
_QUOTES = ("'", '"')
# What YAML does not take as it stands (1.1 section 4.1.1), or folds as a line end.
_UNPRINTED = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_ESCAPED = "['\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"


def is_plain(word: str) -> bool:
    """Whether YAML reads a word as this very string without quotes, inside a flow list too."""
    if not re.fullmatch(_PLAIN, word) or word != word.strip():
        return False
    resolver: Any = yaml.resolver.Resolver()
    tag = resolver.resolve(yaml.ScalarNode, word, (True, False))
    # YAML 1.1 makes truth values of y and n; PyYAML does not, other readers do.
    return bool(tag.endswith(":str")) and word.lower() not in ("y", "n")


def in_quotes(word: str, quote: str = '"') -> str:
    """A string in quotes: in these where it needs no escape in them, else in double ones."""
    if quote == "'" and not re.search(_ESCAPED, word):
        return f"'{word}'"
    text = json.dumps(word, ensure_ascii=False)
    return re.sub(_UNPRINTED, lambda found: f"\\u{ord(found[0]):04x}", text)


def written(word: str, like: str = "") -> str:
    """A string as YAML, in the style of a sibling's text: its quotes, or none where none are needed."""
    if like[:1] in _QUOTES:
        return in_quotes(word, like[0])
    return word if is_plain(word) else in_quotes(word)


def replace_value(text: str, node: ValueNode, new: str) -> Edit:
    """Write another string in place of a scalar, in the quotes that are there.

    An anchor or a tag in front of the value stays: a node begins behind them. A folded or literal
    block becomes a quoted string.
    """
    old = text[node.start : node.end]
    if old[:1] in _QUOTES and node.inner is not None and in_quotes(new, old[0]) == f"{old[0]}{new}{old[0]}":  # fmt: skip
        return Edit(node.inner, node.inner + len(node.value), new)
    return Edit(node.start, node.end, written(new, old))


def quote_value(text: str, node: ValueNode) -> Edit:
    """Put quotes round what is written, so that it is read as the string that it looks like."""
    return Edit(node.start, node.end, in_quotes(text[node.start : node.end]))
