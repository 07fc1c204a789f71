"""Finds candidates for the names dictionary: words that look like names and are not in it."""

import re
from collections.abc import Iterable
from math import log2
from typing import NamedTuple
from unicodedata import normalize

from lintpost.checks.common.names.mentions import FUNCTION_WORDS
from lintpost.post.lazy import lazy
from lintpost.site.names import Names
from lintpost.surveys.common_words import is_acronym, is_common, is_generic
from lintpost.surveys.words import WordUse, with_example

_DISTINCT = lazy(r"[a-z][A-Z]|[A-Za-z]-?[0-9]|[0-9][A-Za-z]|^[A-Z]{2,}[a-z]{2,}|[®™α-ω]")
_ACRONYM = lazy(r"[A-Z]{2,5}s?")
_PLAIN = lazy(r"[A-Z][a-zÀ-ɏ]+")
_KANA = lazy(r"[\u30A1-\u30FA\u30FC・]+")
_LATIN = lazy(r"[A-Za-z0-9][A-Za-z0-9.+\-]*")
_QUANTITY = lazy(
    r"[0-9.,]+(?:[A-Za-z%]{0,3}|[A-Z]{4,}|[KMGTPEZ]?(?:i?B|FLOPS|OPS|Hz|bit|bps|token|param)s?(?:ps)?)"
    r"|[KMGTPE]?(?:FLOPS|OPS|Hz)|[0-9.,]+x[0-9.,]+[A-Z]?|[QH][1-4]|[0-9]+(?:st|nd|rd|th)|20[0-9]{2}.*"
)
_COMMON = 4
"""A katakana word in more than one in this many posts counts as a common noun."""
_MIN_KANA = 4
"""Length in characters from which a katakana word may be a candidate."""


class Candidate(NamedTuple):
    """A word that may be a name, its score (1 or more; higher is likelier), and other spellings."""

    use: WordUse
    score: int
    others: tuple[WordUse, ...] = ()


def candidates(
    total: int, words: list[WordUse], names: Names | None, generic: Iterable[str], min_posts: int
) -> list[Candidate]:
    """Words in at least `min_posts` of `total` posts that may be names, likeliest first.

    `words` are those of `survey_words`. Left out are the forms and variants of `names`, and the
    `generic` words (common nouns).
    """
    known = set(map(_folded, generic))
    entries = names.names if names else ()
    for name in entries:
        known.update(map(_folded, (*name.forms, *name.variants)))
    right = (form.casefold() for name in entries for form in name.forms)
    parts = frozenset(word for form in right for word in form.split())
    counts = {use.word: use.times for use in words}
    found = []
    for use in words:
        if use.posts < min_posts or _folded(use.word) in known:
            continue
        score = _score(total, use, counts, parts)
        if score > 0:
            found.append(Candidate(use, score))
    found = _grouped(_without_parts(found))
    return sorted(
        found, key=lambda one: (-one.score * log2(1 + one.use.posts), -one.use.times, one.use.word)
    )


def with_examples(found: Iterable[Candidate], max_bytes: int) -> list[Candidate]:
    """The candidates with the texts around their first occurrences. Posts over `max_bytes` are not read."""
    return [one._replace(use=with_example(one.use, max_bytes)) for one in found]


def _grouped(found: list[Candidate]) -> list[Candidate]:
    """Merge spellings of one word into one candidate: the spelling in most posts."""
    groups: dict[str, list[Candidate]] = {}
    for one in found:
        groups.setdefault(_folded(one.use.word), []).append(one)
    return [
        group[0]._replace(others=tuple(other.use for other in group[1:]))
        for group in groups.values()
    ]


def _folded(word: str) -> str:
    return re.sub(r"[\s\-・]", "", normalize("NFKC", word).casefold())


def _score(total: int, use: WordUse, counts: dict[str, int], known: frozenset[str]) -> int:
    """How likely a word is a name; 0: not at all.

    The spelling counts most, then bold, quotation marks, and capitals within sentences.
    """
    word = use.word
    if _QUANTITY.fullmatch(word) or _ACRONYM.fullmatch(word):
        return 0
    marked = 2 * (use.bold * 4 >= use.times) + (use.bold > 0) + (use.quoted > 0)
    if _KANA.fullmatch(word):
        # Most katakana words are common nouns: count only those that are marked and not everywhere.
        common = use.posts * _COMMON > total > _COMMON
        return marked - 1 if marked > 1 and not common and len(word) >= _MIN_KANA else 0
    if not any(char.isupper() for char in word):
        return 0
    lower = counts.get(word.lower(), 0)
    if not word.isascii() and (parts := _LATIN.findall(word)):
        # 「GitHubリポジトリ」 is GitHub and a noun, 「エッジAI」 and 「1Mトークン」 are common nouns.
        generic = all(is_acronym(part) or is_common(part) for part in parts)
        has_name = any(len(part) > 3 and counts.get(part, 0) >= use.times for part in parts)
        return 0 if generic or has_name else max(0, marked - 1)
    if _PLAIN.fullmatch(word):
        # "The" begins sentences; "Borealis" occurs within them, and hardly ever in lower case.
        is_word = is_common(word) or lower * 10 >= use.times
        return 0 if is_word or use.inside * 2 <= use.posts else 1 + marked
    if " " in word:
        parts = word.split(" ")
        if parts[0] in FUNCTION_WORDS or (not marked and is_generic(word, known)):
            return 0
        shaped = any(_DISTINCT.search(part) for part in parts)
        return 2 * shaped + 1 + marked if use.inside else 0
    return (3 if _DISTINCT.search(word) else 1) + marked


def _without_parts(found: list[Candidate]) -> list[Candidate]:
    """Drop candidates that almost only (in 80 % of cases) occur within a longer one."""
    longer: dict[str, int] = {}
    for one in found:
        for part in re.split(r"[ ]", one.use.word):
            if part != one.use.word:
                longer[part] = longer.get(part, 0) + one.use.times
    return [one for one in found if longer.get(one.use.word, 0) * 5 < one.use.times * 4]
