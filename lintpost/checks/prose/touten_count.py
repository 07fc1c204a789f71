"""Many 、 in one sentence (textlint's max-ten)."""

from collections.abc import Iterator, Sequence

from lintpost.checks.common.sentences.prose import CODE, ModeOptions, plains
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import SEPARATORS
from lintpost.post.prose.words import Word, words
from lintpost.site.site import Site

_MARKS = "?!？！"
_BRACKETS = "括弧"


class Options(ModeOptions):
    """`max`: commas (`touten`, each of its characters) of a sentence, which ends at `kuten`. One between two nouns is not counted
    unless `strict` is on. ``precise`` ends a sentence at a line end too, and leaves commas in brackets out.
    """

    max: int = 3
    strict: bool = False
    touten: str = "、"
    kuten: str = "。"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the comma that is one too many."""
    touten = options.touten
    marks = _MARKS + options.kuten
    ends = marks if options.compat else "\n" + marks
    if options.compat:
        rows = plains(post, "_", compat=True, separators=marks)
    else:
        more = options.kuten.strip(SEPARATORS)
        rows = plains(post, CODE, compat=False, separators=SEPARATORS + more)
    for _, found in rows:
        for _, read in found:
            if sum(map(read.text.count, touten)) <= options.max:
                continue
            count, depth = 0, 0
            tokens = words(read.text)
            for index, word in enumerate(tokens):
                if not options.compat:
                    depth += _depth(word)
                if word.surface in ends or (word.surface[-1:] == "\n" and not options.compat):
                    count = 0
                elif word.surface in touten and depth <= 0:
                    count += options.strict or not _is_spared(tokens, index)
                if count > options.max:
                    params = {"count": options.max + 1, "max": options.max}
                    yield Hit(*read.span(word.start, word.start + 1), "", params)
                    count = 0


def _depth(word: Word) -> int:
    return {"括弧開": 1, "括弧閉": -1}.get(word.features.pos1, 0)


def _is_spared(tokens: Sequence[Word], index: int) -> bool:
    """Whether a comma stands between two nouns, as in an enumeration or in a number (1，000)."""
    before = _beside(tokens, index, -1)
    after = _beside(tokens, index, 1)
    return before == after == "名詞"


def _beside(tokens: Sequence[Word], index: int, step: int) -> str:
    """The part of speech of the next word that is no bracket."""
    index += step
    while 0 <= index < len(tokens) and tokens[index].features.pos1.startswith(_BRACKETS):
        index += step
    return tokens[index].features.pos if 0 <= index < len(tokens) else ""


CHECK = Check(
    name="touten-count",
    options=Options,
    messages={"": ("count", "max")},
    run=run,
    reads=("tree", "words"),
    package="MeCab",
    block_alone=True,
)
