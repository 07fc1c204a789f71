"""Tags as words: the same word written otherwise, and words that add nothing to a topic."""

import re
from unicodedata import normalize

from lintpost.post.lazy import lazy
from lintpost.site.fold import fold

_LOOSE = lazy(r"[\s\-_・･/／.．,、:：()（）「」『』&＆#＃'’\"”“!！ー〜~]+")
_NOT_SLUG = lazy(r"[^\w]+|_+")

_NAMESPACE = lazy(r"(?:[^:：/／]{1,12}[:：/／]|[【\[(（][^】\])）]{1,12}[】\])）])\s*")
# Words that add nothing to a topic: "DX" and "DX推進" are one tag.
_ADD_NOTHING = (
    "推進", "対応", "育成", "関連", "動向", "最新動向", "最前線", "技術動向", "市場動向", "ニュース", "最新ニュース", "最新情報",
    "情報", "分野", "領域", "系", "全般", "とは", "まとめ", "について", "トレンド", "の動向", "news", "trends", "updates", "topics",
)  # fmt: skip
# Words that name a kind of post, or a step, and no topic of their own: "ROI" and "ROI分析" belong together.
_OF_EVERY_TOPIC = (
    "分析", "活用", "活用法", "活用術", "活用事例", "導入", "導入事例", "事例", "技術", "戦略", "解説", "入門", "基礎", "支援", "強化",
    "改善", "向上", "効果", "対策", "課題", "管理", "運用", "実装", "評価", "比較", "測定", "算出", "計算", "削減", "化", "ツール",
    "システム", "サービス", "ソリューション", "ガイド", "実践", "実践ガイド", "の基礎", "の活用", "の導入", "推進事例", "推進支援",
    "guide", "tools", "tool", "analysis", "basics", "tips", "update",
)  # fmt: skip


def slug(word: str) -> str:
    """The tag in a URL: Jekyll's default slug (jekyll/utils.rb, ``slugify``)."""
    return _NOT_SLUG.sub("-", word).strip("-").lower()


def loose(word: str) -> str:
    """The word without differences of case, width, spacing, punctuation and long vowel marks."""
    return _LOOSE.sub("", fold(normalize("NFKC", word))) or word


def differ_in_signs(one: str, other: str) -> bool:
    """Whether `+` and `#`, which make different words (C, C++, C#), differ between two words."""
    signs = [re.sub(r"[^+#]", "", normalize("NFKC", word)) for word in (one, other)]
    return signs[0] != signs[1]


def adds_nothing(short: str, long: str) -> bool:
    """Whether a longer word is the same topic as a shorter one: ``AI規制対応``, ``技術: LLM``."""
    return has_prefix(short, long) or _rest(short, long) in _EMPTY


def is_generic(short: str, long: str) -> bool:
    """Whether a longer word is a shorter one with a word that names no topic of its own: ``ROI分析``."""
    return adds_nothing(short, long) or _rest(short, long) in _GENERIC


def has_prefix(short: str, long: str) -> bool:
    """Whether a longer word is a shorter one behind the name of its group: ``技術: LLM``, ``【技術】LLM``."""
    prefix = _NAMESPACE.match(long)
    return prefix is not None and loose(long[prefix.end() :]) == loose(short)


def _rest(short: str, long: str) -> str:
    target, core = loose(long), loose(short)
    return target.removeprefix(core) if target.startswith(core) else target.removesuffix(core)


_EMPTY = frozenset(map(loose, _ADD_NOTHING))
_GENERIC = frozenset(map(loose, _OF_EVERY_TOPIC))
