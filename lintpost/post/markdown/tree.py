"""The body as a tree of blocks and inlines, in which sentences and words are looked for.

Its shape is that of mdast (which textlint's rules walk): a list item holds paragraphs, text over
several lines is one ``Str``, bare addresses are links.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import Any

from pyromark import events_with_range

from lintpost.post.lazy import lazy
from lintpost.post.markdown.emphasis import STAND_INS
from lintpost.post.markdown.events import OPTIONS
from lintpost.post.offsets import Offsets

HEADING, LINK, QUOTE, TABLE, IMAGE, EMPHASIS, STRONG, ITEM, FOOTNOTE = (1 << n for n in range(9))
"""What a node may stand in; `Node.flags`."""

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
# GitHub's extended autolinks: where the address ends is decided in `_address_end`.
_ADDRESS = lazy(r"(?<![A-Za-z])(?:https?://|www\.)[-.\w]+[^\s<]*", re.IGNORECASE)
_LAST = 1 << 62
_TRAILING = "!\"'*,.:;?_~"


class MarkdownNode:
    """A block or an inline. Offsets are code points into the file, half-open.

    `value` is the text of a ``Str`` (line ends kept, escapes undone), the content of ``Code``, the
    alternative text of an ``Image``, the address of a ``Link``. `parts` of a ``Str`` lead from its
    text back to the source: pairs of an offset in `value` and its place in the file.
    """

    __slots__ = ("children", "end", "flags", "kind", "parts", "start", "value")

    def __init__(self, kind: str, start: int, end: int, flags: int, value: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.flags = flags
        self.value = value
        self.children: list[MarkdownNode] = []
        self.parts: list[tuple[int, int]] = []

    def walk(self) -> Iterator["MarkdownNode"]:
        """This node and everything in it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            if node.children:
                stack += node.children[::-1]


def tree_of(
    body: str, start: int, hidden: list[tuple[int, int]], source: str | None = None
) -> MarkdownNode:
    """The tree of a body that begins at `start` in its file.

    `hidden` are spans (of the file) that are no prose. `source` is the body as it is written, where
    `body` is a stand-in of the same offsets, read for its markup.
    """
    data = body.encode()
    root, nodes = _read(body, data)
    root.start, root.end = start, start + len(body)
    _place(nodes, Offsets(body, data), start)
    cut = any(node.kind == "Str" and _is_cut(node, hidden) for node in nodes)
    for node in nodes:
        if cut and (node.kind in _PROSE or node.kind in _INLINE_PARENTS):
            node.children = [part for child in node.children for part in _cut(child, hidden)]
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


def _is_cut(node: MarkdownNode, hidden: list[tuple[int, int]]) -> bool:
    """Whether `_cut` may find anything in a text."""
    value = node.value
    if "://" in value or "www." in value:
        return True
    return bool(hidden) and any(first < node.end and last > node.start for first, last in hidden)


def _cut(node: MarkdownNode, hidden: list[tuple[int, int]]) -> list[MarkdownNode]:
    """A text without what is no prose in it, and with its bare addresses as links."""
    if node.kind != "Str" or not _is_cut(node, hidden):
        return [node]
    spans = [
        (first, last, "Html") for first, last in hidden if first < node.end and last > node.start
    ]
    if not node.flags & LINK and ("://" in node.value or "www." in node.value):
        for match in _ADDRESS.finditer(node.value):
            end = _address_end(match)
            place = place_of(node.parts, match.start())
            spans.append((place, place_of(node.parts, end - 1) + 1, "Link"))
    if not spans:
        return [node]
    found: list[MarkdownNode] = []
    at = node.start
    for first, last, kind in sorted(spans):
        first, last = max(first, at), min(last, node.end)
        if first >= last:
            continue
        found += _piece(node, at, first)
        atom = MarkdownNode(kind, first, last, node.flags)
        if kind == "Link":
            atom.children = _piece(node, first, last)
            atom.value = "".join(child.value for child in atom.children)
            for child in atom.children:
                child.flags |= LINK
        found.append(atom)
        at = last
    return [*found, *_piece(node, at, node.end)]


def _piece(node: MarkdownNode, first: int, last: int) -> list[MarkdownNode]:
    """The part of a text between two places of the file."""
    piece = MarkdownNode("Str", first, last, node.flags)
    values: list[str] = []
    size = 0
    for (at, place), (after, _) in zip(
        node.parts, [*node.parts[1:], (len(node.value), 0)], strict=True
    ):
        low, high = max(place, first), min(place + after - at, last)
        if low < high:
            piece.parts.append((size, low))
            values.append(node.value[at + low - place : at + high - place])
            size += high - low
    piece.value = "".join(values)
    return [piece] if values else []


def _address_end(match: re.Match[str]) -> int:
    text, start = match[0], match.start()
    while text[-1] in _TRAILING or (text[-1] == ")" and text.count(")") > text.count("(")):
        text = text[:-1]
    return start + len(text)


def place_of(parts: list[tuple[int, int]], offset: int) -> int:
    """The place in the file of an offset in a ``Str``'s value."""
    begin, place = parts[max(bisect_right(parts, (offset, _LAST)) - 1, 0)]
    return place + offset - begin


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
