"""The body as a tree of blocks and inlines, for rules about sentences and words.

It has the shape of mdast, which textlint's rules walk: list items contain paragraphs, text over
several lines is one ``Str``, and bare addresses are links.
"""

from itertools import chain
from typing import Any

from pyromark import events_with_range

from lintpost.post.markdown.cuts import AddressCutter, MaskCutter
from lintpost.post.markdown.events import OPTIONS, EventRange
from lintpost.post.markdown.flags import (
    EMPHASIS,
    FOOTNOTE,
    HEADING,
    IMAGE,
    ITEM,
    LINK,
    QUOTE,
    STRONG,
    TABLE,
)
from lintpost.post.markdown.masks.spans import Mask
from lintpost.post.markdown.node import MarkdownNode
from lintpost.post.markdown.stand_ins import restore
from lintpost.post.offsets import Offsets

__all__ = ["EMPHASIS", "FOOTNOTE", "HEADING", "IMAGE", "ITEM", "LINK", "QUOTE", "STRONG", "TABLE", "MarkdownNode", "tree_of"]  # fmt: skip

_FLAGS = {
    "Heading": HEADING, "Link": LINK, "BlockQuote": QUOTE, "TableCell": TABLE, "Image": IMAGE,
    "Emphasis": EMPHASIS, "Strong": STRONG, "ListItem": ITEM, "FootnoteDefinition": FOOTNOTE,
}  # fmt: skip
_NAMES = {"Item": "ListItem", "Strikethrough": "Delete"}
_BLOCKS = frozenset(
    ["Document", "Paragraph", "Heading", "BlockQuote", "List", "ListItem", "Table", "TableHead", "TableRow",
     "TableCell", "CodeBlock", "HtmlBlock", "FootnoteDefinition", "Rule"]
)  # fmt: skip
_ITEMS = frozenset(["ListItem", "FootnoteDefinition"])
_PROSE = frozenset(["Paragraph", "Heading", "TableCell"])
_INLINE_PARENTS = frozenset(["Strong", "Emphasis", "Delete"])


def tree_of(
    body: str, start: int, masks: list[Mask] | None = None, source: str | None = None
) -> MarkdownNode:
    """The tree of a body that begins at offset `start` of its file (code points).

    `masks` (code points into the file) are cut out of the text; without them it is read as textlint
    reads it, where a bare address is a link and all else is prose. `source` is the body as written, if
    `body` is its shadow (see `emphasis`).
    """
    data = body.encode()
    root, nodes = _read(body, data)
    root.start, root.end = start, start + len(body)
    _place(nodes, Offsets(body, data), start)
    cutter = AddressCutter() if masks is None else MaskCutter(masks, source or body, start)
    for node in nodes:
        if node.children and (node.kind in _PROSE or node.kind in _INLINE_PARENTS):
            node.children = cutter.cut(node.children)
        if node.kind == "Paragraph" and node.children:
            node.start, node.end = node.children[0].start, node.children[-1].end
    if source is not None and source != body:
        restore(root, source, start)
    return root


def _read(body: str, data: bytes) -> tuple[MarkdownNode, list[MarkdownNode]]:
    """The tree and all its nodes, with offsets in bytes."""
    root = MarkdownNode("Document", 0, len(data), 0)
    stack = [root]
    nodes: list[MarkdownNode] = []
    text: MarkdownNode | None = None
    events: Any = events_with_range(body, options=OPTIONS)
    for event, place in events:
        if "Text" in event or event == "SoftBreak":
            if stack[-1].kind == "CodeBlock":
                continue
            if text is None:
                text = _open(stack, nodes, "Str", place)
            text.parts.append((len(text.value), place["start"]))
            text.value += "\n" if event == "SoftBreak" else event["Text"]
            text.end = place["end"]
            continue
        text = None
        if event.__class__ is dict:
            ((kind, value),) = event.items()
        else:
            kind, value = event, None
        if kind == "Start":
            name = value if value.__class__ is str else next(iter(value))
            name = _NAMES.get(name, name)
            node = _open(stack, nodes, name, place)
            if name == "Link":
                node.value = value["Link"]["dest_url"]
            elif name == "Heading":
                node.level = int(value["Heading"]["level"][1:])
            stack.append(node)
        elif kind == "End":
            name = value if value.__class__ is str else next(iter(value))
            name = _NAMES.get(name, name)
            while stack[-1].kind != name:
                stack.pop()
            _close(stack.pop(), data)
        elif kind != "Html" and kind != "TaskListMarker":
            node = _open(stack, nodes, "Html" if kind == "InlineHtml" else kind, place)
            if kind == "Code":
                node.value = value
    return root, nodes


def _open(
    stack: list[MarkdownNode], nodes: list[MarkdownNode], kind: str, place: EventRange
) -> MarkdownNode:
    top = stack[-1]
    is_block = kind in _BLOCKS
    if not is_block and top.kind in _ITEMS:
        # The parser has no paragraph in a tight item; mdast has one.
        paragraph = MarkdownNode(
            "Paragraph", place["start"], place["end"], top.flags | _FLAGS.get(top.kind, 0)
        )
        top.children.append(paragraph)
        nodes.append(paragraph)
        stack.append(paragraph)
        top = paragraph
    elif is_block and top.kind == "Paragraph":
        stack.pop()
        top = stack[-1]
    node = MarkdownNode(kind, place["start"], place["end"], top.flags | _FLAGS.get(top.kind, 0))
    top.children.append(node)
    nodes.append(node)
    return node


def _close(node: MarkdownNode, data: bytes) -> None:
    if node.kind == "Image":
        node.value = "".join(one.value for one in node.walk() if one.kind in ("Str", "Code"))
        node.children = []
    elif node.kind in ("ListItem", "List", "BlockQuote", "CodeBlock", "Table", "Heading"):
        while node.end > node.start and data[node.end - 1] in b"\n\r":
            node.end -= 1


def _place(nodes: list[MarkdownNode], offsets: Offsets, base: int) -> None:
    """Convert the offsets of all nodes from bytes to code points of the file."""
    edges = {at for node in nodes for at in (node.start, node.end)}
    edges.update(chain.from_iterable((part[1] for part in node.parts) for node in nodes))
    ascending = sorted(edges)
    point = dict(zip(ascending, offsets.points(ascending, base), strict=True))
    for node in nodes:
        node.start, node.end = point[node.start], point[node.end]
        if node.parts:
            node.parts = [(at, point[byte]) for at, byte in node.parts]
