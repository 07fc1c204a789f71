"""Two sentences after one another with the same conjunction (textlint's no-doubled-conjunction)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lintpost.checks.common.sentences.prose import CODE, ModeOptions, plains, written
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain, Sentence
from lintpost.post.prose.words import Word, words
from lintpost.site.site import Site


class Options(ModeOptions):
    """``precise`` compares how neighbouring sentences begin; ``compat`` compares the first conjunction
    anywhere in a sentence with the last one before it in the paragraph.
    """


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the later conjunction."""
    find = _compat if options.compat else _precise
    for _, found in plains(post, CODE, compat=options.compat):
        for surface, span, other in find(post, found):
            yield Hit(*span, "", {"text": surface}, related=(Related(*other),))


_BEGINS = lazy(
    "しか|また|まして|そ[しのれこ]|さら|ただ|つま|だ[がか]|なぜ|例え|たと|すな|した|従っ|ある|或い|もし|もっ|ところ|むし|"
    "お[よま]|及び|な[おら]|けれ|で[もは]|一方|ゆえ|故に|よっ|かつ|且つ|じゃ|と[はすも]|ちな|逆に|反対|ほか|加え|結局|要する"
)
"""How conjunctions begin, told without words."""
_Pair = tuple[str, tuple[int, int], tuple[int, int]]
"""A conjunction, its place and that of the one before."""


def _precise(post: Post, found: list[tuple[Sentence, Plain]]) -> Iterator[_Pair]:
    for (_, former), (_, later) in pairwise(found):
        if former.text[:2] != later.text[:2] or not _BEGINS.match(later.text):
            continue  # without words it is plain that they begin otherwise
        first, second = words(former.text)[0], words(later.text)[0]
        if first.surface == second.surface and second.features.pos == "接続詞":
            size = len(second.surface)
            yield second.surface, later.span(0, size), former.span(0, size)


def _compat(post: Post, found: list[tuple[Sentence, Plain]]) -> Iterator[_Pair]:
    former: tuple[str, tuple[int, int]] | None = None
    for sentence, _ in found:
        read = written(post, sentence)
        word = _conjunction(words(read.text))
        if word is None:
            continue
        span = read.span(word.start, word.start + len(word.surface))
        if former is not None and former[0] == word.surface:
            yield word.surface, span, former[1]
        former = word.surface, span


def _conjunction(tokens: Sequence[Word]) -> Word | None:
    for before, word in zip((None, *tokens), tokens, strict=False):
        if word.features.pos == "接続詞" and not (before and before.surface[-1:].isspace()):
            return word
    return None


CHECK = Check(
    name="conjunction-repetition",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("tree", "words"),
    package="MeCab",
)
