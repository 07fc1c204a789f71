"""A list that is written as one string."""

import re

from lintpost.post.edit import Edit
from lintpost.post.front_matter.scalars import in_flow, written
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy

_HYPHENS = lazy(r"-[^\s-]\S*(?:[ \t]*\r?\n[ \t]+-[^\s-]\S*)+")
_HYPHEN = lazy(r"(?m)(?<![^\s])-(?=\S)")
_SEPARATOR = r"\s*[,、，;；]\s*"


def as_list(text: str, node: ValueNode, *, yaml: bool) -> Edit | None:
    """``AI, LLM`` as ``[AI, LLM]``; one word as a list of one. Spaces alone do not part words.

    Outside `yaml`, in TOML and JSON, each word has quotes.

    Lines that begin with a hyphen and no space (``-AI``) get their space. None where the string is
    not written in one piece.
    """
    value = node.value
    if not isinstance(value, str):
        return None
    if _HYPHENS.fullmatch(text, node.start, node.end):
        spaced = _HYPHEN.sub("- ", text[node.start : node.end])
        return Edit(node.start, node.end, spaced)
    if node.inner is None or "\n" in value:
        return None
    parts = parted(value)
    if not parts or (len(parts) == 1 and " " in parts[0]):
        return None
    return Edit(node.start, node.end, f"[{', '.join(map(written if yaml else in_flow, parts))}]")


def parted(value: str) -> list[str]:
    """The words of a string that should be a list: parted by commas of any kind."""
    return [part for part in re.split(_SEPARATOR, value.strip()) if part]
