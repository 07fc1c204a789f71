"""Words next to which a name means something else: X in 「X線」, Apple before Pie."""

import re
from functools import lru_cache

from lintpost.site.js_regex import compile_js, compile_literal

_REACH = 40
"""Code points before and after a name that are searched."""
_BETWEEN = r"[ \u3000*_]*"


def is_meant(
    not_after: tuple[str, ...], not_before: tuple[str, ...], text: str, start: int, end: int
) -> bool:
    """Whether none of the words is directly before (`not_after`) or after `text[start:end]`.

    Bold marks and spaces in between are ignored.
    """
    if not_after and _before(not_after).search(text, max(0, start - _REACH), start):
        return False
    return not (not_before and _behind(not_before).match(text, end, end + _REACH))


@lru_cache(maxsize=1024)
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return compile_js(f"(?:{_any_of(words)}){_BETWEEN}$").pattern


@lru_cache(maxsize=1024)
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return compile_js(f"{_BETWEEN}(?:{_any_of(words)})").pattern


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(f"(?:{_one(word)})" for word in words)


def _one(word: str) -> str:
    """The pattern of a word, which is not part of a longer one where it begins or ends in Latin letters."""
    expression = compile_literal(word)
    if expression is not None:
        source = expression.pattern.pattern
        return f"(?i:{source})" if "i" in expression.flags else source
    left = "(?<![0-9A-Za-z])" if re.match(r"[0-9A-Za-z]", word) else ""
    right = "(?![0-9A-Za-z])" if re.search(r"[0-9A-Za-z]\Z", word) else ""
    return left + re.escape(word) + right
