"""The literals that every match of a regular expression contains one of.

These are the literal prefilters of Google Code Search and ripgrep (Cox, "Regular Expression Matching
with a Trigram Index", 2012), for the simple expressions of editorial dictionaries.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from lintpost.post.lazy import lazy

_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_FOLD = _WIDE | {
    code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)
} | {code: chr(code - 0xFEE0 + 32) for code in range(ord("Ａ"), ord("Ｚ") + 1)}  # fmt: skip
_SMALL = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_TOKEN = lazy(
    r"(?P<class>\[\^?(?:\\.|[^\]\\])*\])"
    r"|(?P<quantifier>[*+?]\??|\{[0-9]+(?:,[0-9]*)?\}\??)"
    r"|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<\w+>|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|(?P<escape>.))"
    r"|(?P<char>.)",
    re.DOTALL,
)
_MEMBER = lazy(
    r"(?P<first>\\u[0-9A-Fa-f]{4}|[^\\])(?:-(?P<last>\\u[0-9A-Fa-f]{4}|[^\\]))?", re.DOTALL
)
_MOST_MEMBERS = 100
_MOST_TEXTS = 30
"""Texts that a part of an expression is followed through; a part with more of them begins anew."""
_GROUP = lazy(r"\((?:\?:|\?<\w+>|(?P<look>\?<?[=!]))?")
_SPECIAL = frozenset("\\^$.|?*+()[]{}")
_RARE = 5
"""Letters from which on a word is hardly ever found."""
_Words = tuple[str, ...]
_NOTHING: _Words = ("",)


class _Item(NamedTuple):
    """A part of an expression. `words`: every match of it contains one of them. `exact`: they are all that it can match.
    `look`: how a lookaround begins. `rare`: the best words, where they are others.
    """

    words: _Words | None
    exact: bool = False
    look: str = ""
    rare: _Words | None = None


def folded(text: str) -> str:
    """Lower ASCII letters and narrow full-width ASCII; offsets stay the same."""
    return text.translate(_FOLD)


def required_words(
    source: str, ignore_case: bool = False, fold: Callable[[str], str] = folded
) -> _Words | None:
    """The literals, folded, of which every match of a JavaScript expression contains at least one.

    None if there are none, or the expression is too complex.
    """
    if not ignore_case and _SPECIAL.isdisjoint(source):
        return (fold(source),) if source else None
    item = _Reader(source, ignore_case, fold).alternatives()
    words = item.rare or item.words
    return _shortest(words) if words and all(words) else None


def ascii_small(text: str) -> str:
    """Lower ASCII letters, as `bytes.lower` does; offsets stay the same."""
    return text.translate(_SMALL)


def small(text: str) -> str:
    """A fold that is ten times as fast: letters small, width as it is; every character at its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_SMALL)


