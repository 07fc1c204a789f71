"""Lists of English words and of names: what is in them is no misspelling of another name."""

import os
from functools import cache, lru_cache

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_FILES = ("english.txt", "names.txt")
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("er", "e"), ("or", ""), ("or", "e"),
)  # fmt: skip
"""Regular endings with what stands in their place in the word that is listed."""


@lru_cache(maxsize=4096)
def is_real_word(word: str) -> bool:
    """Whether a word (in any case) is listed, or is one that is with a regular ending. The lists are read
    at the first question.
    """
    lower = word.lower()
    return _is_listed(lower) or any(
        lower.endswith(ending) and _is_listed(lower[: -len(ending)] + instead)
        for ending, instead in _ENDINGS
    )


def _is_listed(word: str) -> bool:
    return f" {word} ".encode(errors="replace") in _words()


@cache
def _words() -> bytes:
    """The words, each between two spaces: a set of them takes longer to make than a run asks questions."""
    found = []
    for file in _FILES:
        with open(os.path.join(_FOLDER, file), "rb") as lines:
            found += [line.strip() for line in lines if not line.startswith(b"#")]
    return b" " + b" ".join(found) + b" "
