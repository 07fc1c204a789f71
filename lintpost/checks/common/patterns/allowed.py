"""Patterns of a rule's options, such as those of `allow`, in a text."""

import re
from functools import cache


@cache
def _compiled(patterns: tuple[str, ...], flags: str) -> list[re.Pattern[str]]:
    if not patterns:
        return []  # most rules have none, and `regex` need not be imported
    from lintpost.site.js_regex import compile_js

    return [compile_js(pattern, flags).pattern for pattern in patterns]


def any_in(text: str, patterns: tuple[str, ...], flags: str = "") -> bool:
    """Whether any of some patterns (JavaScript's, with its flags) matches in a text."""
    return any(pattern.search(text) for pattern in _compiled(patterns, flags))


def spans_in(text: str, patterns: tuple[str, ...]) -> list[tuple[int, int]]:
    """Every match of some patterns, pattern by pattern; `^` and `$` are those of a line."""
    compiled = _compiled(patterns, "m")
    return [match.span() for pattern in compiled for match in pattern.finditer(text)]
