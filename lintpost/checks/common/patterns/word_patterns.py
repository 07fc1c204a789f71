"""Patterns over words: what a rule of the check `sequence` looks for."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

from lintpost.checks.contract.options import OptionError
from lintpost.language import Text
from lintpost.post.prose.words import Features, Word

_FEATURES = ("base", "reading", "conjugation", "form")
_TOKEN_KEYS = ("word", "pattern", "tag", *_FEATURES, "negate", "optional", "skip")
_KEYS = (
    "tokens",
    "needs",
    "not-after",
    "not-before",
    "at",
    "mark",
    "fix",
    "applicability",
    "key",
    "except",
    "least",
)
AT = ("all", "first", "last")


class Token(NamedTuple):
    """What one word must be: every condition that is given holds (or none does, under `negate`)."""

    words: tuple[str, ...]
    pattern: re.Pattern[str] | None
    tags: tuple[tuple[str, ...], ...]
    features: tuple[tuple[str, tuple[str, ...]], ...]
    negate: bool
    optional: bool
    skip: int

    def accepts(self, word: Word) -> bool:
        """Whether a word is as wanted."""
        return self._holds(word) is not self.negate

    def candidates(self, words: Sequence[Word]) -> Sequence[int]:
        """Where a match may begin: most words are told by one look."""
        if self.negate or self.optional:
            return range(len(words))
        if self.words:
            wanted = self.words
            return [index for index, word in enumerate(words) if word[0] in wanted]
        if self.features:
            name, values = self.features[0]
            field = Features._fields.index(name)
            return [index for index, word in enumerate(words) if word[2][field] in values]
        if self.tags:
            kinds = tuple({tag[0] for tag in self.tags})
            return [index for index, word in enumerate(words) if word[2][0] in kinds]
        return range(len(words))

    def _holds(self, word: Word) -> bool:
        if self.words and word.surface not in self.words:
            return False
        features = word.features
        for name, values in self.features:
            if getattr(features, name) not in values:
                return False
        if self.tags and not any(features[: len(tag)] == tag for tag in self.tags):
            return False
        return self.pattern is None or self.pattern.fullmatch(word.surface) is not None


class WordPattern(NamedTuple):
    """Words in a row. `needs`: text that any match holds, so that most sentences are passed over. `not_after`:
    parts of speech of the word before a match that is well; `not_before`: the words after one.

    `at`: which word is pointed at, ``all`` or a number from 1; `mark`: the part of it. `fix` is what is written instead of
    the whole match; ``$1`` is its first token's word. `spared`: matched texts that are well. `least`: matches of a post
    from which on they are reported, as one.
    """

    tokens: tuple[Token, ...]
    needs: tuple[str, ...]
    not_after: tuple[tuple[str, ...], ...]
    not_before: tuple[Token, ...]
    at: str | int
    mark: str
    fix: str | None
    safe: bool
    key: str
    spared: tuple[re.Pattern[str], ...]
    least: int

    def matches(self, words: Sequence[Word]) -> Iterator[list[Word | None]]:
        """Every match that overlaps no earlier one: a word for each token, None for one left out."""
        after = 0
        spared = self.not_after
        for at in self.tokens[0].candidates(words):
            found = _match(self.tokens, words, at) if at >= after else None
            if found is not None and spared and at:
                before = words[at - 1].features
                found = None if any(before[: len(tag)] == tag for tag in spared) else found
            if found is not None and self.not_before and _match(self.not_before, words, found[1]):
                found = None
            if found is not None:
                yield found[0]
                after = found[1]

    def streamed(self, words: Sequence[Word]) -> Iterator[list[Word | None]]:
        """The matches of textlint's matcher: a word that breaks off a match begins none, and what was
        left half matched goes on in the next text.
        """
        found: list[Word | None] = []
        size = len(self.tokens)
        for word in words:
            while len(found) < size:
                token = self.tokens[len(found)]
                if token.accepts(word):
                    found.append(word)
                    break
                if not token.optional:
                    found = []
                    break
                found.append(None)
            if len(found) == size:
                yield found
                found = []
        if found and all(token.optional for token in self.tokens[len(found) :]):
            yield [*found, *[None] * (size - len(found))]


def _match(
    tokens: tuple[Token, ...], words: Sequence[Word], at: int
) -> tuple[list[Word | None], int] | None:
    """The words from an index on that are as the tokens want, and the index after them."""
    found: list[Word | None] = []
    for token in tokens:
        spare = token.skip
        while spare and at < len(words) and not token.accepts(words[at]):
            at, spare = at + 1, spare - 1
        if at < len(words) and token.accepts(words[at]):
            found.append(words[at])
            at += 1
        elif token.optional:
            found.append(None)
        else:
            return None
    return found, at


def read_patterns(values: Sequence[Any]) -> tuple[WordPattern, ...]:
    """The patterns of a rule. Raises `OptionError` with the path to what is wrong."""
    return tuple(_pattern(value, [str(index)]) for index, value in enumerate(values))


def _pattern(value: dict[str, Any], path: list[str]) -> WordPattern:
    _refuse_unknown(value, _KEYS, path)
    tokens = _tokens(value, "tokens", path)
    at = value.get("at", "all")
    if at not in AT and not (isinstance(at, int) and 1 <= at <= len(tokens)):
        _fail(
            path,
            "`at` is all, first, last or the number of a token",
            "`at` は all・first・last か、トークンの番号です",
        )
    return WordPattern(
        tokens,
        _strings(value.get("needs")),
        tuple(tuple(tag.split(",")) for tag in _strings(value.get("not-after"))),
        _tokens(value, "not-before", path) if "not-before" in value else (),
        {"first": 1, "last": len(tokens)}.get(at, at),
        value.get("mark", ""),
        value.get("fix"),
        value.get("applicability", "unsafe") == "safe",
        value.get("key", ""),
        tuple(read_pattern(word, path) for word in _strings(value.get("except"))),
        int(value.get("least", 1)),
    )


def _tokens(value: dict[str, Any], key: str, path: list[str]) -> tuple[Token, ...]:
    tokens = value.get(key)
    if not isinstance(tokens, list) or not tokens or not all(isinstance(t, dict) for t in tokens):
        _fail(
            path,
            f"`{key}` must be a list of mappings",
            f"`{key}` は対応表のリストで指定してください",
        )
    return tuple(read_token(token, [*path, key]) for token in tokens)


def read_token(value: dict[str, Any], path: list[str]) -> Token:
    """What a rule wants of one word. Raises `OptionError` with the path to what is wrong."""
    _refuse_unknown(value, _TOKEN_KEYS, path)
    pattern = value.get("pattern")
    return Token(
        _strings(value.get("word")),
        None if pattern is None else read_pattern(pattern, path),
        tuple(tuple(tag.split(",")) for tag in _strings(value.get("tag"))),
        tuple((key, _strings(value[key])) for key in _FEATURES if key in value),
        bool(value.get("negate", False)),
        bool(value.get("optional", False)),
        int(value.get("skip", 0)),
    )


def _strings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def read_pattern(pattern: str, path: list[str]) -> re.Pattern[str]:
    """A regular expression of a rule. Raises `OptionError` where it cannot be read."""
    from lintpost.site.js_regex import PatternError, compile_js

    try:
        return compile_js(pattern, "").pattern
    except PatternError as error:
        _fail(
            path,
            f"`{pattern}` is not a regular expression: {error}",
            f"`{pattern}` は正規表現として読めません（{error}）",
        )


def _refuse_unknown(value: dict[str, Any], known: tuple[str, ...], path: list[str]) -> None:
    for key in value:
        if key not in known:
            raise OptionError(path, Text("unknown key", "知らないキーです"), str(key), known)


def _fail(path: list[str], en: str, ja: str) -> NoReturn:
    raise OptionError(["patterns", *path], Text(en, ja))
