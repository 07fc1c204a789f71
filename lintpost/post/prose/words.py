"""The words of Japanese text, by MeCab with IPADIC: the dictionary of kuromoji, which textlint uses.

MeCab maps its dictionary into memory, so that the first word costs no more than the others. Its
words are kuromoji's in 99.4 % of the sentences of 245 posts, the parts of speech apart from those
of homographs; MeCab itself drops white space, which kuromoji makes words of, as `words` does.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

_KEPT = 1 << 11
"""Texts whose words are kept, some 6 MB: several rules ask for those of one post."""
# A line a word, what IPADIC says of it behind a tab; one that is not in IPADIC has a second tab.
_FORMAT = r' -F "%m\t%H\n" -U "%m\t%H\t\n" -E ""'
# With NUL, where C text ends.
_SPACES = re.compile("([ \t\r\n\v\0]+|\u3000)")


class Features(NamedTuple):
    """What IPADIC says of a word; ``*`` where it says nothing."""

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
    """A word of a text; `start` in code points of that text. The words of a text leave no gap."""

    surface: str
    start: int
    features: Features


_NONE = ("*",) * 9
_SPACE = Features("記号", "空白", *_NONE[2:])
# The package of IPADIC calls unknown symbols signs; IPADIC itself, and so kuromoji, has this.
_UNKNOWN_SYMBOL = Features("名詞", "サ変接続", *_NONE[2:])


@cache
def _parse() -> Callable[[str], str]:
    import ipadic
    from MeCab import Tagger

    parse: Callable[[str], str] = Tagger(ipadic.MECAB_ARGS + _FORMAT).parse
    return parse


class _FeaturesOfLine(dict[str, Features]):
    """What stands behind a word in MeCab's answer, as features made once."""

    def __missing__(self, line: str) -> Features:
        known, unknown, _ = line.partition("\t")
        features = Features(*(*known.split(","), *_NONE)[:9])
        self[line] = _UNKNOWN_SYMBOL if unknown and features.pos == "記号" else features
        return self[line]


_features = _FeaturesOfLine()


@lru_cache(_KEPT)
def words(text: str) -> tuple[Word, ...]:
    """The words of a sentence. Raises `ModuleNotFoundError` where MeCab is not installed (extra ``ja``)."""
    parse = _parse()
    found: list[Word] = []
    start = 0
    # Kuromoji weighs a word against the space before it, which MeCab does not see: neither weighs
    # it against the word before that.
    for index, piece in enumerate(_SPACES.split(text)):
        if index % 2:
            found.append(Word(piece, start, _SPACE))
        elif piece:
            lines = [line.partition("\t") for line in parse(piece).split("\n")]
            surfaces = [line[0] for line in lines[:-1]]
            starts = accumulate(map(len, surfaces), initial=start)
            features = map(_features.__getitem__, [line[2] for line in lines[:-1]])
            # Half the cost of `Word(…)`, and there are a million of them.
            found += map(tuple.__new__, repeat(Word), zip(surfaces, starts, features, strict=False))
        start += len(piece)
    return tuple(found)
