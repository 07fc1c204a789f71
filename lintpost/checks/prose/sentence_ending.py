"""Japanese sentences in a row that end in the same words."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from lintpost.checks.common.sentences.prose import CODE, plains
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import FOOTNOTE, ITEM, QUOTE
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain
from lintpost.site.site import Site

_FULL_STOP = "。"
_NOUN_LETTER = lazy("[\u30a1-\u30fa\u30fc々\u3400-\u9fffA-Za-z0-9]")
"""What a sentence without a predicate ends in: no verb or adjective ends in kanji, katakana or Latin letters."""
_NOUNS = ("こと", "もの", "ため", "とき", "ところ")


class Options(CheckOptions):
    """`max`: sentences in a row that may end alike. `endings`: what counts as an ending, where ``|`` parts forms
    of one. `nouns`: whether sentences may end in nouns as often as they like.
    """

    max: int = 4
    endings: tuple[str, ...] = ()
    nouns: bool = False


class _Sentence(NamedTuple):
    """A sentence by its number and its text up to the 。. `row` changes where another block stands between two
    paragraphs.
    """

    number: int
    text: str
    row: int
    read: Plain


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first of each row, with the others beside it; of rows within one another at the longest."""
    forms, all_forms = _forms(options.endings)
    alike, nouns = _ended(post, all_forms, with_nouns=not options.nouns)
    rows: list[tuple[str, list[_Sentence]]] = []
    for some in forms:
        ended = [one for one in alike if one.text.endswith(some)]
        rows += [("words", row) for row in _rows(ended, options.max)]
    rows += [("noun", row) for row in _rows(nouns, options.max)]
    told: set[int] = set()
    for key, row in sorted(rows, key=lambda one: (-len(one[1]), one[1][0].number)):
        if told.issuperset(one.number for one in row):
            continue
        told.update(one.number for one in row)
        first, *others = [_span(one, key, options) for one in row]
        start, end = first
        related = tuple(Related(*span) for span in others)
        yield Hit(start, end, key, {"text": post.text[start:end], "count": len(row)}, None, related)


@cache
def _forms(endings: tuple[str, ...]) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The forms of each ending, and those of all with their full stop."""
    forms = [tuple(ending.split("|")) for ending in endings]
    return forms, tuple(form + _FULL_STOP for some in forms for form in some)


def _ended(
    post: Post, forms: tuple[str, ...], *, with_nouns: bool
) -> tuple[list[_Sentence], list[_Sentence]]:
    """The sentences of running text that end in one of some forms, and those that end in a noun, in order."""
    alike: list[_Sentence] = []
    nouns: list[_Sentence] = []
    first = row = last = 0
    for node, found in plains(post, CODE, compat=False):
        if node.flags & (QUOTE | ITEM | FOOTNOTE):
            continue
        row += bool(post.text[last : node.start].strip())
        last = node.end
        for number, (_, read) in enumerate(found, first):
            text = read.text
            if not text.endswith(_FULL_STOP) and not (text := text.rstrip()).endswith(_FULL_STOP):
                continue
            if text.endswith(forms):
                alike.append(_Sentence(number, text[:-1], row, read))
            if with_nouns and _noun_size(text[:-1]):
                nouns.append(_Sentence(number, text[:-1], row, read))
        first += len(found)
    return alike, nouns


def _noun_size(text: str) -> int:
    """The length of the noun that a sentence ends in, as far as it is told; 0 for none."""
    if _NOUN_LETTER.match(text[-1:]):
        return 1
    if not text.endswith(_NOUNS):
        return 0
    return max(len(noun) for noun in _NOUNS if text.endswith(noun))


def _rows(ended: list[_Sentence], most: int) -> Iterator[list[_Sentence]]:
    """More than so many in a row, of the sentences that end alike."""
    if len(ended) <= most:
        return
    for _, group in groupby(enumerate(ended), lambda one: (one[1].row, one[1].number - one[0])):
        found = [sentence for _, sentence in group]
        if len(found) > most:
            yield found


def _span(sentence: _Sentence, key: str, options: Options) -> tuple[int, int]:
    """The place of the ending: the longest form that fits."""
    text = sentence.text
    if key == "noun":
        size = _noun_size(text)
    else:
        forms = (form for some in _forms(options.endings)[0] for form in some)
        size = max(len(form) for form in forms if text.endswith(form))
    return sentence.read.span(len(text) - size, len(text))


CHECK = Check(
    name="sentence-ending",
    options=Options,
    messages={"words": ("count", "text"), "noun": ("count", "text")},
    run=run,
    reads=("tree",),
)
