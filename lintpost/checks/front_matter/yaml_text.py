"""Text that YAML cuts off, glues together or keeps with blanks at its edges."""

import re
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.common.yaml.scalars import scalars
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.scalars import in_quotes
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

# A hash with a blank before and none behind it, or with nothing at all behind it ("C #").
_CUT = lazy(r"[ \t]+#(?:(?=[^\s#!])[^\r\n]*|(?=[ \t]*(?:[\r\n]|\Z)))")
_CUT_ITEM = lazy(r"[,\[][ \t]*(?P<cut>#(?=[^\s#!])[^\r\n]*)")
_FREE_TEXT = r"(?i)title|description|excerpt|summary|subtitle|name|caption|alt"
_GLUED = lazy(r"(?P<key>[A-Za-z_][A-Za-z0-9_-]*)(?P<sign>[:：])(?=[^\s:：/\\])")
_LINE_END = lazy(r"[ \t]+(?=\r?\n|\r|\Z)")


class Options(CheckOptions):
    """`report`: text cut off by " #", `key:value` without a space, or blanks at the edges."""

    report: Literal["comment", "colon", "blank"] = "comment"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Hits of the kind asked for."""
    front = post.front_matter
    if front is None or front.format != "yaml" or front.root is None:
        return
    if options.report == "comment":
        if "#" in post.text[front.inner_start : front.inner_end]:
            yield from _comments(post)
            yield from _items_of_comments(post, front.root)
    elif options.report == "colon":
        yield from _colons(post)
    else:
        yield from _blanks(post, front)


def _comments(post: Post) -> Iterator[Hit]:
    for scalar in scalars(post):
        node = scalar.node
        found = _CUT.match(post.text, node.end)
        if not scalar.plain or found is None or not isinstance(node.value, str | None):
            continue
        cut = found[0].strip()
        fix = None
        if isinstance(node.value, str) and (scalar.in_list or re.search(_FREE_TEXT, scalar.key)):
            whole = post.text[node.start : found.end()].rstrip()
            fix = Fix("safe", (Edit(node.start, node.start + len(whole), in_quotes(whole)),))
        params = {"key": scalar.key, "cut": cut}
        start = found.end() - len(found[0].lstrip())
        if node.value is None and scalar.in_list:
            fix = Fix("safe", (Edit(start, start + len(cut), in_quotes(cut)),))
        yield Hit(start, start + len(cut), "", params, fix)


def _items_of_comments(post: Post, root: ValueNode) -> Iterator[Hit]:
    """``[a, #b`` with the list's end on another line: no item is left of what stands behind the hash."""
    for entry in root.entries or ():
        for node in entry.node.walk():
            if node.items is None or post.text[node.start : node.start + 1] != "[":
                continue
            at = node.start
            for item in (*node.items, ValueNode(None, node.end, node.end)):
                for found in _CUT_ITEM.finditer(post.text, at, item.start):
                    cut = found["cut"].rstrip()
                    start = found.start("cut")
                    yield Hit(start, start + len(cut), "", {"key": entry.key, "cut": cut})
                at = item.end


def _colons(post: Post) -> Iterator[Hit]:
    """A nested line that reads as text of the key above, or ``{a:1}`` whose key is "a:1"."""
    for scalar in scalars(post):
        node = scalar.node
        if node.value is None:
            start = node.start - len(scalar.key)
            found = _GLUED.match(scalar.key)
            if found and post.text[start : node.start] == scalar.key and not scalar.in_list:
                yield _glued(start + found.start("sign"), found["key"])
            continue
        if not scalar.plain or not isinstance(node.value, str):
            continue
        found = _GLUED.match(post.text, node.start, node.end)
        if found is None or scalar.in_list:
            continue
        # Only where it begins a line: "seo:" above, "title:…" below. A list may hold "技術:LLM".
        line = post.source.line_span(post.source.location(node.start)[0])[0]
        if post.text[line : node.start].strip():
            continue
        yield _glued(found.start("sign"), found["key"])


def _glued(at: int, key: str) -> Hit:
    return Hit(at, at + 1, "", {"key": key}, Fix("safe", (Edit(at, at + 1, ": "),)))


def _blanks(post: Post, front: FrontMatter) -> Iterator[Hit]:
    for scalar in scalars(post):
        node = scalar.node
        value = node.value
        if not isinstance(value, str) or value == value.strip() or not value.strip():
            continue
        if _is_of_lines(post, node):
            continue
        if node.inner is None:
            yield Hit(node.start, node.end, "value", {"key": scalar.key})
            continue
        left = node.inner + len(value) - len(value.lstrip())
        right = node.inner + len(value.rstrip())
        end = node.inner + len(value)
        edits = [Edit(a, b, "") for a, b in ((node.inner, left), (right, end)) if a < b]
        first, last = edits[0], edits[-1]
        yield Hit(first.start, last.end, "value", {"key": scalar.key}, Fix("safe", tuple(edits)))
    inner = post.text[front.inner_start : front.inner_end]
    if not any(end in inner for end in (" \n", "\t\n", " \r", "\t\r")):
        return
    nodes = [scalar.node for scalar in scalars(post)]
    taken = SpanSet((node.start, node.end) for node in nodes if _is_of_lines(post, node))
    for found in _LINE_END.finditer(post.text, front.inner_start, front.inner_end):
        start, end = found.span()
        line = post.source.line_span(post.source.location(start)[0])[0]
        inside = taken.holds_at(start)
        if start > line and not inside and post.text[start - 1] not in "|>+-":
            yield Hit(start, end, "line", {}, Fix("safe", (Edit(start, end, ""),)))


def _is_of_lines(post: Post, node: ValueNode) -> bool:
    """Whether a value is a block, or spans several lines."""
    written = post.text[node.start : node.end]
    return written[:1] in ("|", ">") or "\n" in written or "\r" in written


CHECK = Check(
    name="yaml-text",
    options=Options,
    messages=by_option(
        "report",
        {
            "comment": {"": ("key", "cut")},
            "colon": {"": ("key",)},
            "blank": {"value": ("key",), "line": ()},
        },
    ),
    run=run,
    reads=("front-matter",),
    changes=("front-matter",),
)
