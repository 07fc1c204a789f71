"""Lists of English words and of names: what is in them is no misspelling of another name."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_FILES = ("english.txt", "names.txt")
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("er", "e"), ("or", ""), ("or", "e"),
)  # fmt: skip
"""Regular endings with what stands in their place in the word that is listed."""


def is_real_word(word: str) -> bool:
    """Whether a word (in any case) is listed, or is one that is with a regular ending. The lists are read
    at the first question.
    """
    lower = word.lower()
    words = _words()
    return lower in words or any(
        lower.endswith(ending) and lower[: -len(ending)] + instead in words
        for ending, instead in _ENDINGS
    )


@cache
def _words() -> frozenset[str]:
    found: set[str] = set()
    for file in _FILES:
        lines = (_FOLDER / file).read_text(encoding="utf-8").splitlines()
        found.update(word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(found)
