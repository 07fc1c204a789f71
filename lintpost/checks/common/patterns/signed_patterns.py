"""Patterns that are looked for only in posts that hold a sign of them: for dates and times, whose own words
(年, 月, a colon) stand in nearly every post.
"""

import re
from collections.abc import Iterator

from lintpost.checks.common.patterns.phrases import Match, apart, in_pieces
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.site import Site

_NUMBERS = MemoKey[frozenset[int]]("signs")
_LOOK = 60
"""Bytes before and behind a sign in which `near` is looked for."""
_MARKS = b"*_`"


class SignedPatterns:
    """Patterns (Python's), and the literals of which a post must hold one for any of them to match.

    Signs match letters in either case. `near` is a looser pattern for the text around a sign (marks of emphasis left
    out), where the sign alone is too common; it sees `_LOOK` bytes to both sides.
    """

    __slots__ = ("_near", "_patterns", "_signs")

    def __init__(self, signs: tuple[str, ...], sources: tuple[str, ...], near: str = "") -> None:
        self._signs = signs
        self._patterns = [lazy(source, re.MULTILINE) for source in sources]
        self._near = lazy(near) if near else None

    def prepare(self, site: Site) -> None:
        """Let the signs be looked for from the first post on."""
        self._numbers(site)

    def matches(
        self, post: Post, site: Site, scopes: tuple[str, ...]
    ) -> Iterator[tuple[str, list[Match]]]:
        """The scopes with matches, each with its matches in order; of two that overlap the earlier, or longer."""
        if not self._may_match(post, site):
            return
        for name in scopes:
            scope = scope_of(post, name)
            starts = [span[0] for span in scope.spans]
            found = apart(
                (number, piece, match)
                for number, pattern in enumerate(self._patterns)
                for piece, match in in_pieces(pattern, scope, starts)
            )
            if found:
                yield name, found

    def _numbers(self, site: Site) -> frozenset[int]:
        return site.memo.get_or_make(
            _NUMBERS, lambda: frozenset(site.literals.numbers(self._signs)), self
        )

    def _may_match(self, post: Post, site: Site) -> bool:
        numbers = self._numbers(site)
        occurrences = site.literals.in_post(post)
        if numbers.isdisjoint(occurrences):
            return False
        if self._near is None:
            return True
        data = post.source.data
        for number in numbers & occurrences.keys():
            for at in occurrences[number]:
                around = data[max(0, at - _LOOK) : at + _LOOK].translate(None, _MARKS)
                if self._near.search(around.decode(errors="ignore")):
                    return True
        return False
