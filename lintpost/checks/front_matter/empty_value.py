"""Front-matter keys with nothing behind them."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.schema import names_null
from lintpost.site.site import Site

_COMMENT = lazy(r"[ \t]+#(?=[^\s#!])")


class Options(CheckOptions):
    """`allow`: keys that may be empty."""

    allow: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Keys without a value or with blanks alone, and blank items of a list.

    An explicit ``[]`` or ``{}`` says "none" on purpose and is left alone, as is an explicit ``null`` of a
    key whose schema names null. A key that the schema doesn't know may be ``null`` in small letters, too.
    """
    front = post.front_matter
    if front is None or front.root is None:
        return
    properties = site.schema.properties if site.schema else {}
    for entry in front.root.entries or ():
        if entry.key in options.allow:
            continue
        node = entry.node
        if _is_explicit_null(post, node) and names_null(properties.get(entry.key)):
            continue
        if entry.key not in properties and post.text[node.start : node.end] == "null":
            continue  # as programs write out a key that has no value
        if _is_null_word(post, node):
            params = {"key": entry.key, "word": post.text[node.start : node.end]}
            yield Hit(node.start, node.end, "null", params)
        elif _blank(node.value) and not _commented_away(post, node):
            yield Hit(entry.start, entry.end, "key", {"key": entry.key})
        for item in entry.node.items or ():
            if _is_null_word(post, item):
                params = {"key": entry.key, "word": post.text[item.start : item.end]}
                yield Hit(item.start, item.end, "null", params)
            elif _blank(item.value) and not _commented_away(post, item):
                end = max(item.end, item.start + 1)
                start = item.start
                if item.end == item.start:
                    # A bare "-": show the hyphen.
                    start = post.text.rfind("-", entry.end, item.start + 1)
                    start, end = (start, start + 1) if start >= 0 else (item.start, item.end)
                yield Hit(start, end, "item", {"key": entry.key})


def _is_null_word(post: Post, node: ValueNode) -> bool:
    """Whether a value is the word null, which only looks like one."""
    return node.value is None and post.text[node.start : node.end].lower() == "null"


def _is_explicit_null(post: Post, node: ValueNode) -> bool:
    """Whether a value is written as ``null`` or ``~``, not just left out."""
    return node.value is None and post.text[node.start : node.end].lower() in ("null", "~")


def _commented_away(post: Post, node: ValueNode) -> bool:
    """Whether ``#AI`` stands where the value should: yaml/comment says so."""
    return node.value is None and _COMMENT.match(post.text, node.end) is not None


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


CHECK = Check(
    name="empty-value",
    options=Options,
    messages={"key": ("key",), "item": ("key",), "null": ("key", "word")},
    run=run,
    reads=("front-matter",),
    site=("schema",),
)
