"""Finds pairs of tags that may mean the same."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

from lintpost.config.dictionaries.compiled_files import cached_names
from lintpost.config.layer import read_layer
from lintpost.packs.builtin import preset_path
from lintpost.post.lazy import lazy
from lintpost.site.fold import fold
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.tag_meaning import has_group, members, same_meaning
from lintpost.surveys.tag_usage import TagUse, tag_status
from lintpost.surveys.tag_words import (
    adds_nothing,
    differ_in_signs,
    has_prefix,
    is_generic,
    loose,
    slug,
)

Kind = Literal["spelling", "slug", "meaning", "near", "holds", "within"]
KINDS: tuple[Kind, ...] = ("spelling", "slug", "meaning", "near", "holds", "within")
"""How two tags resemble each other, by confidence, highest first:

- ``spelling``: they differ in case, width, spaces, punctuation or long vowel marks only
- ``slug``: different words with the same archive URL
- ``meaning``: they mean the same by a table of synonyms (Google and グーグル)
- ``near``: one or two letters differ, or an English plural
- ``holds``: one is the other with a generic word or a namespace added
- ``within``: one begins or ends with the other, or is one item of it (小売 and 小売・卸売業)
"""

_DIGITS = lazy(r"\d+")
_LATIN = lazy(r"[a-z]")
_MIN_STEM_USES = 4
"""A word within this many longer ones is a general stem (AI), and no pair with any of them."""
_STEMS = frozenset(
    (
        "ai",
        "it",
        "web",
        "データ",
        "デタ",
        "生成ai",
        "技術",
        "開発",
        "企業",
        "業界",
        "市場",
        "社会",
        "人材",
    )
)
"""Stems of many words everywhere, however few a site has."""


class TagPair(NamedTuple):
    """Two tags that may mean the same.

    `keep` is the one of the vocabulary, else the more used, else the shorter one; of two words for one
    topic the one that posts use.
    """

    kind: Kind
    keep: TagUse
    drop: TagUse

    @property
    def is_one_tag(self) -> bool:
        """Whether the two are certainly one tag: what merges tags may propose to merge them."""
        if self.kind == "holds":
            short, long = sorted((self.keep.word, self.drop.word), key=len)
            return adds_nothing(short, long)
        return self.kind in ("spelling", "meaning", "near")


def similar_tags(words: list[TagUse], vocabulary: Vocabulary | None = None) -> list[TagPair]:
    """Pairs of tags that may mean the same, each once, under the kind of highest confidence.

    Sorted by confidence, highest first, then by the number of posts with the tag to drop. Left out is
    what the vocabulary settles: aliases and retired tags, which `tags apply` replaces, and tags of
    which one names the other in `implies`, `excludes` or `distinct`. Current tags of the vocabulary
    that no post uses are compared, too.
    """
    found: dict[frozenset[str], TagPair] = {}
    for kind, one, other in _pairs(_unsettled(words, vocabulary)):
        pair = frozenset((one.word, other.word))
        if pair in found or not (one.posts or other.posts):
            continue
        if _related(vocabulary, one.word, other.word):
            continue
        found[pair] = TagPair(kind, *_keep_first(kind, one, other, vocabulary))
    return sorted(
        found.values(),
        key=lambda d: (KINDS.index(d.kind), -d.drop.posts, -d.keep.posts, d.keep.word, d.drop.word),
    )


def _pairs(words: list[TagUse]) -> Iterator[tuple[Kind, TagUse, TagUse]]:
    for kind, key in (("spelling", loose), ("slug", slug)):
        groups: dict[str, list[TagUse]] = defaultdict(list)
        for usage in words:
            groups[key(usage.word)].append(usage)
        for group in groups.values():
            for one, other in combinations(group, 2):
                # "C", "C++" and "C#" are different words, but their archives share a URL.
                same = kind == "slug" or not differ_in_signs(one.word, other.word)
                if same:
                    yield ("spelling" if kind == "spelling" else "slug"), one, other
    different = list({loose(usage.word): usage for usage in reversed(words)}.values())
    different.reverse()
    by_word = {usage.word: usage for usage in different}
    for first, second in same_meaning(by_word):
        yield "meaning", by_word[first], by_word[second]
    yield from _near(different)
    yield from _holding(different)
    yield from _listing(different)


def _near(words: list[TagUse]) -> Iterator[tuple[Kind, TagUse, TagUse]]:
    """Words that differ in one letter (from 5 letters) or two (from 11), or an English plural.

    Words with different digits are left out, as are two that are both known (Next.js, Nuxt.js), and short
    Japanese words of the same length: there, one character makes another word.
    """
    from rapidfuzz.distance import OSA

    folded = [(loose(usage.word), usage) for usage in words]
    for (one, first), (other, second) in combinations(folded, 2):
        if one == other or _DIGITS.findall(one) != _DIGITS.findall(other):
            continue
        shorter = min(len(one), len(other))
        latin = bool(_LATIN.match(one) and one.isascii() and other.isascii())
        if latin and one.rstrip("s") == other.rstrip("s"):
            yield "near", first, second
            continue
        if abs(len(one) - len(other)) > 2 or shorter < 5:
            continue
        limit = 1 if shorter < 11 else 2
        if not latin and shorter < 6 and len(one) == len(other):
            continue
        if OSA.distance(one, other, score_cutoff=limit) > limit or _holds(one, other):
            continue
        if not (_is_known(one) and _is_known(other)):
            yield "near", first, second


def _is_known(word: str) -> bool:
    """Whether a folded word is a word or name of its own, and so no slip for another one."""
    return has_group(word) or word in _known_names()


@cache
def _known_names() -> frozenset[str]:
    """The names of the preset known-names, folded."""
    paths = read_layer(preset_path("known-names")).names or ()
    names = [name for path in paths for name in cached_names(path)[0]]
    return frozenset(loose(form) for name in names for form in name.forms)


def _holding(words: list[TagUse]) -> Iterator[tuple[Kind, TagUse, TagUse]]:
    """Words that begin or end with another one.

    Where a generic word or a namespace (``技術: LLM``) was added, the topic is the same; else it may
    be a narrower one. A general stem (AI) gives no pairs but with its namespace.
    """
    folded = [(loose(usage.word), usage) for usage in words]
    holders: dict[str, list[TagUse]] = defaultdict(list)
    by_word = {usage.word: usage for usage in words}
    for (one, first), (other, second) in combinations(folded, 2):
        if one != other and (_holds(one, other) or _has_a_word_more(first.word, second.word)):
            short, long = (first, second) if len(one) < len(other) else (second, first)
            holders[short.word].append(long)
    for word, longer in holders.items():
        short = by_word[word]
        is_stem = len(longer) >= _MIN_STEM_USES or loose(word) in _STEMS
        for long in longer:
            if has_prefix(word, long.word) or (not is_stem and is_generic(word, long.word)):
                yield "holds", short, long
            elif not is_stem and len(loose(word)) > 2 and not long.word.isascii():
                yield "within", short, long


def _listing(words: list[TagUse]) -> Iterator[tuple[Kind, TagUse, TagUse]]:
    """Words that are an item of another one: 小売 of 小売・卸売業."""
    by_item = {loose(usage.word).removesuffix("業"): usage for usage in words}
    for usage in words:
        for part in members(usage.word):
            item = by_item.get(loose(part).removesuffix("業"))
            if item is not None and item is not usage:
                yield "within", item, usage


def _holds(one: str, other: str) -> bool:
    """Whether one begins or ends with the other, without cutting a Latin word or a number."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or len(short) == len(long):
        return False
    if long.startswith(short):
        return not _cut(short[-1] + long[len(short)])
    return long.endswith(short) and not _cut(long[-len(short) - 1] + short[0])


