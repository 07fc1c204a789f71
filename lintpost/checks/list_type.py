"""A list that is written as something else."""

import re
from collections.abc import Iterator

from lintpost.checks.hit import Fix, Hit
from lintpost.checks.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.node import Entry
from lintpost.post.post import Post
from lintpost.post.scalars import is_plain
from lintpost.site.site import Site

_SEPARATOR = re.compile(r"\s*[,、，;；]\s*")


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
        fix = _as_list(entry) if front.format == "yaml" else None
        key = "string" if isinstance(node.value, str) else "scalar"
        if node.entries is not None:
            key = "mapping"
        params = {"field": options.field, "value": str(node.value)}
        yield Hit(node.start, node.end, key, params, fix)
        return
    for item in node.items:
        if item.value is None or isinstance(item.value, str):
            continue
        written = post.text[item.start : item.end]
        fix = None
        if item.items is None and item.entries is None and front.format == "yaml":
            fix = Fix("safe", (Edit(item.start, item.end, f'"{written}"'),))
        params = {"field": options.field, "value": written.split("\n")[0]}
        yield Hit(item.start, item.end, "item" if fix else "nested", params, fix)


def _as_list(entry: Entry) -> Fix | None:
    """``AI, LLM`` as ``[AI, LLM]``; one word as a list of one. Spaces alone do not part words."""
    node = entry.node
    if not isinstance(node.value, str) or node.inner is None or "\n" in node.value:
        return None
    parts = [part for part in _SEPARATOR.split(node.value.strip()) if part]
    if not parts or any('"' in part or "\\" in part for part in parts):
        return None
    if len(parts) == 1 and " " in parts[0]:
        return None
    written = ", ".join(part if is_plain(part) else f'"{part}"' for part in parts)
    return Fix("safe", (Edit(node.start, node.end, f"[{written}]"),))
