"""Tells words that are no names by themselves: common English words, acronyms, quantities, people."""

import os
import re
from functools import cache

from lintpost.post.lazy import lazy

_ACRONYM = lazy(r"[A-Z]{1,5}s?|[A-Z][A-Za-z]?[A-Z]{1,3}s?|[A-Za-z]{1,3}aaS|AIs?")
_QUANTITY = lazy(r"[0-9][0-9.,]*[A-Za-z%]*|x?(?:86|64|32)")
_YEAR = lazy(r"(?:19|20)[0-9]{2}(?:-[0-9]{1,2}){0,2}|[QH][1-4]")
_VERSIONED = lazy(r"([A-Za-z]+)-?[0-9][0-9A-Za-z.]*")
_PARTS = lazy(r"[ .+\-]+")
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly")
_PLAIN = lazy(r"[A-Z][a-z]+")


def is_generic(text: str, known: frozenset[str]) -> bool:
    """Whether a text is made of common words, acronyms and numbers: ``High Priority``, ``AI OCR``.

    A `known` name (folded) beside such words alone says what they are about: ``NVIDIA GPU``. With a
    number that is no year it is a version of that name: ``Gemini 9 Pro``.
    """
    if any(map(_is_version, text.split(" "))):
        return False
    parts = [part for part in _PARTS.split(text) if part]
    numbers = [part for part in parts if is_number(part)]
    words = [part for part in parts if part not in numbers]
    left = [word for word in words if not is_word(word)]
    if not left:
        return True
    versions = [number for number in numbers if not _YEAR.fullmatch(number)]
    return not versions and len(parts) > 1 and all(word.casefold() in known for word in left)


def is_common(word: str) -> bool:
    """Whether a word is common in English, in any of its forms."""
    lower = word.lower()
    if len(lower) < 3:
        return lower in ("a", "an", "as", "at", "by", "go", "i", "if", "in", "is", "it", "my", "no", "of",
                         "ok", "on", "or", "so", "to", "up", "us", "we")  # fmt: skip
    words = _words("common_words.txt")
    if lower in words or (lower.endswith("ies") and lower[:-3] + "y" in words):
        return True
    stems = (lower[: -len(end)] for end in _ENDINGS if lower.endswith(end))
    return any(
        stem in words or stem + "e" in words or (stem[-1:] == stem[-2:-1] and stem[:-1] in words)
        for stem in stems
        if len(stem) >= 3
    )


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym (``XAI``, ``LLMs``) or a number, which no dictionary needs."""
    return bool(_ACRONYM.fullmatch(word)) or is_number(word)


def is_word(text: str) -> bool:
    """Whether a text is a common word or an acronym, with a number behind it or not: ``Step1``."""
    word = re.sub(r"-?[0-9.]+\Z", "", text) or text
    return is_common(word) or bool(_ACRONYM.fullmatch(text))


def is_number(word: str) -> bool:
    """Whether a word is a number, a quantity, a year or a quarter."""
    return bool(_QUANTITY.fullmatch(word) or _YEAR.fullmatch(word))


def _is_version(word: str) -> bool:
    """Whether a word is a name with its version: GPT-9, H100; not Step1, x86 or Q3."""
    match = _VERSIONED.fullmatch(word)
    return match is not None and not is_number(word) and not is_common(match[1])


def is_plain(text: str) -> bool:
    """Whether every word of a text has a capital at its beginning and nowhere else."""
    return all(_PLAIN.fullmatch(word) for word in re.split(r"[ \-]", text))


def is_person(text: str) -> bool:
    """Whether a text of up to three words begins as a person's name does."""
    words = text.split(" ")
    return len(words) <= 3 and words[0].lower() in _words("given_names.txt")


@cache
def _words(name: str) -> frozenset[str]:
    path = os.path.join(os.path.dirname(__file__), name)
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    return frozenset(" ".join(lines).split())
