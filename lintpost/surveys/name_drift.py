"""Finds words that a site spells in several ways, without a dictionary."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from lintpost.post.lazy import lazy
from lintpost.site.names import Names
from lintpost.surveys.words import WordUse

_LOOSE = lazy(r"[\s\-_・･.’'ー®™]+")
_KANA = lazy(r"[\u30A1-\u30FA\u30FC・]+")
_SMALL = str.maketrans("ァィゥェォヵヶ", "アイウエオカケ")
_V = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴ": "ブ"}
_DISTINCT = lazy(r"[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]")
_MIN_LENGTH = 3
"""Length in characters from which a word, or one with a ー at its end, is compared."""
_MIN_INNER = 4
"""Length in characters from which a ー within a katakana word does not make another word."""


class SpellingDrift(NamedTuple):
    """A word with several spellings; `use` is the one in most posts (on a tie, most frequent)."""

    use: WordUse
    others: tuple[WordUse, ...]


def spelling_drifts(words: Iterable[WordUse], names: Names | None) -> list[SpellingDrift]:
    """Words with several spellings, those in most posts first.

    Words of the `names` dictionary are left out: the names rules report them.
    """
    entries = names.names if names else ()
    known = {_key(form) for name in entries for form in (*name.forms, *name.variants)}
    groups: dict[str, list[WordUse]] = defaultdict(list)
    for word in words:
        if word.inside:
            groups[_key(word.word)].append(word)
    found = []
    for key, members in groups.items():
        if len(key) < _MIN_LENGTH or key in known or len(members) < 2:
            continue
        members.sort(key=lambda use: (-use.posts, -use.times, use.word))
        others = [other for other in members[1:] if _is_drift(members, members[0], other)]
        if others:
            found.append(SpellingDrift(members[0], tuple(others)))
    found = [drift for drift in found if not _by_a_part(drift, found)]
    right = [form for name in entries for form in name.forms]
    found = [drift for drift in found if not _by_a_name(drift, right)]
    return sorted(found, key=lambda drift: (-drift.use.posts, drift.use.word))


def spellings(found: Iterable[SpellingDrift]) -> list[tuple[str, tuple[str, ...]]]:
    """Each word to use, with its other spellings; words without a majority are left out."""
    counted = Counter(drift.use.word for drift in found)
    return [
        (drift.use.word, tuple(other.word for other in drift.others))
        for drift in found
        if counted[drift.use.word] == 1 and drift.use.posts > drift.others[0].posts
    ]


def _by_a_part(drift: SpellingDrift, found: list[SpellingDrift]) -> bool:
    """Whether the spellings of a compound differ only in a word that is reported itself."""
    pairs = [
        (part.use.word, other.word)
        for part in found
        if part is not drift and part.use.word in drift.use.word
        for other in part.others
    ]
    return all(
        any(other.word.replace(wrong, right) == drift.use.word for right, wrong in pairs)
        for other in drift.others
    )


def _by_a_name(drift: SpellingDrift, right: list[str]) -> bool:
    """Whether the spellings of a compound differ only in the case of a dictionary name in it."""
    folded = drift.use.word.casefold()
    forms = [form for form in right if form.casefold() in folded]
    return any(
        all(
            re.sub(re.escape(form), form, other.word, flags=re.I) == drift.use.word
            for other in drift.others
        )
        for form in forms
    )


def _key(word: str) -> str:
    """The same for all spellings of a word: case, width, marks and small kana normalised."""
    text = _LOOSE.sub("", normalize("NFKC", word).casefold())
    if not text.isascii():
        for sound, plain in _V.items():
            text = text.replace(sound, plain)
        text = text.translate(_SMALL)
    return text


def _is_drift(members: list[WordUse], use: WordUse, other: WordUse) -> bool:
    """Whether `other` spells the word of `use`, and is neither another word nor a matter of grammar."""
    one, two = normalize("NFKC", use.word), normalize("NFKC", other.word)
    if one == two:
        return True  # they differ in width only
    if _KANA.fullmatch(one) or _KANA.fullmatch(two):
        return _is_kana_drift(one, two)
    if not (_has_capital(one) or _has_capital(two)):
        return False
    if one.casefold() == two.casefold():
        return _is_case_drift(members, one, two)
    # "Open Source" beside "open-source" is grammar; "MindSpore" beside "Mind Spore" is a name.
    return _is_distinct(one) or _is_distinct(two) or not _has_lower(members)


def _is_kana_drift(one: str, two: str) -> bool:
    """Short words are left out: a long vowel within them makes another word (ビル, ビール)."""
    short, long = sorted((one, two), key=len)
    if long == short + "ー":
        return len(short) >= _MIN_LENGTH
    return len(_key(short)) >= _MIN_INNER


def _is_case_drift(members: list[WordUse], one: str, two: str) -> bool:
    """Whether a difference in case is a drift; not where it comes from the place in the text.

    Any word is capitalised at the start of a sentence, and a heading may be all capitals.
    """
    if len(one) <= 3:
        return False  # XAI and xAI may be different words
    if two.isupper() and not _is_distinct(one):
        return False
    if two.islower() or one.islower():
        return _is_distinct(one) or _is_distinct(two)
    return _is_distinct(one) or _is_distinct(two) or not _has_lower(members)


def _is_distinct(word: str) -> bool:
    return _DISTINCT.search(word) is not None


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word)


def _has_lower(members: list[WordUse]) -> bool:
    return any(member.word.islower() for member in members)
