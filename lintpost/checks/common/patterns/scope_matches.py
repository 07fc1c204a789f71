"""Where a pattern matches in a kind of place: the plainest way for a check to look at prose."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lintpost.checks.common.patterns.scopes import SCOPES, scope_of
from lintpost.post.post import Post


class Match(NamedTuple):
    """One match: its span in the file (code points, half-open), its text and groups. `can_replace`: the span holds
    just this text, so that an edit of it means what it seems to.
    """

    start: int
    end: int
    text: str
    groups: tuple[str | Any, ...]
    can_replace: bool


def matches_in(post: Post, scope: str, pattern: "re.Pattern[str]") -> Iterator[Match]:
    """The matches in a kind of place, in order: ``body``, ``title``, ``heading``, ``paragraph``, ``list``, ``quote``,
    ``table``, ``link``, ``alt``, ``bold``, ``plain`` (prose without headings)… or ``front-matter.KEY``.

    Code, addresses and whatever else is no prose is not in them. No match runs over the end of a piece. Raises
    ValueError for an unknown place.
    """
    if scope not in SCOPES and not scope.startswith("front-matter."):
        raise ValueError(f"no scope {scope!r}: one of {', '.join(SCOPES)}")
    found = scope_of(post, scope)
    for piece, (begin, end) in enumerate(found.spans):
        for match in pattern.finditer(found.text, begin, end):
            span = match.span()
            yield Match(
                *found.source(piece, *span),
                found.shown(piece, *span),
                match.groups(),
                found.is_whole(piece, *span),
            )
