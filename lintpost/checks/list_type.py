"""A list that is written as something else."""

import re
from collections.abc import Iterator

from lintpost.checks.hit import Fix, Hit
from lintpost.checks.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.node import Node
from lintpost.post.post import Post
from lintpost.post.scalars import quote_value, written
from lintpost.site.site import Site

_HYPHENS = lazy(r"-[^\s-]\S*(?:[ \t]*\r?\n[ \t]+-[^\s-]\S*)+")
_HYPHEN = lazy(r"(?m)(?<![^\s])-(?=\S)")
_SEPARATOR = r"\s*[,、，;；]\s*"


class Options(CheckOptions):
    """`field` that must hold a list of strings."""

    field: str = "tags"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At a value that is no list, or at each item that is no string."""
    front = post.front_matter
    entry = front.get(options.field) if front else None
    if front is None or entry is None or entry.node.value is None:
        return
    node = entry.node
    if node.items is None:
        edit = as_list(post.text, node) if front.format == "yaml" else None
        fix = Fix("safe", (edit,)) if edit else None
        key = "string" if isinstance(node.value, str) else "scalar"
        if node.entries is not None:
            key = "mapping"
        params = {"field": options.field, "value": str(node.value)}
        yield Hit(node.start, node.end, key, params, fix)
        return
    for item in node.items:
        if item.value is None or isinstance(item.value, str):
            continue
        shown = post.text[item.start : item.end]
        fix = None
        if item.items is None and item.entries is None and front.format == "yaml":
            fix = Fix("safe", (quote_value(post.text, item),))
        params = {"field": options.field, "value": shown.split("\n")[0]}
        yield Hit(item.start, item.end, "item" if fix else "nested", params, fix)


def as_list(text: str, node: Node) -> Edit | None:
    """``AI, LLM`` as ``[AI, LLM]``; one word as a list of one. Spaces alone do not part words.

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
    return Edit(node.start, node.end, f"[{', '.join(map(written, parts))}]")


def parted(value: str) -> list[str]:
    """The words of a string that should be a list: parted by commas of any kind."""
    return [part for part in re.split(_SEPARATOR, value.strip()) if part]
