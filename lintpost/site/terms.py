"""Dictionaries of terms, as prh writes them: what is written one way and is to be written another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.site.expressions import Expressions, Spans
from lintpost.site.js_regex import Expression

_GROUP = lazy(r"\$([0-9]{1,2})")


class Term(NamedTuple):
    """One rule of a `prh.yml`.

    `expected` may hold ``$1``; a match whose group `must_be_empty` (0: none) is not empty is left
    alone. `note` is the dictionary's own remark.
    """

    expected: str
    expression: Expression
    must_be_empty: int = 0
    note: str = ""

    def replacement(self, match: "re.Match[str]") -> str | None:
        """What is to stand for a match; None where the match is right, or not meant."""
        if self.must_be_empty and match[self.must_be_empty]:
            return None
        groups = match.re.groups

        def group(reference: "re.Match[str]") -> str:
            number = int(reference[1])
            return (match[number] or "") if 0 < number <= groups else reference[0]

        text = _GROUP.sub(group, self.expected)
        return text if text != match[0] else None


class Change(NamedTuple):
    """A match of a term: code points, and what is to stand there."""

    start: int
    end: int
    text: str
    term: Term


class Terms:
    """All terms of all dictionaries."""

    __slots__ = ("_expressions", "terms")

    def __init__(self, terms: list[Term]) -> None:
        self.terms = terms
        self._expressions = Expressions([term.expression for term in terms])

    def changes(self, text: str, spans: Spans) -> list[Change]:
        """What is to be changed within the spans, sorted.

        Of two that overlap the earlier one stands, and of two at one place the longer one, as in prh.
        """
        found = sorted(self._found(text, spans), key=lambda change: (change[0], -change[1]))
        kept: list[Change] = []
        for change in found:
            if not kept or change.start >= kept[-1].end:
                kept.append(change)
        return kept

    def _found(self, text: str, spans: Spans) -> Iterator[Change]:
        for index, base, match in self._expressions.matches(text, spans):
            replacement = self.terms[index].replacement(match)
            if replacement is not None:
                term = self.terms[index]
                yield Change(base + match.start(), base + match.end(), replacement, term)
