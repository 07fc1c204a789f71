"""Folding words for comparison: without differences of width, case and spacing."""

from functools import lru_cache
from unicodedata import normalize

from lintpost.post.lazy import lazy

_SPACE = lazy(r"\s+")
_NOT_WORD = lazy(r"[\W_]+")


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Apply NFKC, fold case and collapse white space: ``ＡＩ　Agent`` and ``AI agent`` become the same."""
    return _SPACE.sub(" ", normalize("NFKC", word).casefold()).strip()


@lru_cache(maxsize=64)
def letters(text: str) -> str:
    """Fold a text and drop punctuation, symbols and spaces, for comparing sentences."""
    return _NOT_WORD.sub("", normalize("NFKC", text).casefold())
