"""Cuts texts of a tree where something else stands in them: masks, or bare addresses as textlint has them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.post.markdown.flags import LINK
from lintpost.post.markdown.masks.spans import Mask
from lintpost.post.markdown.node import MarkdownNode, place_of

# GitHub's extended autolinks: where the address ends is decided in `_address_end`.
_ADDRESS = lazy(r"(?<![A-Za-z])(?:https?://|www\.)[-.\w]+[^\s<]*", re.IGNORECASE)
_TRAILING = "!\"'*,.:;?_~"


class MaskCutter:
    """Cuts masks (code points into the file, in order) out of texts.

    A mask becomes one node: ``Html`` for markup, ``Mask`` for a word, whose `value` is its source,
    and for an address a ``Link`` that holds such a ``Mask``.
    """

    def __init__(self, masks: list[Mask], source: str, start: int) -> None:
        """`source` is the body as it is written; it begins at `start` of the file."""
        self._masks = masks
        self._ends = [mask.end for mask in masks]
        self._source = source
        self._start = start

    def cut(self, children: list[MarkdownNode]) -> list[MarkdownNode]:
        """The inlines of one parent, with one node for each mask that stands among them."""
        if not children or not self._over(children[0].start, children[-1].end):
            return children
        found: list[MarkdownNode] = []
        last: Mask | None = None  # whose node is the last of `found`, and may go on
        for child in children:
            masks = self._over(child.start, child.end)
            if child.kind != "Str":
                if not masks or child.start < masks[0].start or masks[0].end < child.end:
                    found.append(child)
                    last = None
                elif masks[0] is last:
                    self._extend(found[-1], child.end)
                else:
                    last = masks[0]
                    found.append(self._atom(last, child.start, child.end, child.flags))
                continue
            at = child.start
            if masks and masks[0] is last:
                at = min(last.end, child.end)
                self._extend(found[-1], at)
                found += self._cut_text(child, masks[1:], at)
            else:
                found += self._cut_text(child, masks, at)
            last = masks[-1] if masks and masks[-1].end >= child.end else None
        return found

    def _over(self, start: int, end: int) -> list[Mask]:
        """The masks that share a character with a span."""
        first = after = bisect_right(self._ends, start)
        while after < len(self._masks) and self._masks[after].start < end:
            after += 1
        return self._masks[first:after]

    def _cut_text(self, node: MarkdownNode, masks: list[Mask], at: int) -> Iterator[MarkdownNode]:
        text = _Text(node)
        for mask in masks:
            yield from text.piece(at, mask.start)
            at = min(mask.end, node.end)
            yield self._atom(mask, max(mask.start, node.start), at, node.flags)
        yield from text.piece(at, node.end)

    def _atom(self, mask: Mask, start: int, end: int, flags: int) -> MarkdownNode:
        if mask.kind == "markup":
            return MarkdownNode("Html", start, end, flags)
        value = self._source[start - self._start : end - self._start]
        if mask.kind == "word" or flags & LINK:
            return MarkdownNode("Mask", start, end, flags, value)
        link = MarkdownNode("Link", start, end, flags, value)
        link.children = [MarkdownNode("Mask", start, end, flags | LINK, value)]
        return link

    def _extend(self, atom: MarkdownNode, end: int) -> None:
        """Let the node of a mask end later: the mask goes on in the next child."""
        for node in (atom, *atom.children):
            node.end = end
            if node.value:
                node.value = self._source[node.start - self._start : end - self._start]


class AddressCutter:
    """Makes links of bare addresses, as GitHub and textlint's parser do."""

    def cut(self, children: list[MarkdownNode]) -> list[MarkdownNode]:
        """The inlines of one parent, with a ``Link`` for each address in their texts."""
        if not any(_may_hold_address(child) for child in children):
            return children
        return [part for child in children for part in self._cut_text(child)]

    def _cut_text(self, node: MarkdownNode) -> Iterator[MarkdownNode]:
        if not _may_hold_address(node):
            yield node
            return
        text = _Text(node)
        at = node.start
        for match in _ADDRESS.finditer(node.value):
            start = max(place_of(node.parts, match.start()), at)
            end = min(place_of(node.parts, _address_end(match) - 1) + 1, node.end)
            if start < end:
                yield from text.piece(at, start)
                link = MarkdownNode("Link", start, end, node.flags)
                link.children = list(text.piece(start, end))
                link.value = "".join(child.value for child in link.children)
                for child in link.children:
                    child.flags |= LINK
                yield link
                at = end
        yield from text.piece(at, node.end)


def _may_hold_address(node: MarkdownNode) -> bool:
    is_text = node.kind == "Str" and not node.flags & LINK
    return is_text and ("://" in node.value or "www." in node.value)


def _address_end(match: re.Match[str]) -> int:
    text, end = match[0], match.end()
    unopened = text.count(")") - text.count("(")
    while match.string[end - 1] in _TRAILING or (match.string[end - 1] == ")" and unopened > 0):
        unopened -= match.string[end - 1] == ")"
        end -= 1
    return end


class _Part(NamedTuple):
    """A part of a text: an offset in its value, that of its end, and its place in the file."""

    at: int
    end: int
    place: int


class _Text:
    """A text of which pieces are taken in the order of the file; each of its parts is visited once."""

    def __init__(self, node: MarkdownNode) -> None:
        self._node = node
        ends = [part[0] for part in node.parts[1:]] + [len(node.value)]
        self._parts = [
            _Part(at, end, place) for (at, place), end in zip(node.parts, ends, strict=True)
        ]
        self._index = 0

    def piece(self, first: int, last: int) -> Iterator[MarkdownNode]:
        """The text between two places of the file, unless it is empty."""
        piece = MarkdownNode("Str", first, last, self._node.flags)
        values: list[str] = []
        size = 0
        while self._index < len(self._parts):
            at, end, place = self._parts[self._index]
            if place >= last:
                break
            low, high = max(place, first), min(place + end - at, last)
            if low < high:
                piece.parts.append((size, low))
                values.append(self._node.value[at + low - place : at + high - place])
                size += high - low
            if place + end - at > last:
                break  # the rest of this part is for the next piece
            self._index += 1
        if values:
            piece.value = "".join(values)
            yield piece
