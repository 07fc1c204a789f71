"""Japanese sentences in a row that end in the same words."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lintpost.checks.common.prose import CODE, plains
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import FOOTNOTE, ITEM, QUOTE
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain
from lintpost.site.site import Site

_FULL_STOP = "。"
_NOUN = lazy("(?:[\u30a1-\u30fa\u30fc々\u3400-\u9fffA-Za-z0-9]|こと|もの|ため|とき|ところ)\\Z")
"""What a sentence without a predicate ends in: no verb or adjective ends in kanji, katakana or Latin letters."""


class Options(CheckOptions):
    """`max`: sentences in a row that may end alike. `endings`: what counts as an ending, where ``|`` parts forms
    of one. `nouns`: whether sentences may end in nouns as often as they like.
    """

    max: int = 4
    endings: tuple[str, ...] = ()
    nouns: bool = False


class _Sentence(NamedTuple):
    """A sentence by its number and its text up to the 。 ("" where it ends otherwise). `row` changes where another
    block stands between two paragraphs.
    """

    number: int
    text: str
    row: int
    read: Plain


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first of each row, with the others beside it; of rows within one another at the longest."""
    sentences = list(_sentences(post))
    rows: list[tuple[str, list[_Sentence]]] = []
    for ending in options.endings:
        forms = tuple(ending.split("|"))
        rows += [("words", row) for row in _rows(sentences, forms, options.max)]
    if not options.nouns:
        rows += [("noun", row) for row in _rows(sentences, None, options.max)]
    told: set[int] = set()
    for key, row in sorted(rows, key=lambda one: (-len(one[1]), one[1][0].number)):
        if told.issuperset(one.number for one in row):
            continue
        told.update(one.number for one in row)
        first, *others = [_span(one, key, options) for one in row]
        start, end = first
        related = tuple(Related(*span) for span in others)
        yield Hit(start, end, key, {"text": post.text[start:end], "count": len(row)}, None, related)


def _sentences(post: Post) -> Iterator[_Sentence]:
    """The sentences of running text, in order."""
    number = row = last = 0
    for node, found in plains(post, CODE, compat=False):
        if node.flags & (QUOTE | ITEM | FOOTNOTE):
            continue
        row += bool(post.text[last : node.start].strip())
        last = node.end
        for _, read in found:
            text = read.text.rstrip()
            is_whole = text.endswith(_FULL_STOP)
            yield _Sentence(number, text[: -len(_FULL_STOP)] if is_whole else "", row, read)
            number += 1


def _rows(
    sentences: list[_Sentence], forms: tuple[str, ...] | None, most: int
) -> Iterator[list[_Sentence]]:
    """More than so many sentences that end in one of some forms, or in a noun (None)."""

    def key(one: _Sentence) -> int:
        ends = one.text.endswith(forms) if forms is not None else _NOUN.search(one.text)
        return one.row if one.text and ends else -1

    for row, group in groupby(sentences, key):
        found = list(group)
        if row >= 0 and len(found) > most:
            yield found


def _span(sentence: _Sentence, key: str, options: Options) -> tuple[int, int]:
    """The place of the ending: the longest form that fits."""
    text = sentence.text
    if key == "noun":
        found = _NOUN.search(text)
        size = len(found[0]) if found else 0
    else:
        forms = (form for ending in options.endings for form in ending.split("|"))
        size = max(len(form) for form in forms if text.endswith(form))
    return sentence.read.span(len(text) - size, len(text))


CHECK = Check(
    name="sentence-ending",
    options=Options,
    messages={"words": ("count", "text"), "noun": ("count", "text")},
    run=run,
    reads=("tree",),
)
