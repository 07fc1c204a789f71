"""Finds pairs of tags that may mean the same."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple
from unicodedata import normalize

from lintpost.post.lazy import lazy
from lintpost.site.fold import fold
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.tag_usage import TagUse, tag_status

Kind = Literal["spelling", "slug", "near", "holds", "within"]
KINDS: tuple[Kind, ...] = ("spelling", "slug", "near", "holds", "within")
"""How two tags resemble each other, by confidence, highest first:

- ``spelling``: they differ in case, width, spaces, punctuation or long vowel marks only
- ``slug``: different words with the same archive URL
- ``near``: one or two letters differ, or an English plural
- ``holds``: one is the other with a generic word or a namespace added
- ``within``: one begins or ends with the other
"""

_LOOSE = lazy(r"[\s\-_・･/／.．,、:：()（）「」『』&＆#＃'’\"”“!！ー〜~]+")
_NOT_SLUG = lazy(r"[^\w]+|_+")
_DIGITS = lazy(r"\d+")
_LATIN = lazy(r"[a-z]")
# Words that do not make another topic when added to one: "DX" and "DX推進" belong together.
_GENERIC = (
    "推進", "対応", "育成", "分析", "活用", "活用法", "活用術", "活用事例", "導入", "導入事例", "事例",
    "動向", "最新動向", "最前線", "技術", "技術動向", "市場動向", "戦略", "ニュース", "最新ニュース",
    "最新情報", "情報", "関連", "解説", "入門", "基礎", "支援", "強化", "改善", "向上", "効果", "対策",
    "課題", "管理", "運用", "実装", "評価", "比較", "測定", "算出", "計算", "削減", "化", "系", "分野",
    "領域", "ツール", "システム", "サービス", "ソリューション", "とは", "まとめ", "ガイド", "トレンド",
    "について", "実践", "実践ガイド", "の基礎", "の活用", "の導入", "の動向", "推進事例", "推進支援",
    "news", "guide", "tools", "tool", "trends", "analysis", "basics", "tips", "update", "updates",
)  # fmt: skip
_NAMESPACE = lazy(r"[^:：/／]{1,12}[:：/／]\s*")
_MIN_STEM_USES = 4
"""A word within this many longer ones is a stem (AI), and no pair of kind ``within``."""


class TagPair(NamedTuple):
    """Two tags that may mean the same.

    `keep` is the one of the vocabulary, else the more used, else the shorter one.
    """

    kind: Kind
    keep: TagUse
    drop: TagUse


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
        found[pair] = TagPair(kind, *_keep_first(one, other, vocabulary))
    return sorted(
        found.values(),
        key=lambda d: (KINDS.index(d.kind), -d.drop.posts, -d.keep.posts, d.keep.word, d.drop.word),
    )


def slug(word: str) -> str:
    """The tag in a URL: Jekyll's default slug (jekyll/utils.rb, ``slugify``)."""
    return _NOT_SLUG.sub("-", word).strip("-").lower()


def loose(word: str) -> str:
    """The word without differences of case, width, spacing, punctuation and long vowel marks."""
    return _LOOSE.sub("", fold(normalize("NFKC", word))) or word


def _pairs(words: list[TagUse]) -> Iterator[tuple[Kind, TagUse, TagUse]]:
    for kind, key in (("spelling", loose), ("slug", slug)):
        groups: dict[str, list[TagUse]] = defaultdict(list)
        for usage in words:
            groups[key(usage.word)].append(usage)
        for group in groups.values():
            for one, other in combinations(group, 2):
                # "C", "C++" and "C#" are different words, but their archives share a URL.
                same = kind == "slug" or not _differ_in_signs(one.word, other.word)
                if same:
                    yield ("spelling" if kind == "spelling" else "slug"), one, other
    different = list({loose(usage.word): usage for usage in reversed(words)}.values())
    different.reverse()
    yield from _near(different)
    yield from _holding(different)


def _differ_in_signs(one: str, other: str) -> bool:
    """Whether `+` and `#`, which make different words (C, C++, C#), differ between two words."""
    signs = [re.sub(r"[^+#]", "", normalize("NFKC", word)) for word in (one, other)]
    return signs[0] != signs[1]


def _near(words: list[TagUse]) -> Iterator[tuple[Kind, TagUse, TagUse]]:
    """Words that differ in one letter (from 5 letters) or two (from 11), or an English plural.

    Words with different digits are left out, and short Japanese words of the same length: there, one
    character makes another word.
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
        if OSA.distance(one, other, score_cutoff=limit) <= limit and not _holds(one, other):
            yield "near", first, second


def _holding(words: list[TagUse]) -> Iterator[tuple[Kind, TagUse, TagUse]]:
    """Words that begin or end with another one.

    Where a generic word or a namespace (``技術: LLM``) was added, the topic is the same; else it may
    be a narrower one. A stem of many words (AI) gives no pairs of the second kind.
    """
    folded = [(loose(usage.word), usage) for usage in words]
    holders: dict[str, list[TagUse]] = defaultdict(list)
    by_word = {usage.word: usage for usage in words}
    for (one, first), (other, second) in combinations(folded, 2):
        if one != other and (_holds(one, other) or _has_a_word_more(first.word, second.word)):
            short, long = (first, second) if len(one) < len(other) else (second, first)
            holders[short.word].append(long)
    for word, longer in holders.items():
        for long in longer:
            if _is_generic(word, long.word):
                yield "holds", by_word[word], long
            elif len(longer) < _MIN_STEM_USES and len(loose(word)) > 2 and not long.word.isascii():
                yield "within", by_word[word], long


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


def _is_generic(short: str, long: str) -> bool:
    target = loose(long)
    core = loose(short)
    namespace = _NAMESPACE.match(long)
    if namespace and loose(long[namespace.end() :]) == core:
        return True
    rest = target.removeprefix(core) if target.startswith(core) else target.removesuffix(core)
    return rest in {loose(word) for word in _GENERIC}


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


def _keep_first(one: TagUse, other: TagUse, vocabulary: Vocabulary | None) -> tuple[TagUse, TagUse]:
    """The word to keep, then the other: by vocabulary, number of posts, length, and alphabet."""

    def rank(usage: TagUse) -> tuple[bool, int, int, str]:
        tag = vocabulary.find(usage.word) if vocabulary else None
        known = tag is not None and not tag.retired
        return (not known, -usage.posts, len(usage.word), usage.word)

    first, second = sorted((one, other), key=rank)
    return first, second
