"""Words of a site that are spelled in several ways, without any dictionary."""

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
_SHORTEST, _SHORTEST_INNER = 3, 4


class Drift(NamedTuple):
    """A word in several spellings; `use` is the one of most posts (of equals, of most occurrences)."""

    use: WordUse
    others: tuple[WordUse, ...]


def drifts(words: Iterable[WordUse], names: Names | None) -> list[Drift]:
    """The drifted words, those in most posts first. What the dictionary knows is left to it."""
    known = {_key(form) for name in (names.names if names else ()) for form in (*name.forms, *name.variants)}  # fmt: skip
    groups: dict[str, list[WordUse]] = defaultdict(list)
    for word in words:
        if word.inside:
            groups[_key(word.word)].append(word)
    found = []
    for key, members in groups.items():
        if len(key) < _SHORTEST or key in known or len(members) < 2:
            continue
        members.sort(key=lambda use: (-use.posts, -use.times, use.word))
        others = [other for other in members[1:] if _is_drift(members, members[0], other)]
        if others:
            found.append(Drift(members[0], tuple(others)))
    found = [drift for drift in found if not _follows(drift, found)]
    right = [form for name in (names.names if names else ()) for form in name.forms]
    found = [drift for drift in found if not _holds_a_name(drift, right)]
    return sorted(found, key=lambda drift: (-drift.use.posts, drift.use.word))


def _follows(drift: Drift, found: list[Drift]) -> bool:
    """Whether a compound drifts only because a word in it does."""
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


def _holds_a_name(drift: Drift, right: list[str]) -> bool:
    """Whether a compound drifts only in how it writes a name of the dictionary."""
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
    """What spellings of one word have in common."""
    text = _LOOSE.sub("", normalize("NFKC", word).casefold())
    if not text.isascii():
        for sound, plain in _V.items():
            text = text.replace(sound, plain)
        text = text.translate(_SMALL)
    return text


def _is_drift(members: list[WordUse], use: WordUse, other: WordUse) -> bool:
    """Whether a spelling is another way to write the same name, and no other word or mere grammar."""
    one, two = normalize("NFKC", use.word), normalize("NFKC", other.word)
    if one == two:
        return True  # width alone
    if _KANA.fullmatch(one) or _KANA.fullmatch(two):
        return _is_kana_drift(one, two)
    if not (_has_capital(one) or _has_capital(two)):
        return False
    if one.casefold() == two.casefold():
        return _is_case_drift(members, one, two)
    # "Open Source" beside "open-source" is grammar; "MindSpore" beside "Mind Spore" is a name.
    return _is_distinct(one) or _is_distinct(two) or not _has_lower(members)


def _is_kana_drift(one: str, two: str) -> bool:
    """Long vowels within short words make other words (ビル, ビール)."""
    short, long = sorted((one, two), key=len)
    if long == short + "ー":
        return len(short) >= _SHORTEST
    return len(_key(short)) >= _SHORTEST_INNER


def _is_case_drift(members: list[WordUse], one: str, two: str) -> bool:
    """A common noun is capitalised at the start of a sentence; a name is not written small."""
    if len(one) <= 3:
        return False  # XAI is not xAI
    if two.isupper() and not _is_distinct(one):
        return False  # a heading in capitals
    if two.islower() or one.islower():
        return _is_distinct(one) or _is_distinct(two)
    return _is_distinct(one) or _is_distinct(two) or not _has_lower(members)


def _is_distinct(word: str) -> bool:
    return _DISTINCT.search(word) is not None


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word)


def _has_lower(members: list[WordUse]) -> bool:
    return any(member.word.islower() for member in members)


def spellings(found: Iterable[Drift]) -> list[tuple[str, tuple[str, ...]]]:
    """Each word to use with the spellings that are not to be; undecided words are left out."""
    counted = Counter(drift.use.word for drift in found)
    return [
        (drift.use.word, tuple(other.word for other in drift.others))
        for drift in found
        if counted[drift.use.word] == 1 and drift.use.posts > drift.others[0].posts
    ]
