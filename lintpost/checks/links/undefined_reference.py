"""References without a definition: ``[text][label]`` and ``[^label]`` that readers see as they stand.

A bare ``[word]`` is no reference. Two pairs of brackets are many things (an array's element, keys to press, a
line of a log): where a post defines no link at all, the label must look like one.
"""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.links.references import key_of, references
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.post import Post
from lintpost.site.site import Site

_LABEL = lazy_bytes(rb"\]\[(?P<label>(?!\^)[^\[\]\n]{0,200})\](?![\[\w])")
_FOOTNOTE = lazy_bytes(rb"\[\^(?P<label>[^\s\[\]^]{1,100})\](?![+*?{(])")
_BEFORE_CLASS = (b"\\", b"/", b"|", b"(", b"[", b"]")
"""What stands before a set of a regular expression, and before no footnote."""
_LONGEST_TEXT = 300
"""Bytes of a link's text: how far back its bracket is looked for."""
_SHORT = 3
"""Characters of a text that may be an index or a size where no label follows it."""
_SLUG = lazy(r"[a-z0-9][a-z0-9_.:/-]*")
_NUMBERS = lazy(r"[\d,、 –-]*")
_NAME = lazy(r"\w[\w-]*")
_RANGES = lazy(r"(?:\w-\w)+\w*|[A-Za-z]")
_ASCII_NAME = lazy(r"[0-9A-Za-z_][0-9A-Za-z_-]*")
# Liquid is done before Markdown is read: what is included may define links.
_INCLUDED = lazy_bytes(rb"\{%-?\s*include(?:_relative)?\s+[^%\s]*(?:\.md|link|ref|note)")


class Options(CheckOptions):
    """`of`: the references of ``links`` or of ``footnotes``."""

    of: Literal["links", "footnotes"] = "links"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each reference."""
    data = post.body_data
    if options.of == "footnotes" and b"^" not in data:
        return
    if (b"][" if options.of == "links" else b"[^") not in data or _INCLUDED.search(data):
        return
    yield from (_links if options.of == "links" else _footnotes)(post, data)


def _links(post: Post, data: bytes) -> Iterator[Hit]:
    markdown = post.markdown
    shown = SpanSet(zip(*markdown.prose_runs.shown, strict=True))
    defined = {one.key for one in references(post).links}
    for match in _LABEL.finditer(data):
        close, end = match.start(), match.end()
        start = _opener(data, close) if data[close - 1 : close] != b"\\" else -1
        if start < 0 or not (
            shown.holds_at(start) and shown.holds_at(close) and shown.holds_at(end - 1)
        ):
            continue
        text = data[start:close].decode().lstrip("!")[1:]
        label = match["label"].decode() or text
        if key_of(label) in defined or not _is_reference(
            text, match["label"].decode(), bool(defined)
        ):
            continue
        span = markdown.point(start), markdown.point(end)
        if not markdown.is_masked(*span):
            yield Hit(*span, "", {"label": label})


def _opener(data: bytes, close: int) -> int:
    """Where the bracket opens that closes at an offset; -1 where what stands before is no link's text."""
    depth = 0
    for at in range(close - 1, max(close - _LONGEST_TEXT, 0) - 1, -1):
        byte = data[at : at + 1]
        if byte == b"\n" and data[max(at - 2, 0) : at].rstrip(b"\r").endswith(b"\n"):
            return -1
        if byte not in (b"[", b"]") or data[at - 1 : at] == b"\\":
            continue
        depth += 1 if byte == b"]" else -1
        if depth < 0:
            before = data[at - 1 : at] if at else b""
            if before == b"!":
                return at - 1
            return -1 if before.isalnum() or before in (b"_", b")", b"]", b"[", b"$", b".") else at
    return -1


def _is_reference(text: str, label: str, has_definitions: bool) -> bool:
    """Whether two texts in brackets are meant as a link and its label."""
    if len(text.strip()) < 2 or _NUMBERS.fullmatch(text):
        return False
    if not label:
        return has_definitions or not text.isascii() or len(text) > _SHORT
    if has_definitions:
        return bool(label.strip())
    if not _SLUG.fullmatch(label):
        return False
    # One word and another may be a line of a log, or two keys.
    is_word = text.isascii() and " " not in text and "`" not in text
    return not is_word or text.lower() in label


def _footnotes(post: Post, data: bytes) -> Iterator[Hit]:
    markdown = post.markdown
    shown = SpanSet(zip(*markdown.prose_runs.shown, strict=True))
    is_sure = bool(references(post).footnotes)
    for match in _FOOTNOTE.finditer(data):
        start, end = match.span()
        label = match["label"].decode()
        if start and data[start - 1 : start] in _BEFORE_CLASS:
            continue
        is_text = shown.holds_at(start) and shown.holds_at(end - 1)
        if is_text and _is_label(label, is_sure) and not _begins_definition(data, start, end):
            yield Hit(markdown.point(start), markdown.point(end), "", {"label": label})
    if post.syntax.renderers == ("kramdown",):
        for one in markdown.elements("FootnoteReference"):
            start, end = one["start"], one["end"]
            label = data[start + 2 : end - 1].decode()
            if not _ASCII_NAME.fullmatch(label):
                yield Hit(markdown.point(start), markdown.point(end), "kramdown", {"label": label})


def _is_label(label: str, is_sure: bool) -> bool:
    """Whether a label is a footnote's, and no set of a regular expression. A single letter is one where the post has
    footnotes, which is `is_sure`.
    """
    if not _NAME.fullmatch(label):
        return False
    return label.isdecimal() or (is_sure and len(label) == 1) or not _RANGES.fullmatch(label)


def _begins_definition(data: bytes, start: int, end: int) -> bool:
    """Whether a colon follows a label that begins its line: a definition that the renderer does not know as one."""
    line = data.rfind(b"\n", 0, start) + 1
    return data.startswith(b":", end) and not data[line:start].strip()


CHECK = Check(
    name="undefined-reference",
    options=Options,
    messages=by_option(
        "of", {"links": {"": ("label",)}, "footnotes": {"": ("label",), "kramdown": ("label",)}}
    ),
    run=run,
    reads=("markdown",),
    site=("renderers",),
)
