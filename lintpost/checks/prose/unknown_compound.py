"""Words of two kanji that no dictionary has, beside which one that is read or looks alike stands in it (開卓 for 開拓)."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lintpost.checks.common.kanji_readings import look_alike, read_alike
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.likely_slips import slips
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.words import words
from lintpost.site.site import Site

# Digits before it make a counter of its first kanji; these kanji join any word, or are numbers.
_JOINING = frozenset(
    "一二三四五六七八九十百千万億兆何数第化性的者度内中上下前後間側用式型系率量額費点面店員室所場品物書力感観界家人達等"
    "外目分番種行件章社窓線弱強超毎各今未最再他本当両同新旧全別個自実長短高低大小多少有無不非主副総元次様"
)
_PAIR = lazy(
    # What must not stand before it is looked for behind it: a search for kanji is several times as fast.
    "[\u4e00-\u9fff][\u4e00-\u9fff](?<![0-9０-９A-Za-zおご\u30a1-\u30fa\u30fc\u3400-\u9fff々〇]..)"
    "(?=[をがはにでとの、。]|する|した|して|しま|さ[れせ])"
)
_KINDS = ("一般", "サ変接続", "形容動詞語幹")
_NO_NOUNS = ("助詞", "助動詞")
_KEPT = 1 << 14


class Options(CheckOptions):
    """`often`: how often a post may use a word before it is taken for a term of its own; `allow`: words that are well."""

    often: int = 2
    allow: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each word."""
    scope = scope_of(post, "unquoted")
    found = [match for match in _PAIR.finditer(scope.text) if _meant(match[0])]
    if not found:
        return
    counts = Counter(match[0] for match in found)
    rare = (one for one in found if one[0] not in options.allow and counts[one[0]] <= options.often)
    yield from slips(post, "unquoted", rare, _meant)


@lru_cache(_KEPT)
def _meant(word: str) -> tuple[str, ...]:
    """The nouns that differ in one kanji that is read or looks alike; none for what the dictionary has."""
    first, second = word[0], word[1]
    if first in _JOINING or second in _JOINING or _kind(word):
        return ()
    parts = words(word)
    if any(len(part.surface) == 1 and part.features.pos in _NO_NOUNS for part in parts):
        return ()
    if parts[0].features.pos == "動詞":
        return ()  # 見逃(す), 見出(す)
    changed = [other + second for other in read_alike(first) + look_alike(first)]
    changed += [first + other for other in read_alike(second) + look_alike(second)]
    return tuple(one for one in dict.fromkeys(changed) if _kind(one) in _KINDS)


def _kind(text: str) -> str:
    """What kind of word the dictionary says a text is; empty for what it does not have as one word."""
    found = words(text)
    features = found[0].features
    return features.pos1 if len(found) == 1 and features.reading != "*" else ""


CHECK = Check(
    name="unknown-compound",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    package="MeCab",
    reads=("markdown", "words"),
    changes=("text",),
)
