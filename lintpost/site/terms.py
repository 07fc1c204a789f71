"""Dictionaries of terms, as in prh: expressions, and what to write instead."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.site.expressions import Expressions, Spans
from lintpost.site.js_regex import Expression

_GROUP = lazy(r"\$([0-9]{1,2})")


class Term(NamedTuple):
    """One rule of a `prh.yml`.

    `expected` may contain ``$1``. A match is ignored if its group `must_be_empty` (0 for none) is
    not empty. `note` is the remark in the dictionary.
    """

    expected: str
    expression: Expression
    must_be_empty: int = 0
    note: str = ""

    def replacement(self, match: "re.Match[str]") -> str | None:
        """The replacement of a match; None if the match is right, or to be ignored."""
        if self.must_be_empty and match[self.must_be_empty]:
            return None
        groups = match.re.groups

        def group(reference: "re.Match[str]") -> str:
            number = int(reference[1])
            return (match[number] or "") if 0 < number <= groups else reference[0]

        text = _GROUP.sub(group, self.expected)
        return text if text != match[0] else None


class Change(NamedTuple):
    """A match of a term (code points, half-open) and its replacement."""

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
        """The changes within some spans (sorted, code points, half-open), sorted.

        Of two that overlap the earlier one wins, at the same offset the longer one, as in prh.
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
