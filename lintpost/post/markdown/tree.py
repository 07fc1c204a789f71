"""The body as a tree of blocks and inlines, in which sentences and words are looked for.

Its shape is that of mdast (which textlint's rules walk): a list item holds paragraphs, text over
several lines is one ``Str``, bare addresses are links.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from pyromark import events_with_range

from lintpost.post.markdown.emphasis import STAND_INS
from lintpost.post.markdown.events import OPTIONS
from lintpost.post.markdown.markdown_node import (
    EMPHASIS,
    FOOTNOTE,
    HEADING,
    IMAGE,
    ITEM,
    LINK,
    QUOTE,
    STRONG,
    TABLE,
    MarkdownNode,
)
from lintpost.post.markdown.masks.spans import Mask
from lintpost.post.markdown.tree_cuts import AddressCutter, MaskCutter
from lintpost.post.offsets import Offsets

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


def tree_of(
    body: str, start: int, masks: list[Mask] | None = None, source: str | None = None
) -> MarkdownNode:
    """The tree of a body that begins at `start` in its file.

    `masks` (code points into the file) are cut out of the text; without them it is read as textlint
    reads it, where a bare address is a link and all else is prose. `source` is the body as it is
    written, where `body` is a stand-in of the same offsets, read for its markup.
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
        _restore(root, source, start)
    return root


_INLINE_PARENTS = frozenset(["Strong", "Emphasis", "Delete"])


def _read(body: str, data: bytes) -> tuple[MarkdownNode, list[MarkdownNode]]:
    """The tree in bytes, and every node of it."""
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
    stack: list[MarkdownNode], nodes: list[MarkdownNode], kind: str, place: dict[str, int]
) -> MarkdownNode:
    top = stack[-1]
    is_block = kind in _BLOCKS
    if not is_block and top.kind in _ITEMS:
        # A tight item has no paragraph of its own in the parser's eyes.
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
    """Turn bytes into code points of the file."""
    edges = {at for node in nodes for at in (node.start, node.end)}
    edges.update(chain.from_iterable((part[1] for part in node.parts) for node in nodes))
    ascending = sorted(edges)
    point = dict(zip(ascending, offsets.points(ascending, base), strict=True))
    for node in nodes:
        node.start, node.end = point[node.start], point[node.end]
        if node.parts:
            node.parts = [(at, point[byte]) for at, byte in node.parts]


def _restore(root: MarkdownNode, source: str, start: int) -> None:
    """Put back the letters that stand-ins replaced: a stand-in has the same places."""
    for node in root.walk():
        if node.kind == "Str":
            first = node.start - start
            if len(node.parts) == 1 and source.startswith(node.value, first):
                continue  # as most do
            node.value = "".join(_pieces(node, source, start))
        elif node.kind == "Code":
            written = source[node.start - start : node.end - start].replace("\n", " ")
            size = (len(written) - len(node.value)) // 2  # its marks, and a space beside each
            inner = written[size : len(written) - size]
            if len(inner) == len(node.value) and _is_stand_in(node.value, inner):
                node.value = inner


def _pieces(node: MarkdownNode, source: str, start: int) -> Iterator[str]:
    ends = [part[0] for part in node.parts[1:]] + [len(node.value)]
    for (at, place), end in zip(node.parts, ends, strict=True):
        written = source[place - start : place - start + end - at]
        text = node.value[at:end]
        # Entities and line ends stay as the parser read them.
        same = written == text or len(written) != len(text) or not _is_stand_in(text, written)
        yield text if same else written


def _is_stand_in(text: str, written: str) -> bool:
    return all(
        a == b or (a in STAND_INS and len(a.encode()) == len(b.encode()))
        for a, b in zip(text, written, strict=True)
    )
