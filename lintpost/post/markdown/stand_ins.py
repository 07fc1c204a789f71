"""Restoring the letters of the source in a tree that was parsed from its shadow."""

from collections.abc import Iterator

from lintpost.post.markdown.emphasis import STAND_INS
from lintpost.post.markdown.node import MarkdownNode


def restore(root: MarkdownNode, source: str, start: int) -> None:
    """Replace stand-ins by the letters of the source; both have the same offsets.

    `start` is the offset of `source` in its file (code points).
    """
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
        # Entities and line ends stay as the parser decoded them.
        same = written == text or len(written) != len(text) or not _is_stand_in(text, written)
        yield text if same else written


def _is_stand_in(text: str, written: str) -> bool:
    return all(
        a == b or (a in STAND_INS and len(a.encode()) == len(b.encode()))
        for a, b in zip(text, written, strict=True)
    )
