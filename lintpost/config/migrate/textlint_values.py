"""Reads the option values that textlint's rules have in common."""

import re
from typing import Any


class BadOption(ValueError):
    """A value of an option that its rule does not take."""


def words(value: Any) -> list[str]:
    """A list of strings. Raises `BadOption` for anything else."""
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise BadOption(value)
    return value


def patterns(value: Any) -> list[str]:
    """A list of words and ``/patterns/`` as regular expressions. Raises `BadOption`."""
    return [pattern_of(word) for word in words(value)]


def pattern_of(word: str) -> str:
    """A word, or a ``/pattern/`` without its flags, as a regular expression."""
    literal = re.fullmatch("/(.*)/[a-z]*", word)
    return literal[1] if literal else re.escape(word)
