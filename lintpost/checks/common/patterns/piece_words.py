"""Whether a block speaks of something: asked once for a block, however many matches it has."""

import re

from lintpost.checks.common.patterns.scopes import Scope
from lintpost.post.memo import MemoKey

_FOUND = MemoKey[bool]("words of a piece")


def is_in_piece(pattern: re.Pattern[str], scope: Scope, piece: int) -> bool:
    """Whether a pattern is found in a piece of a scope."""
    start, end = scope.spans[piece]
    place = scope.source(piece, start, start)
    return scope.post.memo.get_or_make(
        _FOUND, lambda: pattern.search(scope.text, start, end) is not None, pattern, place
    )