class _Reader:
    """A recursive-descent parser of expressions; `alternatives` reads a group."""

    def __init__(self, source: str, ignore_case: bool, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._source = source
        self._ignore_case = ignore_case
        self._at = 0

    def alternatives(self) -> _Item:
        """All branches up to the closing bracket; nothing is known if a branch has no literals."""
        words: list[str] = []
        rare: list[str] = []
        unknown, exact = False, True
        while True:
            branch, more = self._branch()
            unknown = unknown or branch.words is None
            exact = exact and branch.exact
            words += branch.words or ()
            rare += branch.rare or branch.words or ()
            if not more:
                if unknown:
                    return _Item(None)
                return _Item(tuple(dict.fromkeys(words)), exact, "", tuple(dict.fromkeys(rare)))

    def _branch(self) -> tuple[_Item, bool]:
        """The texts of one branch, or the best literals in it, and whether another branch follows."""
        choices: list[_Words] = []
        run, exact = _NOTHING, True
        fixed = ""  # what stands at the end of the run in each of its texts
        while self._at < len(self._source):
            char = self._source[self._at]
            if char in "|)":
                self._at += 1
                return _closed([*choices, (fixed,)], run, exact), char == "|"
            item = self._item()
            if item.look:
                exact = False
                run = _beside(item, run, choices)
                continue
            least = self._least()
            texts = item.words if item.exact and least in ("once", "maybe") else None
            if texts is not None and least == "maybe":
                texts = (*texts, "")
            if texts is not None and len(run) * len(texts) <= _MOST_TEXTS:
                run = _joined(run, texts)
                if len(texts) == 1:
                    fixed += texts[0]
                else:
                    choices.append((fixed,))
                    fixed = ""
                continue
            exact = False
            choices += (run, (fixed,))
            fixed = ""
            run = texts if texts is not None else _NOTHING
            if texts is None and item.words is not None and least in ("once", "more"):
                choices.append(item.rare or item.words)
        return _closed([*choices, (fixed,)], run, exact), False

    def _item(self) -> _Item:
        """The next item: a character, a class or a group."""
        if self._source[self._at] == "(":
            return self._group()
        token = _TOKEN.match(self._source, self._at)
        assert token is not None
        self._at = token.end()
        if token["class"]:
            members = self._members(token["class"][1:-1])
            return _Item(members, members is not None)
        if token["escape"]:
            plain = not token["escape"].isalnum()
            return _Item((self._fold(token["escape"]),), exact=True) if plain else _Item(None)
        char = token["char"]
        if not char or char in "^$." or (self._ignore_case and not self._is_stable(char)):
            return _Item(None)
        return _Item((self._fold(char),), exact=True)

    def _members(self, text: str) -> _Words | None:
        """The characters of a class if there are few of them, else None."""
        alike = {self._fold(char) for char in text}
        if len(alike) == 1 and text[0] not in "\\-^":
            return tuple(alike)
        if text[:1] == "^" or self._ignore_case:
            return None
        found: set[str] = set()
        at = 0
        while at < len(text):
            member = _MEMBER.match(text, at)
            if member is None:
                return None
            at = member.end()
            first, last = (_char(member[name]) for name in ("first", "last"))
            if first is None or first.isascii():  # a digit or a Latin letter is in every post
                return None
            codes = range(ord(first), ord(last or first) + 1)
            if len(found) + len(codes) > _MOST_MEMBERS:
                return None
            found |= {self._fold(chr(code)) for code in codes}
        return tuple(sorted(found)) or None

    def _is_stable(self, char: str) -> bool:
        """Whether folding makes both cases of a letter the same."""
        return len({self._fold(form) for form in (char, char.lower(), char.upper())}) == 1

    def _group(self) -> _Item:
        head = _GROUP.match(self._source, self._at)
        assert head is not None
        self._at = head.end()
        return self.alternatives()._replace(look=head["look"] or "")

    def _least(self) -> str:
        """Read a quantifier: how often its item occurs at least (``once``, ``maybe``, ``never`` needed, or ``more``)."""
        token = _TOKEN.match(self._source, self._at)
        quantifier = token["quantifier"] if token is not None else None
        if not quantifier:
            return "once"
        self._at += len(quantifier)
        if quantifier[0] == "?":
            return "maybe"
        return "never" if quantifier[0] == "*" or quantifier.startswith("{0") else "more"


def _char(written: str | None) -> str | None:
    """A member of a class, written as a character or as ``\\uXXXX``."""
    if written is None or len(written) == 1:
        return written
    return chr(int(written[2:], 16))


def _shortest(words: _Words) -> _Words:
    """The words that hold no other of them: whoever finds those finds all."""
    return tuple(word for word in words if not any(one != word and one in word for one in words))


def _joined(texts: _Words, more: _Words) -> _Words:
    return tuple(dict.fromkeys(one + other for one in texts for other in more))


def _beside(look: _Item, run: _Words, choices: list[_Words]) -> _Words:
    """The texts to go on with after a lookaround; what must follow is a choice of its own."""
    if not look.exact or look.words is None or "!" in look.look:
        return run
    if "<" in look.look:
        return look.words if run == _NOTHING else run
    if run != _NOTHING and len(run) * len(look.words) <= _MOST_TEXTS:
        choices.append(_joined(run, look.words))
    return run


def _closed(choices: list[_Words], run: _Words, exact: bool) -> _Item:
    best = _best([*choices, run])
    return _Item(run, exact, "", best) if exact else _Item(best)


def _best(choices: list[_Words]) -> _Words | None:
    """The literals of which the most frequent one is rare; of those that are rare enough the fewest."""
    known = [words for words in choices if words and all(words)]
    return max(known, key=_worth, default=None)


def _worth(words: _Words) -> tuple[int, int, int]:
    """How seldom a set of literals is found. A kanji counts as two letters."""
    rarest = min(len(word) + sum("\u4e00" <= char <= "\u9fff" for char in word) for word in words)
    return min(_RARE, rarest), -len(words), rarest
