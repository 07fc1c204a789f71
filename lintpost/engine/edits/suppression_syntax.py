"""Finds the comments with which a post switches findings off.

In the body ``<!-- lintpost-disable RULE, RULE -- reason -->`` (``{/* … */}`` in MDX), in front matter
``# lintpost: disable RULE -- reason``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

BODY_COMMENTS = (
    "lintpost-disable",
    "lintpost-disable-file",
    "lintpost-disable-line",
    "lintpost-disable-next-line",
    "lintpost-enable",
)
"""How a comment of the body begins."""
FRONT_COMMENTS = ("lintpost: disable",)
"""How a comment of the front matter begins."""

_WORD = r"((?i:lintpost)(?:-|[ \t]*:[ \t]*)[A-Za-z]\w*(?:-\w+)*)"
_OPENER = lazy(rf"(<!--|\{{/\*)\s*{_WORD}")
_CLOSERS = {"<!--": "-->", "{/*": "*/}"}
_FRONT = lazy(rf"#[ \t]*{_WORD}([^\n\r]*)")
_RULE = lazy(r"[^\s,]+")


class Name(NamedTuple):
    """A rule or family that a comment names, with its span."""

    rule: str
    start: int
    end: int


class Comment(NamedTuple):
    """A comment with its span.

    `word` is what it begins with, ``lintpost-disable`` for example, with its span; `known` is false for
    what there is not, such as ``lintpost-disabel``. No `names`: all rules.
    """

    word: str
    known: bool
    word_start: int
    word_end: int
    names: tuple[Name, ...]
    reason: str
    start: int
    end: int


def body_comments(post: Post) -> Iterator[Comment]:
    """The comments of the body, in the order of the text; those in code are none."""
    text, at = post.text, post.body
    code_spans: _Spans | None = None
    unclosed: set[str] = set()
    while match := _OPENER.search(text, at):
        at = match.end()
        opener = match[1]
        if opener in unclosed or _in_code_block(post, match.start()):
            continue
        if code_spans is None:
            code_spans = _Spans(post.markdown.code_spans())
        if code_spans.holds(match.start()):
            continue
        close = text.find(_CLOSERS[opener], at)
        if close < 0:
            unclosed.add(opener)
            continue
        names, reason = _listed(text, at, close)
        at = close + len(_CLOSERS[opener])
        known = match[2] in BODY_COMMENTS
        yield Comment(match[2], known, *match.span(2), names, reason, match.start(), at)


def front_matter_comments(post: Post) -> Iterator[Comment]:
    """The comments of YAML or TOML front matter, in the order of the text."""
    front = post.front_matter
    if front is None or front.format == "json":
        return
    strings = _Spans(_scalars(front.root) if front.root else ())
    for match in _FRONT.finditer(post.text, front.inner_start, front.inner_end):
        if strings.holds(match.start()):
            continue
        word = " ".join(match[1].replace(":", ": ").split())
        names, reason = _listed(post.text, *match.span(2))
        yield Comment(word, word in FRONT_COMMENTS, *match.span(1), names, reason, *match.span())


def is_scalar(node: ValueNode) -> bool:
    """Whether a value is neither a list nor a mapping."""
    return node.items is None and node.entries is None


class _Spans:
    """Spans that do not overlap, to be asked many times."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in one of the spans."""
        before = bisect_right(self._starts, offset) - 1
        return before >= 0 and offset < self._spans[before][1]


def _scalars(root: ValueNode) -> Iterator[tuple[int, int]]:
    """The spans of all keys and scalar values."""
    for node in root.walk():
        if is_scalar(node):
            yield node.start, node.end
        for entry in node.entries or ():
            yield entry.start, entry.end


def _in_code_block(post: Post, offset: int) -> bool:
    block = post.markdown.block_at(offset)
    return block >= 0 and post.markdown.block(block).kind == "CodeBlock"


def _listed(text: str, start: int, end: int) -> tuple[tuple[Name, ...], str]:
    """The rules named in a part of a text, and the reason, which is what follows ``--``."""
    dashes = text.find("--", start, end)
    stop = end if dashes < 0 else dashes
    names = tuple(Name(word[0], *word.span()) for word in _RULE.finditer(text, start, stop))
    return names, text[stop + 2 : end].strip() if dashes >= 0 else ""
