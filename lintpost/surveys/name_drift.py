"""Finds words that a site spells in several ways, without a dictionary."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from lintpost.post.lazy import lazy
from lintpost.site.names import Names
from lintpost.surveys.spelling_pairs import is_drift
from lintpost.surveys.words import WordUse

_LOOSE = lazy(r"[\s\-_・･.’'ー®™]+")
_SMALL = str.maketrans("ァィゥェォヵヶ", "アイウエオカケ")
_V = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴ": "ブ"}
_MIN_LENGTH = 3
"""Length in characters from which a word is compared."""


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
        has_lower = any(member.word.islower() for member in members)
        first = members[0].word
        others = [one for one in members[1:] if is_drift(first, one.word, has_lower=has_lower)]
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
