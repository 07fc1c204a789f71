"""The words of Japanese text, by MeCab with IPADIC, the dictionary of kuromoji and so of textlint.

MeCab maps its dictionary into memory, so the first word takes no longer than the others. In 99.4 %
of the sentences of 245 posts the words are those of kuromoji, except for the parts of speech of
homographs. MeCab drops white space; `words` makes words of it, as kuromoji does.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple

_KEPT = 1 << 11
"""Number of texts whose words are cached (about 6 MB): several rules ask for those of one post."""
_KEPT_FEATURES = 1 << 15
"""Number of lines of features that are cached in parsed form, about 20 MB at most."""
# One line per word: surface, tab, features; a second tab marks words that are not in IPADIC.
_FORMAT = r' -F "%m\t%H\n" -U "%m\t%H\t\n" -E ""'
# NUL is included because it ends a C string.
_SPACES = re.compile("([ \t\r\n\v\0]+|\u3000)")
_LONGEST_RUN = 500
"""Characters in a row of a kind that MeCab groups (all but hiragana and most kanji) that it is given:
it takes quadratic time over them."""
_GROUPED = re.compile("(?:[^\u3041-\u3096\u3400-\u9fff]|[一二三四五六七八九十百千万億兆])+")


class Features(NamedTuple):
    """The features of a word in IPADIC; ``*`` for those it does not have."""

    pos: str
    pos1: str
    pos2: str
    pos3: str
    conjugation: str
    form: str
    base: str
    reading: str
    pronunciation: str


class Word(NamedTuple):
    """A word of a text; `start` is a code-point offset into that text. Words cover a text without gaps."""

    surface: str
    start: int
    features: Features


_NONE = ("*",) * 9
_SPACE = Features("記号", "空白", *_NONE[2:])
# The `ipadic` package tags unknown symbols as 記号; IPADIC itself, and so kuromoji, as this.
_UNKNOWN_SYMBOL = Features("名詞", "サ変接続", *_NONE[2:])


@cache
def _parse() -> Callable[[str], str]:
    import ipadic
    from MeCab import Tagger

    parse: Callable[[str], str] = Tagger(ipadic.MECAB_ARGS + _FORMAT).parse
    return parse


@lru_cache(_KEPT_FEATURES)
def _features(line: str) -> Features:
    """Parse what follows a word in MeCab's output."""
    known, unknown, _ = line.partition("\t")
    features = Features(*(*known.split(","), *_NONE)[:9])
    return _UNKNOWN_SYMBOL if unknown and features.pos == "記号" else features


@lru_cache(_KEPT)
def words(text: str) -> tuple[Word, ...]:
    """The words of a sentence. Raises `ModuleNotFoundError` if MeCab is not installed (extra ``ja``)."""
    parse = _parse()
    found: list[Word] = []
    start = 0
    # Kuromoji weighs a word against the space before it, not against the word before that; MeCab
    # gives the same result if it does not see what precedes the space.
    for index, piece in enumerate(_SPACES.split(text)):
        if index % 2:
            found.append(Word(piece, start, _SPACE))
        elif piece:
            output = "".join(map(parse, _parts(piece)))
            lines = [line.partition("\t") for line in output.split("\n")]
            surfaces = [line[0] for line in lines[:-1]]
            starts = accumulate(map(len, surfaces), initial=start)
            features = map(_features, [line[2] for line in lines[:-1]])
            # Half the cost of `Word(…)`, for millions of words.
            found += map(tuple.__new__, repeat(Word), zip(surfaces, starts, features, strict=False))
        start += len(piece)
    return tuple(found)


def tagged(text: str) -> list[str]:
    """The words of a short text without spaces, each as the line that `word_of` reads: half the cost of `words`."""
    return _parse()(text).split("\n")[:-1]


def word_of(line: str) -> Word:
    """The word that a line of `tagged` says, as if it stood alone."""
    surface, _, features = line.partition("\t")
    return Word(surface, 0, _features(features))


def _parts(text: str) -> list[str]:
    """A text without spaces, cut where a run of one kind goes on for longer than any author writes."""
    if len(text) <= _LONGEST_RUN:
        return [text]
    cuts = [
        at
        for run in _GROUPED.finditer(text)
        for at in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN)
    ]
    edges = [0, *cuts, len(text)]
    return [text[first:last] for first, last in pairwise(edges)]
