"""The same word twice in a row (textlint's ja-no-successive-word)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from lintpost.checks.common.patterns.allowed import spans_in
from lintpost.checks.common.patterns.phrase_options import refuse_bad_patterns
from lintpost.checks.common.sentences.prose import CODE, ModeOptions, nodes, plains
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain, plain, whole
from lintpost.post.prose.words import Word, words
from lintpost.site.site import Site

_KATAKANA = lazy("[\u30a1-\u30f6\u30fc]+")
_KANA = lazy("[\u3041-\u3096]+")
_SUFFIXES = "法性的化者用型版力員感系器機率論学社局課値費製式風級術師士館症"
"""Suffixes of one kanji that nobody doubles on purpose (人人, 方方 and 等等 are words)."""
_TWICE = lazy(
    f"([をにはがのへとか{_SUFFIXES}])\\1|(です|ます|た)\\2|([\u3400-\u9fff\u30a1-\u30f6]{2, 8}|[\u3041-\u3096\u3400-\u9fff]{2, 6})\\3"
)
"""What `_is_slip` can be about, told without words."""
_LETTER_TWICE = lazy(f"([をにはがのへとたか{_SUFFIXES}])\\1")
_LONGEST = 8
"""The longest repeated text of `_TWICE`, in code points."""
_COUNTED = lazy("[一二三四五六七八九十百千万何]")
"""一つ一つ, 一人一人 are said on purpose."""
_PARTICLES = ("助詞", "助動詞")


class Options(ModeOptions):
    """`onomatopoeia`: whether katakana may repeat; `allow`: texts that may (patterns); `on-purpose`: words that
    ``precise`` knows to be said twice (毎日毎日).

    ``precise`` reports particles, auxiliaries and words of kana and kanji, no symbols, numbers or Latin.
    """

    onomatopoeia: bool = True
    allow: tuple[str, ...] = ()
    on_purpose: tuple[str, ...] = ()

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("allow", self.allow)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at both; in ``compat`` at the later one."""
    for read in _texts(post, options):
        tokens = words(read.text)
        spared: SpanSet | None = None
        for number, (former, later) in enumerate(pairwise(tokens)):
            if former.surface != later.surface:
                continue
            if former.features.pos1 == later.features.pos1 == "数":
                continue
            if options.onomatopoeia and _KATAKANA.fullmatch(former.surface):
                continue
            end = later.start + len(later.surface)
            if spared is None:
                spared = SpanSet(spans_in(read.text, options.allow))
            if spared.holds_at(former.start) or spared.holds_at(later.start):
                continue
            if not options.compat and not _is_slip(tokens, number, options):
                continue
            span = read.span(later.start if options.compat else former.start, end)
            fix = None
            if not options.compat and former.features.pos in _PARTICLES:
                first, last = read.span(former.start, later.start)
                fix = Fix(trust_at(post, first, last), (Edit(first, last, ""),))
            yield Hit(*span, "", {"text": former.surface}, fix)


def _texts(post: Post, options: Options) -> Iterator[Plain]:
    if options.compat:
        for node in nodes(post, "Str", compat=True):
            yield plain(whole([node]))
    else:
        rows = plains(post, CODE, compat=False)
        sentences = [text for _, row in rows for _, text in row]
        begins = list(accumulate((len(read.text) + 1 for read in sentences), initial=0))
        places = _repeats("\n".join([read.text for read in sentences]))
        for number in sorted({bisect_right(begins, at) - 1 for at in places}):
            if _TWICE.search(sentences[number].text):
                yield sentences[number]


def _repeats(text: str) -> Iterator[int]:
    """Where something may stand that stands there again at once: code points.

    Text that repeats after `size` characters is a run of zeros in the text XORed with itself, moved by
    `size`: as numbers, faster by far than a pattern that tries every length at every place.
    """
    yield from (match.start() for match in _LETTER_TWICE.finditer(text))
    data = text.encode("utf-16-le", "surrogatepass")
    width = 2
    if len(data) > 2 * len(text):
        data, width = text.encode("utf-32-le", "surrogatepass"), 4
    number = int.from_bytes(data, "little")
    for size in range(2, _LONGEST + 1):
        same = (number ^ (number >> (8 * width * size))).to_bytes(len(data), "little")
        zeros = bytes(width * size)
        at = same.find(zeros)
        while at >= 0:
            begin = -(-at // width)
            if same.startswith(zeros, begin * width):
                yield begin
            at = same.find(zeros, begin * width + width)


def _is_slip(tokens: Sequence[Word], number: int, options: Options) -> bool:
    """Whether two equal words in a row are one too many: a particle twice, or a word as it stands."""
    former, later = tokens[number], tokens[number + 1]
    surface, features = former.surface, former.features
    if features.pos != later.features.pos or _COUNTED.match(surface):
        return False
    if surface in options.on_purpose:
        return False
    if features.pos == "助詞":
        return features.pos1 == later.features.pos1 and features.pos1 in (
            "格助詞",
            "係助詞",
            "連体化",
            "副助詞／並立助詞／終助詞",
        )
    if features.pos == "助動詞":
        return surface in ("です", "ます", "た", "ました")
    if len(surface) == 1 and surface in _SUFFIXES:
        return features.pos1 == later.features.pos1 == "接尾"
    return (
        len(surface) > 1
        and features.pos in ("名詞", "動詞")
        and not (_KANA.fullmatch(surface) or not re.match("[\u3400-\u9fff\u30a1-\u30f6]", surface))
    )


CHECK = Check(
    name="word-repetition",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("markdown", "tree", "words"),
    package="MeCab",
    changes=("text",),
    block_alone=True,
)
