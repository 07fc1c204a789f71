"""The literals that every match of a regular expression contains one of.

These are the literal prefilters of Google Code Search and ripgrep (Cox, "Regular Expression Matching
with a Trigram Index", 2012), for the simple expressions of editorial dictionaries.
"""

import re
from collections.abc import Callable

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
_GROUP = lazy(r"\((?:\?:|\?<\w+>|(?P<look>\?<?[=!]))?")
_Words = tuple[str, ...]


def folded(text: str) -> str:
    """Lower ASCII letters and narrow full-width ASCII; offsets stay the same."""
    return text.translate(_FOLD)


def required_words(
    source: str, ignore_case: bool = False, fold: Callable[[str], str] = folded
) -> _Words | None:
    """The literals, folded, of which every match of a JavaScript expression contains at least one.

    None if there are none, or the expression is too complex.
    """
    return _Reader(source, ignore_case, fold).alternatives()


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

    def alternatives(self) -> _Words | None:
        """The literals of all branches up to the closing bracket; None if a branch has none."""
        words: list[str] = []
        unknown = False
        while True:
            branch, more = self._branch()
            unknown = unknown or branch is None
            words += branch or ()
            if not more:
                return None if unknown else tuple(dict.fromkeys(words))

    def _branch(self) -> tuple[_Words | None, bool]:
        """The best literals of one branch, and whether another branch follows."""
        choices: list[_Words] = []
        run = ""
        while self._at < len(self._source):
            char = self._source[self._at]
            if char in "|)":
                self._at += 1
                return _best([*choices, (run,)]), char == "|"
            item = self._item()
            least = self._least()
            if item is not None and len(item) == 1 and least == "once" and len(item[0]) == 1:
                run += item[0]
                continue
            choices.append((run,))
            run = ""
            if item is not None and least != "never":
                choices.append(item)
        return _best([*choices, (run,)]), False

    def _item(self) -> _Words | None:
        """The literals of the next item: a character or those of a group; None if unknown."""
        if self._source[self._at] == "(":
            return self._group()
        token = _TOKEN.match(self._source, self._at)
        assert token is not None
        self._at = token.end()
        if token["class"]:
            return self._members(token["class"][1:-1])
        if token["escape"]:
            return None if token["escape"].isalnum() else (self._fold(token["escape"]),)
        char = token["char"]
        if not char or char in "^$." or (self._ignore_case and not self._is_stable(char)):
            return None
        return (self._fold(char),)

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

    def _group(self) -> _Words | None:
        head = _GROUP.match(self._source, self._at)
        assert head is not None
        self._at = head.end()
        words = self.alternatives()
        return None if head["look"] else words

    def _least(self) -> str:
        """Read a quantifier: how often its item occurs at least (``once``, ``never`` needed, or ``more``)."""
        token = _TOKEN.match(self._source, self._at)
        quantifier = token["quantifier"] if token is not None else None
        if not quantifier:
            return "once"
        self._at += len(quantifier)
        return "never" if quantifier[0] in "*?" or quantifier.startswith("{0") else "more"


def _char(written: str | None) -> str | None:
    """A member of a class, written as a character or as ``\\uXXXX``."""
    if written is None or len(written) == 1:
        return written
    return chr(int(written[2:], 16))


def _best(choices: list[_Words]) -> _Words | None:
    """The literals whose shortest one is longest, because they are the rarest."""
    known = [words for words in choices if words and all(words)]
    return max(known, key=lambda words: min(map(len, words)), default=None)
