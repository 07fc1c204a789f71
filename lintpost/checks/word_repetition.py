"""The same word twice in a row (textlint's ja-no-successive-word)."""

import itertools
import re
from collections.abc import Iterator, Sequence

from lintpost.checks.allowed import spans_in
from lintpost.checks.hit import Fix, Hit
from lintpost.checks.phrase_options import refuse_bad_patterns
from lintpost.checks.prose import CODE, ModeOptions, nodes, plains
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.sentence_tree import Plain, plain, whole
from lintpost.post.words import Word, words
from lintpost.site.site import Site

_KATAKANA = lazy("[\u30a1-\u30f6\u30fc]+")
_KANA = lazy("[\u3041-\u3096]+")
_TWICE = lazy(
    "([をにはがのへと])\\1|(です|ます|た)\\2|([\u3400-\u9fff\u30a1-\u30f6]{2,8}|[\u3041-\u3096\u3400-\u9fff]{2,6})\\3"
)
"""What `_is_slip` can be about, told without words."""
_COUNTED = lazy("[一二三四五六七八九十百千万何]")
"""一つ一つ, 一人一人 are said on purpose."""
_PARTICLES = ("助詞", "助動詞")


class Options(ModeOptions):
    """`onomatopoeia`: whether katakana may repeat; `allow`: texts that may (patterns).

    ``precise`` reports particles, auxiliaries and words of kana and kanji, no symbols, numbers or Latin.
    """

    needs = "MeCab"

    onomatopoeia: bool = True
    allow: tuple[str, ...] = ()

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("allow", self.allow)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at both; in ``compat`` at the later one."""
    for read in _texts(post, options):
        if not options.compat and not _TWICE.search(read.text):
            continue
        spared = spans_in(read.text, options.allow)
        tokens = words(read.text)
        for number, (former, later) in enumerate(itertools.pairwise(tokens)):
            if former.surface != later.surface:
                continue
            if former.features.pos1 == later.features.pos1 == "数":
                continue
            if options.onomatopoeia and _KATAKANA.fullmatch(former.surface):
                continue
            end = later.start + len(later.surface)
            if any(
                first <= former.start < last or first <= later.start < last
                for first, last in spared
            ):
                continue
            if not options.compat and not _is_slip(tokens, number):
                continue
            span = read.span(later.start if options.compat else former.start, end)
            fix = None
            if not options.compat and former.features.pos in _PARTICLES:
                fix = Fix("safe", (Edit(*read.span(former.start, later.start), ""),))
            yield Hit(*span, "", {"text": former.surface}, fix)


def _texts(post: Post, options: Options) -> Iterator[Plain]:
    if options.compat:
        for node in nodes(post, "Str", compat=True):
            yield plain(whole([node]))
    else:
        for _, row in plains(post, CODE, compat=False):
            yield from (text for _, text in row)


def _is_slip(tokens: Sequence[Word], number: int) -> bool:
    """Whether two equal words in a row are one too many: a particle twice, or a word as it stands."""
    former, later = tokens[number], tokens[number + 1]
    surface, features = former.surface, former.features
    if features.pos != later.features.pos or _COUNTED.match(surface):
        return False
    if features.pos == "助詞":
        return features.pos1 == later.features.pos1 and features.pos1 in (
            "格助詞",
            "係助詞",
            "連体化",
        )
    if features.pos == "助動詞":
        return surface in ("です", "ます", "た", "ました")
    return (
        len(surface) > 1
        and features.pos in ("名詞", "動詞")
        and not (_KANA.fullmatch(surface) or not re.match("[\u3400-\u9fff\u30a1-\u30f6]", surface))
    )
