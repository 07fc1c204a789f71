"""Finds the matches of many patterns over words in one pass.

A text becomes one character a word. Most patterns need two words side by side that hardly any text has: only where such a
pair of characters stands, a pattern is compiled to a regular expression, and tried.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, product
from operator import add
from typing import NamedTuple

from lintpost.checks.common.english.alphabet import COMMA, START, Alphabet, raised
from lintpost.checks.common.english.patterns import Element, elements_of
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.site import Site

_TOKEN = re.compile("\n\n|[A-Za-z]+(?:['’-][A-Za-z]+)*|[0-9]+(?:[.,][0-9]+)*|[^\\sA-Za-z0-9]+")
"""A word, the border of a piece, a number, or marks."""
_BEGIN = f"(?:(?<=[{START}])|(?<![\\s\\S]))"
_ENDS = {"": "", "STOP": START, "END": START + COMMA}


class WordMatch(NamedTuple):
    """What is wrong: its span in the text of a scope, and its elements as they are written ("": left out)."""

    source: str
    start: int
    end: int
    words: list[str]


class PatternIndex:
    """The patterns of all rules of a site."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Element]] = {}
        self._table: _Table | None = None

    def add(self, sources: tuple[str, ...]) -> None:
        """Take patterns in. Raises ValueError for one that cannot be read."""
        new = {source: elements_of(source) for source in sources if source not in self._rows}
        if new:
            self._rows.update(new)
            self._table = None

    def matches(self, post: Post, scope: str, sources: tuple[str, ...]) -> Iterator[WordMatch]:
        """The matches of some of the patterns, pattern by pattern; none overlaps one before it."""
        if self._table is None:
            self._table = _Table(self._rows)
        table = self._table
        text = scope_of(post, scope).text
        found = post.memo.get_or_make(_FOUND, lambda: table.found(text), scope, table)
        chosen = [(source, spans) for source in sources for spans in found.get(source, ())]
        if not chosen:
            return
        places = [token.span() for token in _TOKEN.finditer(text)]
        taken = bytearray(len(places))
        for source, spans in chosen:
            first = min(at for at in spans if at >= 0)
            last = max(spans) + 1
            if not any(taken[first:last]):
                taken[first:last] = b"\1" * (last - first)
                words = [text[slice(*places[at])] if at >= 0 else "" for at in spans]
                yield WordMatch(source, places[first][0], places[last - 1][1], words)


_Found = dict[str, list[list[int]]]
"""The matches of each pattern, each by the number of the token that each element between the brackets matches (-1: none)."""
_FOUND = MemoKey[_Found]("word matches")
_INDEX = MemoKey[PatternIndex]("word patterns")


def pattern_index(site: Site) -> PatternIndex:
    """The index of a site, made once."""
    return site.memo.get_or_make(_INDEX, PatternIndex)


class _Variant(NamedTuple):
    """A pattern with some of its optional elements: every match has the same number of words.

    `before`: the words before the pair by which it is found; `kept`: which elements between the brackets it has.
    """

    number: int
    source: str
    row: list[Element]
    before: int
    kept: list[bool]


