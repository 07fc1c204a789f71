"""Two sentences after one another with the same conjunction (textlint's no-doubled-conjunction)."""

from collections.abc import Iterator

from lintpost.checks.hit import Hit, Related
from lintpost.checks.prose import CODE, ModeOptions, plains, written
from lintpost.post.post import Post
from lintpost.post.words import Word, words
from lintpost.site.site import Site

NEEDS = "lindera"


class Options(ModeOptions):
    """``precise`` compares how neighbouring sentences begin; ``compat`` compares the first conjunction
    anywhere in a sentence with the last one before it in the paragraph.
    """


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the later conjunction."""
    for found in plains(post, CODE, compat=options.compat):
        former: tuple[str, tuple[int, int]] | None = None
        for sentence, text in found:
            read = written(post, sentence) if options.compat else text
            word = _conjunction(read.text, options)
            if word is None:
                former = former if options.compat else None
                continue
            span = read.span(word.start, word.start + len(word.surface))
            if former is not None and former[0] == word.surface:
                yield Hit(*span, "", {"text": word.surface}, related=(Related(*former[1]),))
            former = word.surface, span


def _conjunction(text: str, options: Options) -> Word | None:
    tokens = words(text)
    if not options.compat:
        return tokens[0] if tokens and tokens[0].features.pos == "接続詞" else None
    for before, word in zip((None, *tokens), tokens, strict=False):
        if word.features.pos == "接続詞" and not (before and before.surface[-1:].isspace()):
            return word
    return None
