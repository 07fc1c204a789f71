"""Finds the matches of many patterns over words in one pass.

A text becomes one character a word. Most patterns need two words side by side that hardly any text has: only where such a
pair of characters stands, a pattern is tried. Regular expressions of so many characters would take longer to compile.
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
_MANY = 800
"""Pairs of characters beyond which a pattern is not entered under each of them."""
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


class _Step(NamedTuple):
    """What is asked of one place in a text: the ``begin`` of a clause, what is ``not before`` or ``not behind`` it, or a
    ``word``, of which `capitals` stand at a beginning alone; `may_end`: the end of the text will do.
    """

    kind: str
    characters: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    may_end: bool = False
    is_wrong: bool = False

    @property
    def is_word(self) -> bool:
        """Whether a word is taken."""
        return self.kind == "word"

    def holds(self, text: str, at: int) -> bool:
        """Whether it is so."""
        if self.kind == "word":
            if at >= len(text):
                return self.may_end
            return text[at] in self.characters or (text[at] in self.capitals and _begins(text, at))
        if self.kind == "begin":
            return _begins(text, at)
        if self.kind == "not before":
            return at == 0 or text[at - 1] not in self.characters
        return at >= len(text) or text[at] not in self.characters


def _begins(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == START


class _Table:
    """What a number of patterns needs to run."""

    def __init__(self, rows: dict[str, list[Element]]) -> None:
        self._alphabet = Alphabet({element for row in rows.values() for element in row})
        self._variants: dict[str, list[_Variant]] = {}
        self._by_later: dict[str, list[tuple[frozenset[str], _Variant]]] = {}
        self._steps: dict[int, list[_Step]] = {}
        self._count = 0
        for source, row in rows.items():
            self._enter(source, row)

    def found(self, text: str) -> _Found:
        """All matches in a text."""
        characters = "".join(map(self._alphabet.__getitem__, _TOKEN.findall(text)))
        found: _Found = {}
        for key, variants in self._present(characters):
            at = characters.find(key)
            while at >= 0:
                for variant in variants:
                    numbers = self._match(variant, characters, at - variant.before)
                    if numbers is not None:
                        found.setdefault(variant.source, []).append(numbers)
                at = characters.find(key, at + 1)
        return {source: sorted(spans) for source, spans in found.items()}

    def _present(self, characters: str) -> Iterator[tuple[str, list[_Variant]]]:
        """The keys that are in a text, each with variants that it may be a part of."""
        pairs = set(map(add, characters, characters[1:]))
        for key in (pairs | set(characters)) & self._variants.keys():
            yield key, self._variants[key]
        for pair in pairs:
            for former, variant in self._by_later.get(pair[1], ()):
                if pair[0] in former:
                    yield pair, [variant]

    def _match(self, variant: _Variant, characters: str, at: int) -> list[int] | None:
        """The numbers of the tokens that the elements between the brackets match; None for no match from a token on."""
        if at < 0:
            return None
        if variant.number not in self._steps:
            self._steps[variant.number] = self._steps_of(variant.row)
        wrong = []
        for step in self._steps[variant.number]:
            if not step.holds(characters, at):
                return None
            if step.is_word:
                if step.is_wrong:
                    wrong.append(at)
                at += 1
        numbers = iter(wrong)
        return [next(numbers) if kept else -1 for kept in variant.kept]

    def _steps_of(self, row: list[Element]) -> list[_Step]:
        steps = []
        for number, element in enumerate(row):
            found = self._alphabet.matched_by(element) if not element.may_begin else ""
            capitals = raised(found) if element.is_negative or _may_be_first(row, number) else ""
            if element.is_negative:
                kind = "not before" if number == 0 else "not behind"
                steps.append(_Step(kind, frozenset(found + capitals)))
            elif element.may_begin:
                steps.append(_Step("begin"))
            else:
                ends = _ENDS[element.ends]
                steps.append(
                    _Step(
                        "word",
                        frozenset(found + ends),
                        frozenset(capitals),
                        bool(ends),
                        element.is_wrong,
                    )
                )
        return steps

    def _enter(self, source: str, row: list[Element]) -> None:
        """Enter each variant under the two elements side by side that the fewest texts have, else under one."""
        for choice in product(*map(_forms, row)):
            some = [one for one in choice if one is not None]
            kept = [
                one is not None for one, whole in zip(choice, row, strict=True) if whole.is_wrong
            ]
            before, former, later = self._key(some)
            variant = _Variant(self._count, source, some, before, kept)
            self._count += 1
            if later and len(former) * len(later) > _MANY:
                for one in later:
                    self._by_later.setdefault(one, []).append((frozenset(former), variant))
            else:
                for key in [one + other for one in former for other in later] if later else former:
                    self._variants.setdefault(key, []).append(variant)

    def _key(self, row: list[Element]) -> tuple[int, str, str]:
        """How many words stand before the pair to look for, and the characters of both ("": there is but one)."""
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
            return before, parts[before], parts[before + 1]
        before = min(
            (number for number, part in enumerate(parts) if part),
            key=lambda number: self._alphabet.weight(parts[number]),
        )
        return before, parts[before], ""

    def _characters(self, row: list[Element], number: int) -> str:
        found = self._alphabet.matched_by(row[number])
        return found + raised(found) if _may_be_first(row, number) else found


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
