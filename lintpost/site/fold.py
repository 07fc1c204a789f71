"""Words made comparable: width, case and spacing set aside."""

from functools import lru_cache
from unicodedata import normalize

from lintpost.post.lazy import lazy

_SPACE = lazy(r"\s+")
_NOT_WORD = lazy(r"[\W_]+")


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """NFKC, case folded, white space squeezed: ``ＡＩ　Agent`` and ``AI agent`` are one word."""
    return _SPACE.sub(" ", normalize("NFKC", word).casefold()).strip()


@lru_cache(maxsize=64)
def letters(text: str) -> str:
    """`fold` without punctuation, symbols and spaces, to compare sentences."""
    return _NOT_WORD.sub("", normalize("NFKC", text).casefold())
