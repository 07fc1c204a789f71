"""What the references of a body point to: the definitions of links and footnotes, and who uses them.

Labels are compared as CommonMark does (https://spec.commonmark.org/0.31.2/#matches): case folded, white
space as one space. All offsets are bytes of the body, half-open.
"""

from typing import NamedTuple

from lintpost.checks.common.span_set import SpanSet
from lintpost.post.lazy import lazy_bytes
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_DEFINITION = lazy_bytes(
    rb"\n[ \t>*+.)0-9-]{0,80}(?P<whole>\[(?!\^)(?P<label>(?:[^\[\]\\\n]|\\[^\n]){1,300})\]:)[ \t]*(?:\r?\n[ \t]*)?"
    rb"(?=(?P<address><[^<>\n]*>|\S+))"
)
_TEMPLATE = (b"{{", b"{%")
"""What an address begins with that a template fills in before Markdown is read: Hugo's shortcodes, Liquid."""
_LONGEST_LABEL = 4100
"""Bytes: a label has 999 characters at most."""
_BY_LABEL = ("Reference", "Collapsed", "Shortcut")


class Definition(NamedTuple):
    """``[label]: address``, or ``[^label]: text`` of a footnote.

    `start` and `end` are those of ``[label]:``; `label` is as it is written, `key` as it is compared;
    `content` is the address, or the source of the footnote, and begins at `content_start`.
    """

    start: int
    end: int
    label: str
    key: str
    content: str
    content_start: int


class References(NamedTuple):
    """The definitions of a body in the order of the text, and the keys of those that are used."""

    links: list[Definition]
    footnotes: list[Definition]
    used_links: set[str]
    used_footnotes: set[str]


_REFERENCES = MemoKey[References]("references")


def key_of(label: str) -> str:
    """A label as it is compared."""
    return " ".join(label.split()).casefold()


def references(post: Post) -> References:
    """The references of a post, read once."""
    return post.memo.get_or_make(_REFERENCES, lambda: _read(post))


def _read(post: Post) -> References:
    markdown = post.markdown
    data = post.body_data
    if b"]:" not in data:
        return References([], [], set(), set())
    used_links = {
        key_of(_label(data, one["start"], one["end"]))
        for kind in ("Link", "Image")
        for one in markdown.elements(kind)
        if one["link"]["link_type"] in _BY_LABEL
    }
    used_footnotes = {
        key_of(data[one["start"] + 2 : one["end"] - 1].decode())
        for one in markdown.elements("FootnoteReference")
    }
    links = _links(post, data)
    # The parser takes those for text, and so who uses them is not known.
    used_links |= {one.key for one in links if one.content.startswith(("{{", "{%"))}
    return References(links, _footnotes(post, data), used_links, used_footnotes)


def _label(data: bytes, start: int, end: int) -> str:
    """The label of a link by its source: ``[text][label]``, ``[label][]`` or ``[label]``.

    The parser's own `id` may hold stand-ins (see `emphasis`).
    """
    start = max(start, end - _LONGEST_LABEL)
    source = data[start:end].decode("utf-8", "ignore").removeprefix("!").removesuffix("[]")
    opener = source.rfind("][")
    return source[opener + 2 : -1] if opener >= 0 else source[1:-1]


def _links(post: Post, data: bytes) -> list[Definition]:
    """The parser has no event for a definition: it is what looks like one and is neither text nor code."""
    shown = SpanSet(zip(*post.markdown.prose_runs.shown, strict=True))
    kramdown = post.syntax.renderers == ("kramdown",)
    found: list[Definition] = []
    # Searched for from a line end, which is much faster than from the start of a line.
    for match in _DEFINITION.finditer(b"\n" + data):
        start, end = match.start("whole") - 1, match.end("whole") - 1
        is_definition = not shown.meets(start, end) and _may_define(post, start)
        if kramdown:
            is_one_line = b"\n" not in data[end : match.end() - 1]
            is_definition = is_one_line and (
                is_definition or _is_kramdowns(post, data, start, found)
            )
        is_template = match["address"].startswith(_TEMPLATE) or _is_below_one(data, start, found)
        if not is_definition and not (is_template and _is_filled_in(post, data, start)):
            continue
        label, address = match["label"].decode(), match["address"].decode()
        inner = address.strip("<>")
        at = match.start("address") - 1 + address.startswith("<")
        found.append(Definition(start, end, label, key_of(label), inner, at))
    return found


def _may_define(post: Post, start: int) -> bool:
    """Whether an offset lies in no leaf block, or in an item, which spans all that it holds."""
    markdown = post.markdown
    index = markdown.block_at(markdown.point(start))
    return (index < 0 or markdown.leaves[index][2] == "Item") and not markdown.has_mask(
        start, start + 1
    )


def _is_filled_in(post: Post, data: bytes, start: int) -> bool:
    """Whether what looks like a definition with a template's address begins a line of a paragraph, so that it is
    one once the template has been filled in.
    """
    markdown = post.markdown
    point = markdown.point(start)
    index = markdown.block_at(point)
    line = data.rfind(b"\n", 0, start) + 1
    return (
        index >= 0
        and markdown.leaves[index][2] == "Paragraph"
        and not data[line:start].strip()
        and not markdown.is_masked(point, point + 1)
    )


def _is_below_one(data: bytes, start: int, found: list[Definition]) -> bool:
    """Whether the last definition that was `found` has a template's address and stands in the line above."""
    if not found or not found[-1].content.startswith(("{{", "{%")):
        return False
    line = data.rfind(b"\n", 0, start) + 1
    return found[-1].start >= data.rfind(b"\n", 0, max(line - 1, 0)) + 1


def _is_kramdowns(post: Post, data: bytes, start: int, found: list[Definition]) -> bool:
    """Whether kramdown alone takes it for a definition: where a paragraph begins, or in the line below a footnote
    or the last definition that was `found`.

    It does so whatever stands behind the address, which becomes a part of it.
    """
    markdown = post.markdown
    index = markdown.block_at(markdown.point(start))
    if index < 0 or markdown.leaves[index][2] != "Paragraph":
        return False
    line = data.rfind(b"\n", 0, start) + 1
    before = data[data.rfind(b"\n", 0, max(line - 1, 0)) + 1 : line]
    follows = before.startswith(b"[^") or (bool(found) and found[-1].end > line - len(before))
    return markdown.leaves[index][0] == start or (follows and not data[line:start].strip(b" "))


def _footnotes(post: Post, data: bytes) -> list[Definition]:
    found = []
    for one in post.markdown.elements("FootnoteDefinition"):
        start, last = one["start"], one["end"]
        end = data.find(b"]:", start, last) + 2
        if end < start + 2:
            continue
        label = data[start:end].decode()[2:-2]
        content = " ".join(data[end:last].decode().split())
        found.append(Definition(start, end, label, key_of(label), content, end))
    return found
