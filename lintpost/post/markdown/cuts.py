"""Cutting masked spans and bare addresses out of the ``Str`` nodes of the tree."""

import re

from lintpost.post.lazy import lazy
from lintpost.post.markdown.flags import LINK
from lintpost.post.markdown.node import MarkdownNode, place_of

# GitHub's extended autolinks (https://github.github.com/gfm/#autolinks-extension-); where the address
# ends is decided in `_address_end`.
_ADDRESS = lazy(r"(?<![A-Za-z])(?:https?://|www\.)[-.\w]+[^\s<]*", re.IGNORECASE)
_TRAILING = "!\"'*,.:;?_~"


def is_cut(node: MarkdownNode, hidden: list[tuple[int, int]]) -> bool:
    """Whether `cut` may find anything in a ``Str``."""
    value = node.value
    if "://" in value or "www." in value:
        return True
    return bool(hidden) and any(first < node.end and last > node.start for first, last in hidden)


def cut(node: MarkdownNode, hidden: list[tuple[int, int]]) -> list[MarkdownNode]:
    """Split a ``Str``: masked spans (code points of the file) become ``Html``, bare addresses ``Link``.

    Other nodes are returned as they are.
    """
    if node.kind != "Str" or not is_cut(node, hidden):
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
    """The part of a ``Str`` between two offsets of the file; nothing if it is empty."""
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