class _Table:
    """What a number of patterns needs to run."""

    def __init__(self, rows: dict[str, list[Element]]) -> None:
        self._alphabet = Alphabet({element for row in rows.values() for element in row})
        self._variants: dict[str, list[_Variant]] = {}
        self._regexes: dict[int, re.Pattern[str]] = {}
        self._count = 0
        for source, row in rows.items():
            self._enter(source, row)

    def found(self, text: str) -> _Found:
        """All matches in a text."""
        characters = "".join(map(self._alphabet.__getitem__, _TOKEN.findall(text)))
        keys = {*map(add, characters, characters[1:]), *characters} & self._variants.keys()
        found: _Found = {}
        for key in sorted(keys):
            at = characters.find(key)
            while at >= 0:
                for variant in self._variants[key]:
                    match = (
                        self._regex(variant).match(characters, at - variant.before)
                        if at >= variant.before
                        else None
                    )
                    if match is not None:
                        numbers = iter(range(match.start(1), match.end(1)))
                        spans = [next(numbers) if kept else -1 for kept in variant.kept]
                        found.setdefault(variant.source, []).append(spans)
                at = characters.find(key, at + 1)
        return {source: sorted(spans) for source, spans in found.items()}

    def _regex(self, variant: _Variant) -> re.Pattern[str]:
        if variant.number not in self._regexes:
            self._regexes[variant.number] = re.compile(self._regular(variant.row))
        return self._regexes[variant.number]

    def _enter(self, source: str, row: list[Element]) -> None:
        """Enter each variant under the two elements side by side that the fewest texts have, else under one."""
        for choice in product(*map(_forms, row)):
            some = [one for one in choice if one is not None]
            kept = [
                one is not None for one, whole in zip(choice, row, strict=True) if whole.is_wrong
            ]
            before, keys = self._keys(some)
            variant = _Variant(self._count, source, some, before, kept)
            self._count += 1
            for key in keys:
                self._variants.setdefault(key, []).append(variant)

    def _keys(self, row: list[Element]) -> tuple[int, list[str]]:
        """How many words stand before the pair to look for, and the characters of it."""
        words = [number for number, one in enumerate(row) if not _has_no_width(one)]
        parts = [
            "" if row[number].may_begin or row[number].ends else self._characters(row, number)
            for number in words
        ]
        pairs = [
            (self._alphabet.weight(one) * self._alphabet.weight(other), before)
            for before, (one, other) in enumerate(pairwise(parts))
            if one and other
        ]
        if pairs:
            _, before = min(pairs)
            return before, [one + other for one in parts[before] for other in parts[before + 1]]
        before = min(
            (number for number, part in enumerate(parts) if part),
            key=lambda number: self._alphabet.weight(parts[number]),
        )
        return before, list(parts[before])

    def _characters(self, row: list[Element], number: int) -> str:
        found = self._alphabet.matched_by(row[number])
        return found + raised(found) if _may_be_first(row, number) else found

    def _regular(self, row: list[Element]) -> str:
        """A pattern over characters: group 1 is what is wrong."""
        parts = [self._one(row, number) for number in range(len(row))]
        wrong = [number for number, one in enumerate(row) if one.is_wrong]
        first, last = wrong[0], wrong[-1] + 1
        return f"{''.join(parts[:first])}({''.join(parts[first:last])}){''.join(parts[last:])}"

    def _one(self, row: list[Element], number: int) -> str:
        element = row[number]
        if element.may_begin:
            return _BEGIN
        found = self._alphabet.matched_by(element)
        if element.is_negative:
            return f"(?{'<' if number == 0 else ''}![{found + raised(found)}])"
        one = f"[{found}{_ENDS[element.ends]}]"
        if _may_be_first(row, number) and raised(found):
            one = f"(?:{one}|{_BEGIN}[{raised(found)}])"
        if element.ends:
            one = f"(?:{one}|\\Z)"
        return one


def _forms(element: Element) -> list[Element | None]:
    """What may stand for an element: for an optional one nothing, for ``^|and`` the one or the other."""
    forms: list[Element | None] = [element]
    if element.may_begin and (element.words or element.conditions):
        forms = [
            element._replace(may_begin=False),
            element._replace(words=frozenset(), conditions=()),
        ]
    return [*forms, None] if element.is_optional else forms


def _has_no_width(element: Element) -> bool:
    """Whether an element looks at a place, and takes no word."""
    return element.is_negative or (element.may_begin and not (element.words or element.conditions))


def _may_be_first(row: list[Element], number: int) -> bool:
    """Whether no word stands before an element for sure."""
    return all(one.is_negative or one.may_begin for one in row[:number])
