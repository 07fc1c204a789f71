"""The single values of a post's YAML, for the checks of what YAML makes of them."""

from typing import NamedTuple

from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.site import Site

BOOLEANS = (
    "draft", "published", "private", "hidden", "featured", "pin", "pinned", "sticky", "toc",
    "comments", "comment", "math", "mathjax", "mermaid", "share", "sitemap", "search", "noindex",
    "headless", "slide", "ignorePublish", "render_with_liquid", "i18nReady",
)  # fmt: skip
"""Keys that generators and themes read as true or false."""


class Scalar(NamedTuple):
    """A value with its key, and the top-level key that it stands under; `plain`: without quotes."""

    key: str
    top: str
    node: ValueNode
    in_list: bool
    plain: bool


_SCALARS = MemoKey[list[Scalar]]("scalars")


def scalars(post: Post) -> list[Scalar]:
    """Every single value of a YAML block, in order; none of TOML and JSON. Aliases are left out."""
    found = post.memo.get_or_make(_SCALARS, lambda: _scalars(post))
    return list(found)


def _scalars(post: Post) -> list[Scalar]:
    found: list[Scalar] = []
    front = post.front_matter
    if front is not None and front.format == "yaml" and front.root is not None:
        for entry in front.root.entries or ():
            _add(post.text, found, entry.key, entry.key, entry.node, in_list=False)
    return found


def schema_types(site: Site, key: str) -> tuple[str, ...]:
    """The types that the schema gives a top-level key; empty where it says nothing."""
    properties = site.schema.data.get("properties", {}) if site.schema else {}
    schema = properties.get(key)
    kind = schema.get("type") if isinstance(schema, dict) else None
    return (kind,) if isinstance(kind, str) else tuple(kind or ())


def _add(
    text: str, found: list[Scalar], key: str, top: str, node: ValueNode, *, in_list: bool
) -> None:
    first = text[node.start : node.start + 1]
    if first == "*":
        return
    if node.items is not None:
        for item in node.items:
            _add(text, found, key, top, item, in_list=True)
    elif node.entries is not None:
        for entry in node.entries:
            if node.start <= entry.start < node.end:
                _add(text, found, entry.key, top, entry.node, in_list=False)
    else:
        plain = first not in ("'", '"', "|", ">")
        found.append(Scalar(key, top, node, in_list, plain))
