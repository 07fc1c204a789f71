"""Patterns that are looked for only in posts that hold a sign of them: for dates and times, whose own words
(年, 月, a colon) stand in nearly every post.
"""

import re
from collections.abc import Iterator

from lintpost.checks.common.patterns.phrases import Match, apart, in_pieces
from lintpost.checks.common.patterns.scopes import FIELDS, Scope, body_at, scope_of
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
        places = self._places(post, site)
        if not places:
            return
        for name in scopes:
            # Nearly always the few blocks about the signs hold no match, and the scope need not be made.
            if name == "body" and not self._in_scope(body_at(post, places)):
                continue
            if name in FIELDS and places[0] >= post.body_byte:
                continue
            found = self._in_scope(scope_of(post, name))
            if found:
                yield name, found

    def _in_scope(self, scope: Scope) -> list[Match]:
        if not scope.spans:
            return []
        starts = [span[0] for span in scope.spans]
        return apart(
            (number, piece, match)
            for number, pattern in enumerate(self._patterns)
            for piece, match in in_pieces(pattern, scope, starts)
        )

    def _numbers(self, site: Site) -> frozenset[int]:
        return site.memo.get_or_make(
            _NUMBERS, lambda: frozenset(site.literals.numbers(self._signs)), self
        )

    def _places(self, post: Post, site: Site) -> list[int]:
        """Where signs stand that have something near; byte offsets into the file, ascending."""
        numbers = self._numbers(site)
        occurrences = site.literals.in_post(post)
        if numbers.isdisjoint(occurrences):
            return []
        found = sorted(at for number in numbers & occurrences.keys() for at in occurrences[number])
        if self._near is None:
            return found
        data, near = post.source.data, self._near
        return [at for at in found if near.search(_around(data, at))]


def _around(data: bytes, at: int) -> str:
    """What stands near an offset of a text in UTF-8, without marks of emphasis."""
    return data[max(0, at - _LOOK) : at + _LOOK].translate(None, _MARKS).decode(errors="ignore")
