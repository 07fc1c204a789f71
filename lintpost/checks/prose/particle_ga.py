"""Two clauses that end in が in one sentence (textlint's no-doubled-conjunctive-particle-ga)."""

from collections.abc import Iterator

from lintpost.checks.common.sentences.prose import CODE, ModeOptions, plains, written
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import SEPARATORS
from lintpost.post.prose.words import words
from lintpost.site.site import Site

_TURNS = lazy("[すただいるうくつぬぶむぐん]が[、,]")
"""Where が may turn a sentence, told without words: behind a predicate, before a pause."""


_GUESSES = frozenset(["う", "よう", "まい"])
"""Before が, twice in a sentence: “be it … or …” (雨だろうが雪だろうが), no turn."""


class Options(ModeOptions):
    """`separators`: what ends a sentence. ``precise`` ends one at a line end too, and leaves …ですが at its
    beginning out.
    """

    separators: str = SEPARATORS


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first of them, in each sentence."""
    for _, found in plains(post, CODE, compat=options.compat, separators=options.separators):
        for sentence, text in found:
            read = written(post, sentence) if options.compat else text
            if read.text.count("が") < 2:
                continue
            if not options.compat and len(_TURNS.findall(read.text)) < 2:
                continue
            ends = options.separators if options.compat else options.separators + "\n"
            places: list[int] = []
            guesses: list[int] = []
            before = ""
            for word in (*words(read.text), None):
                if word is None or word.surface in ends:
                    if not options.compat and len(guesses) > 1:
                        places = [at for at in places if at not in guesses]
                    if len(places) > 1:
                        related = tuple(Related(*read.span(at, at + 1)) for at in places[1:])
                        yield Hit(*read.span(places[0], places[0] + 1), "", {}, related=related)
                    places, guesses = [], []
                elif word.surface == "が" and word.features.pos1 == "接続助詞":
                    places.append(word.start)
                    if before in _GUESSES:
                        guesses.append(word.start)
                before = word.surface if word is not None else ""


CHECK = Check(
    name="particle-ga",
    options=Options,
    messages={"": ()},
    run=run,
    reads=("tree", "words"),
    package="MeCab",
    block_alone=True,
)
