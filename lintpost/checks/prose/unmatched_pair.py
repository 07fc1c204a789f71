"""Brackets and quotation marks in the body that open and never close, or the other way round."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.patterns.scopes import Scope, body_where
from lintpost.checks.common.sentences.brackets import (
    CLOSER,
    OPENER,
    PAIRS,
    MarkCounts,
    Unmatched,
    unmatched,
)
from lintpost.checks.common.sentences.prose import sentences
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain, plain
from lintpost.site.site import Site

_COMPAT = {pair[0]: pair[1] for pair in (*PAIRS, "«»", "‹›", '""') if pair != "《》"}


_OF_LINK = lazy(r"\][(（][ \t]*(?:https?://|\.{0,2}/)")
"""A link whose address does not close, which is links/broken-link's to report."""


class Options(CheckOptions):
    """`mode`: ``compat`` looks sentence by sentence for what never closes, as textlint does;
    ``precise`` looks at whole paragraphs, both ways, and at pairs of two widths.
    """

    mode: Literal["precise", "compat"] = "precise"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each mark without a partner, and at each pair of two widths."""
    if options.mode == "compat":
        yield from _compat(post)
        return
    counts = MarkCounts(post.text, post.body)
    if counts.are_even:
        return  # as in most posts
    scope = body_where(post, counts.is_suspect)
    for piece, (start, end) in enumerate(scope.spans):
        found = unmatched(scope.text[start:end])
        for at in found.lone:
            mark = scope.text[start + at]
            key = "unclosed" if mark in CLOSER else "unopened"
            span = scope.source(piece, start + at, start + at + 1)
            if not _OF_LINK.match(post.text, span[0] - 1):
                params = {"mark": mark, "partner": CLOSER.get(mark) or OPENER[mark]}
                yield Hit(*span, key, params)
        yield from _two_widths(scope, piece, start, found)


def _two_widths(scope: Scope, piece: int, start: int, found: Unmatched) -> Iterator[Hit]:
    for opener, closer in found.mixed:
        first = scope.source(piece, start + opener, start + opener + 1)
        last = scope.source(piece, start + closer, start + closer + 1)
        mark, partner = scope.text[start + opener], scope.text[start + closer]
        params = {"mark": mark, "partner": CLOSER[mark], "text": partner}
        yield Hit(*last, "width", params, related=(Related(*first),))


def _compat(post: Post) -> Iterator[Hit]:
    """textlint: the openers of a sentence that it never closes, outside links, emphasis and code; nesting
    of one kind is not counted, and a closer closes its own kind alone. A straight quote opens and closes.
    """
    for _, found in sentences(post, compat=True, without=0):
        for sentence in found:
            opened: list[tuple[str, int]] = []
            for piece in sentence.pieces:
                if piece.node.kind == "Str":
                    _follow(plain((piece,)), opened)
            for mark, at in opened:
                yield Hit(at, at + 1, "unclosed", {"mark": mark, "partner": _COMPAT[mark]})


def _follow(text: Plain, opened: list[tuple[str, int]]) -> None:
    """Open and close what a run of text does; `opened` are marks with their places."""
    for at, char in enumerate(text.text):
        closed = next((one for one in reversed(opened) if _COMPAT[one[0]] == char), None)
        if closed is not None:
            opened.remove(closed)
        elif char in _COMPAT and all(mark != char for mark, _ in opened):
            opened.append((char, text.place(at)))


CHECK = Check(
    name="unmatched-pair",
    options=Options,
    messages={
        "unclosed": ("mark", "partner"),
        "unopened": ("mark", "partner"),
        "width": ("mark", "partner", "text"),
    },
    run=run,
    reads=("markdown", "tree"),
)
