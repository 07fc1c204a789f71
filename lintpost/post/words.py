"""The words of Japanese text, by lindera with IPADIC: the tokens that kuromoji makes."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lindera import Tokenizer

_KEPT = 1 << 14
"""Texts whose words are kept: some 50 MB at worst. Drafts repeat their sentences."""


class Features(NamedTuple):
    """What IPADIC says of a word; ``*`` where it says nothing."""

    pos: str
    pos1: str
    pos2: str
    pos3: str
    conjugation: str
    form: str
    base: str
    reading: str
    pronunciation: str


class Word(NamedTuple):
    """A word of a text; `start` in code points of that text. The words of a text leave no gap."""

    surface: str
    start: int
    features: Features


_UNKNOWN = ("*",) * 9


@cache
def _tokenizer() -> "Tokenizer":
    from lindera import TokenizerBuilder

    builder = TokenizerBuilder()
    builder.set_mode("normal")
    builder.set_dictionary("embedded://ipadic")
    builder.set_keep_whitespace(True)
    return builder.build()


@cache
def _interned(features: tuple[str, ...]) -> Features:
    return Features(*(features + _UNKNOWN)[:9])


@lru_cache(_KEPT)
def words(text: str) -> tuple[Word, ...]:
    """The words of a sentence. Raises `ModuleNotFoundError` where lindera is not installed (extra ``ja``)."""
    found = []
    start = 0
    new = tuple.__new__  # half the cost of `Word(…)`, and there are a million of them
    features = _features
    for token in _tokenizer().tokenize(text):
        surface = token.surface
        known = token.word_id
        key = (known, token.is_unknown)
        if key not in features:
            features[key] = _interned(tuple(token.details))
        found.append(new(Word, (surface, start, features[key])))
        start += len(surface)
    return tuple(found)


_features: dict[tuple[int, bool], Features] = {}
