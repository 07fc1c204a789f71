"""Two words side by side of which the second cannot follow the first: an inflected form with the wrong auxiliary."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from lintpost.checks.common.patterns.word_patterns import Token, read_pattern, read_token
from lintpost.checks.common.sentences.prose import CODE, plains
from lintpost.checks.common.sentences.quotations import quotations
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain
from lintpost.post.prose.words import Word, tagged, word_of, words
from lintpost.site.site import Site

_BEFORE, _AFTER = 8, 6
"""Code points around two words that `except` looks at."""
_KEYS = ("key", "first", "second", "only", "except")
_MOST = 1 << 15
"""Words and pieces of text whose answers are kept, about 5 MB at most."""
_KANJI = "[\u4e00-\u9fff\u3005]"
_PARTICIPLE = f"{_KANJI}{{1,2}}[\u3041-\u3096]?[っいん][てで]"
_PIECE = re.compile(
    # A kanji and the kana behind it, unless they begin as a particle; what follows た, な and a verb as it stands, where that is て behind kanji.
    f"(?:{_KANJI}(?![をがはのにもとで])|(?<!{_KANJI})|(?<={_KANJI}))[\u3041-\u3096]{{2,}}"
    f"(?:(?<=[^んい]だ){_KANJI}{{1,2}}[\u3041-\u3096]|(?<=[なたいるうくすむつ]){_PARTICIPLE})?"
    f"|{_KANJI}(?:[てるたばれ](?![\u3041-\u3096])|な{_PARTICIPLE}|だ{_KANJI}{{1,2}}[\u3041-\u3096])"
)


class _Pair(NamedTuple):
    """A first word, and what cannot follow it: a `second` that is none of `only`."""

    key: str
    first: Token
    second: tuple[Token, ...]
    only: tuple[Token, ...]
    spared: tuple[Any, ...]

    def refuses(self, word: Word) -> bool:
        """Whether a word cannot follow."""
        return any(token.accepts(word) for token in self.second) and not any(
            token.accepts(word) for token in self.only
        )


class Options(CheckOptions):
    """`pairs`: each with its `first` word and, as lists of words, `second` (what cannot follow it) and `only` (what
    can after all). First and second words have a `tag`. `except`: patterns over the text around a pair that is well.
    """

    pairs: tuple[dict[str, object], ...] = ()

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        """Raises `OptionError` for a pair that cannot be read."""
        super().__init__(values)
        self.grammar = _Grammar(
            tuple(_read(pair, number) for number, pair in enumerate(self.pairs))
        )


def _read(value: dict[str, Any], number: int) -> _Pair:
    path = ["pairs", str(number)]
    for key in value:
        if key not in _KEYS:
            raise OptionError(path, Text("unknown key", "知らないキーです"), key, _KEYS)
    first, second = value.get("first"), value.get("second")
    if not first or not second or any("tag" not in token for token in (first, *second)):
        text = Text(
            "a pair has `first` and `second`, words with a `tag`",
            "`first` と `second` に、`tag` のある語を指定してください",
        )
        raise OptionError(path, text)
    return _Pair(
        value.get("key", ""),
        read_token(first, [*path, "first"]),
        tuple(read_token(token, [*path, "second"]) for token in second),
        tuple(read_token(token, [*path, "only"]) for token in value.get("only", ())),
        tuple(read_pattern(text, path) for text in value.get("except", ())),
    )


class _Grammar:
    """The pairs of a rule, with the answers for words and pieces of text that were asked about before."""

    def __init__(self, pairs: tuple[_Pair, ...]) -> None:
        self._pairs = pairs
        self._firsts = _by_part_of_speech([(pair.first,) for pair in pairs])
        self._seconds = _by_part_of_speech([pair.second for pair in pairs])
        tokens = [one for pair in pairs for one in (pair.first, *pair.second, *pair.only)]
        self._spellings = {spelling for token in tokens for spelling in token.words}
        self._values = {value for token in tokens for _, row in token.features for value in row}
        self._patterns = list({token.pattern for token in tokens if token.pattern})
        self._masks: dict[str, tuple[int, int]] = {}
        self._kinds: dict[tuple[object, ...], tuple[int, int]] = {}
        self._doubtful: dict[str, bool] = {}

    def may_break(self, text: str) -> bool:
        """Whether some run of hiragana in a text, read by itself with a kanji on either side, breaks a pair.

        Sentences share their endings: few pieces of a post are new, and most sentences need no words.
        """
        doubtful = self._doubtful
        for piece in _PIECE.findall(text):
            answer = doubtful.get(piece)
            if answer is None:
                answer = self._breaks(piece)
                if len(doubtful) > _MOST:
                    doubtful.clear()
                doubtful[piece] = answer
            if answer:
                return True
        return False

    def _breaks(self, piece: str) -> bool:
        masks = self._masks
        former = 0
        for line in tagged(piece):
            mask = masks.get(line) or self._mask(line)
            if former & mask[1]:
                return True
            former = mask[0]
        return False

    def _mask(self, line: str) -> tuple[int, int]:
        word = word_of(line)
        # Words of a kind that no pair names by themselves have one mask.
        values, surface, features = self._values, word.surface, word.features
        kind = (
            *features[:4],
            *(value if value in values else "" for value in features[4:8]),
            surface if surface in self._spellings else "",
            *(pattern.fullmatch(surface) is None for pattern in self._patterns),
        )
        mask = self._kinds.get(kind)
        if mask is None:
            mask = self._kinds[kind] = self._kind_mask(word)
        if len(self._masks) > _MOST:
            self._masks.clear()
        self._masks[line] = mask
        return mask

    def _kind_mask(self, word: Word) -> tuple[int, int]:
        """Which pairs a word may be the first, and which the second of, one bit a pair."""
        first = self._firsts.get(word.features.pos, ())
        second = self._seconds.get(word.features.pos, ())
        return (
            sum(1 << bit for bit in first if self._pairs[bit].first.accepts(word)),
            sum(1 << bit for bit in second if self._pairs[bit].refuses(word)),
        )

    def broken(self, tokens: Sequence[Word]) -> Iterator[tuple[Word, Word, _Pair]]:
        """Words that cannot follow the one before, with each pair that says so."""
        for first, second in pairwise(tokens):
            for bit in self._firsts.get(first.features.pos, ()):
                pair = self._pairs[bit]
                if pair.first.accepts(first) and pair.refuses(second):
                    yield first, second, pair


def _by_part_of_speech(tokens: list[tuple[Token, ...]]) -> dict[str, list[int]]:
    """The numbers of the rows that have a token for words of a part of speech."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(tokens):
        for pos in {tag[0] for token in row for tag in token.tags}:
            found.setdefault(pos, []).append(number)
    return found


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at both words. What stands in quotation marks may be dialect, or old."""
    grammar = options.grammar
    for _, row in plains(post, CODE, compat=False):
        for _, read in row:
            if grammar.may_break(read.text):
                yield from _hits(read, grammar)


def _hits(read: Plain, grammar: _Grammar) -> Iterator[Hit]:
    quoted = quotations(read.text)
    reported = -1
    for first, second, pair in grammar.broken(words(read.text)):
        start, end = first.start, second.start + len(second.surface)
        around = read.text[max(0, start - _BEFORE) : end + _AFTER]
        if start == reported or quoted.holds_at(start):
            continue
        if not any(pattern.search(around) for pattern in pair.spared):
            reported = start
            yield Hit(*read.span(start, end), pair.key, {"text": read.text[start:end]})


CHECK = Check(
    name="word-pairs",
    options=Options,
    messages=lambda options: {str(pair.get("key", "")): ("text",) for pair in options.pairs},
    run=run,
    reads=("tree", "words"),
    package="MeCab",
)
