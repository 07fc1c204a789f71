"""One character for each word of a text: words that no pattern tells apart have the same."""

import re
from functools import cache

from lintpost.checks.common.english.lexicon import TAGS, classes_of, lexicon
from lintpost.checks.common.english.patterns import Condition, Element

_COMBINATIONS = (
    "JJ", "JJ NN", "JJ NN VB", "JJ VB", "JJ VBD VBN", "JJ VBG", "JJR", "JJS", "MASS", "MASS NN", "MASS NN VB", "MASS VB",
    "MASSES", "NN", "NN VB", "NN VB VBD", "NN VB VBD VBN", "NN VB VBN", "NN VBG", "NNS", "NNS VBZ", "RB", "VB", "VB VBN",
    "VBD", "VBD VBN", "VBG", "VBN", "VBZ",
)  # fmt: skip
"""The sets of classes that words of the lists belong to; a word with another set is taken for an unknown one."""
SETS = tuple(sum(TAGS[name] for name in one.split()) for one in _COMBINATIONS)
_STARTS = re.compile('[.!?:;\n“”"—–•]')
_FIGURES = re.compile(r"(?!1\Z)\d+(?:,\d{3})*\Z")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d\Z")
START, COMMA, _FREE = "\x01", "\x02", 0x100
"""The characters of a mark that ends a clause and of a comma, and the first one for words."""
_CAPITAL = 0x1000
"""What the character of a word with a capital is beyond that of the word."""

_LONG, _KEPT = 24, 50_000
"""Tokens of so many letters are read anew each time (text in Japanese is one), and so are those beyond so many."""
_OF_CLASSES, _OF_CLOSED = 30, 10
"""How much more common all words of some classes are than a word by itself, and a word of a closed class."""

_Key = tuple[frozenset[str], tuple[Condition, ...]]
_Symbol = str | int
"""A word or mark that a pattern names, or the classes of others."""


class Alphabet(dict[str, str]):
    """The character of each token, made when it is first asked for."""

    def __init__(self, elements: set[Element]) -> None:
        super().__init__()
        unique = {(one.words, one.conditions): one for one in elements}
        of: dict[_Key, set[str]] = {key: set() for key in unique}
        self._symbols: dict[_Symbol, str] = {",": COMMA}
        alike: dict[tuple[int, ...], str] = {}
        users = _users(list(unique.values()))
        for symbol, numbers in users.items():
            if symbol != ",":
                self._symbols[symbol] = alike.setdefault(tuple(numbers), chr(_FREE + len(alike)))
        ordered = list(of.values())
        for symbol, numbers in users.items():
            for number in numbers:
                ordered[number].add(self._symbols[symbol])
        self._matched = {key: "".join(sorted(found)) for key, found in of.items()}
        self._other = chr(_FREE + len(alike))
        closed = _known_words()
        self._weights: dict[str, int] = {}
        for symbol, one in self._symbols.items():
            weight = (
                _OF_CLASSES if isinstance(symbol, int) else _OF_CLOSED if symbol in closed else 1
            )
            self._weights[one] = max(weight, self._weights.get(one, 0))
        self._sums: dict[str, int] = {}

    def weight(self, characters: str) -> int:
        """How common, roughly, the words of some characters are."""
        if characters not in self._sums:
            self._sums[characters] = sum(self._weights.get(one, 0) for one in characters)
        return self._sums[characters]

    def matched_by(self, element: Element) -> str:
        """The characters of what an element matches, ends left out."""
        return self._matched[element.words, element.conditions]

    def __missing__(self, token: str) -> str:
        made = self._made(token)
        if len(token) < _LONG and len(self) < _KEPT:
            self[token] = made
        return made

    def _made(self, token: str) -> str:
        symbols, other = self._symbols, self._other
        if not (token[0].isascii() and token[0].isalpha()):
            if token == ",":
                return COMMA
            if _FIGURES.match(token):
                return symbols.get("YEAR" if _YEARS.match(token) else "DIGITS", other)
            return START if _STARTS.search(token) else other
        word = token.lower()
        if token[1:] != word[1:]:
            return symbols.get("NAME", other)
        word = word.replace("’", "'")
        classes = classes_of(word)
        made = symbols.get(word) or symbols.get(classes)
        is_small = (
            token[0] == word[0] or word == "i" or word.startswith("i'") or word in _capitals()
        )
        if made is not None:
            return made if is_small else raised(made)
        if classes or word in _known_words():
            return other
        return symbols.get("UNKNOWN" if is_small else "NAME", other)


def raised(characters: str) -> str:
    """The characters of the same words with a capital, without those of marks."""
    return "".join(chr(ord(one) + _CAPITAL) for one in characters if ord(one) >= _FREE)


def _users(elements: list[Element]) -> dict[_Symbol, list[int]]:
    """The numbers of the elements that match each symbol."""
    named = {word for one in elements for word in one.words}
    named |= {
        word for one in elements for condition in one.conditions for word in condition.without
    }
    groups: dict[int, list[_Symbol]] = {classes: [classes] for classes in SETS}
    for word in sorted(named):
        groups.setdefault(classes_of(word), []).append(word)
    members = {
        condition: {
            one
            for classes, group in groups.items()
            if condition.holds(classes)
            for one in group
            if one not in condition.without
        }
        for condition in {condition for element in elements for condition in element.conditions}
    }
    found: dict[_Symbol, list[int]] = {word: [] for word in sorted(named)}
    for number, element in enumerate(elements):
        for member in element.words.union(*(members[one] for one in element.conditions)):
            found.setdefault(member, []).append(number)
    return found


@cache
def _capitals() -> frozenset[str]:
    """Words that are written with a capital wherever they stand."""
    closed = lexicon().closed
    return frozenset([*closed["DAY"], *closed["MONTH"]])


@cache
def _known_words() -> frozenset[str]:
    """Words that have no class and are known all the same."""
    known = lexicon()
    return known.uncertain.union(*known.closed.values())
