"""Whether two spellings are one word, spelled in two ways: no other word, and no matter of grammar."""

import re
from unicodedata import normalize

from lintpost.post.lazy import lazy
from lintpost.surveys.common_words import is_acronym, is_common, is_person

_KANA = lazy(r"[\u30A1-\u30FA\u30FC・]+")
_MARKS = "®™"
_DISTINCT = lazy(r"[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]")
_EXPANDED = lazy(r"[a-z]?[A-Z]{2}[a-z]{3,}|[a-z]{2}[A-Z][a-z]{3,}")
"""Letters of an acronym within a word: the SH of "SHapley" (SHAP)."""
_PLAIN = lazy(r"[A-Z]?[a-z]+")
_MIN_KANA = 3
"""Length in characters from which a ー at the end of a katakana word makes no other word."""
_MIN_INNER = 4
"""Length in characters from which a ー within a katakana word does not make another word."""
_MIN_CASE = 4
"""Length in characters from which words that differ in case are the same: not XAI and xAI."""


def is_drift(use: str, other: str, *, has_lower: bool) -> bool:
    """Whether `other` spells the word of `use`; `has_lower` says that the site has it in lower case, too."""
    one, two = (normalize("NFKC", word.strip(_MARKS)) for word in (use, other))
    if one == two:
        return use.strip(_MARKS) != other.strip(_MARKS)  # they differ in width
    if _KANA.fullmatch(one) or _KANA.fullmatch(two):
        return _is_kana_drift(one, two)
    if not (_has_capital(one) or _has_capital(two)) or re.search(r"[0-9]", one):
        return False  # a common word, or numbers and versions: Phase 2, HBM3E
    if one.casefold() == two.casefold():
        return _is_case_drift(one, two, has_lower=has_lower)
    return _is_joint_drift(one, two, has_lower=has_lower)


def _is_kana_drift(one: str, two: str) -> bool:
    """Short words are left out: a long vowel within them makes another word (ビル, ビール)."""
    short, long = sorted((one, two), key=len)
    if long == short + "ー":
        return len(short) >= _MIN_KANA
    return min(len(re.sub("[ー・]", "", word)) for word in (one, two)) >= _MIN_INNER


def _is_case_drift(one: str, two: str, *, has_lower: bool) -> bool:
    """Whether a difference in case is a drift; not where it comes from the place in the text.

    Any word is capitalised at the start of a sentence, and a heading may be all capitals. A common word
    in capitals is another word (LINE, HERE), or the expansion of an acronym (eXplainable).
    """
    words, others = re.split(r"[ \-]", one), re.split(r"[ \-]", two)
    pairs = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    if len(one) < _MIN_CASE or any(_is_other_word(*pair) for pair in pairs):
        return False
    if one[1:] == two[1:]:
        return False  # it begins a sentence
    if two.isupper() and not _is_distinct(one):
        return False
    if two.islower() or one.islower():
        return _is_distinct(one) or _is_distinct(two)
    return _is_distinct(one) or _is_distinct(two) or not has_lower


def _is_other_word(one: str, two: str) -> bool:
    """Whether two words that differ in case are different ones."""
    if is_common(one):
        return True
    return any(
        _EXPANDED.fullmatch(odd) and _PLAIN.fullmatch(plain)
        for odd, plain in ((one, two), (two, one))
    )


def _is_joint_drift(one: str, two: str, *, has_lower: bool) -> bool:
    """Whether a difference in spaces, hyphens and other marks is a drift.

    "Open Source" beside "open-source" is grammar, and "FileEntry" beside "File Entry" an identifier; a letter
    that stands alone (M LOps) marks the letters of an acronym. "MindSpore" beside "Mind Spore" is a name.
    """
    parts = [re.split(r"[ \-.・]+", word) for word in (one, two)]
    if any(len(part) == 1 for split in parts for part in split):
        return False
    if [part.casefold() for part in parts[0]] == [part.casefold() for part in parts[1]]:
        return False
    spaced = max(one, two, key=lambda word: word.count(" "))
    if is_person(spaced) or all(
        is_common(part) or is_acronym(part) for part in max(parts, key=len)
    ):
        return False
    return _is_distinct(one) or _is_distinct(two) or not has_lower


def _is_distinct(word: str) -> bool:
    return _DISTINCT.search(word) is not None


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word)
