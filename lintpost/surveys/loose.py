"""Comparing words without what is only a matter of spelling."""

from unicodedata import normalize

from lintpost.post.lazy import lazy
from lintpost.site.fold import fold

_LOOSE = lazy(r"[\s\-_・･/／.．ー]+")


def loose(word: str) -> str:
    """The same for words that differ in case, width, spacing, hyphens, dots or long vowels only."""
    return _LOOSE.sub("", fold(normalize("NFKC", word))) or word
