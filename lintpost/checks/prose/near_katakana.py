"""Katakana words that the dictionary lacks beside one that it has: a syllable is missing, twice, or in another's place."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lintpost.checks.common.katakana_words import katakana_words
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.likely_slips import slips
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.post.prose.words import tagged, word_of
from lintpost.site.site import Site

_SHORTEST, _LONGEST = 5, 12
"""Code points of the words that are looked at: shorter ones have too many neighbours, longer ones are several."""
_LONG = 7
"""From this length on a voiced kana may stand for a voiceless one, too."""
_RUN = re.compile(
    r"(?<![\u30a1-\u30fa\u30fc\u30fb])[\u30a1-\u30fa\u30fc]+(?![\u30a1-\u30fa\u30fc\u30fb])"
)
_LOST = "ーンッュャョアイウエオシスクトルリ"
"""Syllables that fingers lose, the most frequent ones of loan words: each is tried in each place."""
_SMALL = str.maketrans(
    "ァィゥェォャュョッアイウエオヤユヨツ", "アイウエオヤユヨツァィゥェォャュョッ"
)
_VOICED = (
    "カガ",
    "キギ",
    "クグ",
    "ケゲ",
    "コゴ",
    "サザ",
    "シジ",
    "スズ",
    "セゼ",
    "ソゾ",
    "タダ",
    "テデ",
    "トド",
)
_LIPS = ("ハバパ", "ヒビピ", "フブプ", "ヘベペ", "ホボポ")
_REST = 3
"""Code points at the end of a word that the dictionary has by chance (コミュニケ|ション)."""
_VARIANT = re.compile("ッ(?=クス)|ー$")
"""What loan words are spelled with or without: ダイナミクス, サーバ."""
_KEPT = 1 << 12


class Options(CheckOptions):
    """`often`: how often a post may use a word before it is taken for a name; `allow`: words that are well."""

    often: int = 2
    allow: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each word."""
    scope = scope_of(post, "unquoted")
    runs = [one for one in _RUN.finditer(scope.text) if _SHORTEST <= len(one[0]) <= _LONGEST]
    counts = Counter(one[0] for one in runs)
    rare = [one for one in runs if counts[one[0]] <= options.often and one[0] not in options.allow]
    found = [one for one in rare if _meant(one[0])]
    if not found:
        return
    named = _names(site)
    yield from slips(post, "unquoted", (one for one in found if one[0] not in named), _meant)


_NAMES = MemoKey[frozenset[str]]("katakana words of names")


def _names(site: Site) -> frozenset[str]:
    """The words of the names dictionary that could be found."""
    if site.names is None:
        return frozenset()
    words = site.names.known_words
    return site.memo.get_or_make(_NAMES, lambda: frozenset(filter(_RUN.fullmatch, words)))


@lru_cache(_KEPT)
def _meant(word: str) -> tuple[str, ...]:
    """The nouns of the dictionary that differ by one slip; none for a word that it has, or is made of such."""
    known = katakana_words()
    if word in known:
        return ()
    parts = [word_of(line) for line in tagged(word)]
    if all(part.features.reading != "*" for part in parts) and len(parts[-1].surface) > _REST:
        return ()
    return tuple(dict.fromkeys(one for one in _slips(word) if one in known))


def _slips(word: str) -> Iterator[str]:
    size = len(word)
    for at in range(size - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        else:
            yield word[:at] + word[at + 1 :]
        if word[at : at + 2] == word[at + 2 : at + 4]:
            yield word[:at] + word[at + 2 :]
    for at in range(size):
        yield word[:at] + word[at].translate(_SMALL) + word[at + 1 :]
    for at in range(1, size):
        for syllable in _LOST:
            written = word[:at] + syllable + word[at:]
            if not _VARIANT.match(written, at):
                yield written
    if size >= _LONG:
        for at in range(size):
            for group in (*_VOICED, *_LIPS):
                if word[at] in group:
                    yield from (word[:at] + other + word[at + 1 :] for other in group)


CHECK = Check(
    name="near-katakana",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    package="MeCab",
    reads=("markdown", "words"),
    site=("names",),
    derives=lambda _, site: sorted(_names(site)),
    changes=("text",),
)