def _has_a_word_more(one: str, other: str) -> bool:
    """Whether a Latin phrase begins or ends with another: "ROI" and "ROI analysis"."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return long.startswith(f"{short} ") or long.endswith(f" {short}")


def _cut(pair: str) -> bool:
    return pair.isascii() and pair.isalnum()


def _unsettled(words: list[TagUse], vocabulary: Vocabulary | None) -> list[TagUse]:
    """The used words that are current tags or unknown, then the current tags that no post uses."""
    if vocabulary is None:
        return words
    used = [use for use in words if tag_status(use.word, vocabulary) in ("current", "unknown")]
    seen = {usage.word for usage in words}
    return used + [TagUse(tag, 0, None, None) for tag in vocabulary.current if tag not in seen]


def _related(vocabulary: Vocabulary | None, one: str, other: str) -> bool:
    """Whether one of two tags names the other in the vocabulary."""
    first = vocabulary.tags.get(one) if vocabulary is not None else None
    second = vocabulary.tags.get(other) if vocabulary is not None else None
    if first is None or second is None:
        return False
    named = (*first.implies, *first.excludes, *first.distinct)
    return second.name in named or first.name in (
        *second.implies, *second.excludes, *second.distinct
    )  # fmt: skip


def _keep_first(
    kind: Kind, one: TagUse, other: TagUse, vocabulary: Vocabulary | None
) -> tuple[TagUse, TagUse]:
    """The word to keep, then the other: by vocabulary, number of posts, length, and alphabet."""

    def rank(usage: TagUse) -> tuple[bool, bool, int, int, str]:
        tag = vocabulary.find(usage.word) if vocabulary else None
        known = tag is not None and not tag.retired
        unused = kind in ("meaning", "holds") and not usage.posts
        return (unused, not known, -usage.posts, len(usage.word), usage.word)

    first, second = sorted((one, other), key=rank)
    return first, second
