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
_MOST_JOINED = 64
_LONG = 8
"""Characters from which on a literal is rare, and counts no more than a longer one."""
_PLAIN = lazy("[A-Za-z0-9 ,':-]+")
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
    return _Reader(source, ignore_case, fold).alternatives().need


def ascii_small(text: str) -> str:
    """Lower ASCII letters, as `bytes.lower` does; offsets stay the same."""
    return text.translate(_SMALL)


def small(text: str) -> str:
    """A fold that is ten times as fast: letters small, width as it is; every character at its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_SMALL)


class _Found(NamedTuple):
    """What an expression, or a part of one, is about: `exact` are all texts that it can match, None for too
    many or unknown ones; `need` are literals of which every match contains one. `look`: it matches no text
    itself: ``=`` looks ahead, ``<=`` back, any other asks for nothing.
    """

    exact: _Words | None
    need: _Words | None
    look: str = ""


_UNKNOWN = _Found(None, None)
_NOTHING = _Found(None, None, "!")


class _Reader:
    """A recursive-descent parser of expressions; `alternatives` reads a group."""

    def __init__(self, source: str, ignore_case: bool, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._source = source
        self._ignore_case = ignore_case
        self._at = 0

    def alternatives(self) -> _Found:
        """The branches up to the closing bracket; a literal is needed only if all of them need one."""
        exact: _Words | None = ()
        need: _Words | None = ()
        while True:
            branch, more = self._branch()
            exact = None if exact is None or branch.exact is None else exact + branch.exact
            need = None if need is None or branch.need is None else need + branch.need
            if not more:
                return _Found(exact, need and tuple(dict.fromkeys(need)))

    def _branch(self) -> tuple[_Found, bool]:
        """One branch, and whether another follows."""
        choices: list[_Words] = []
        run: _Words = ("",)
        is_whole = True
        more = False
        while self._at < len(self._source):
            char = self._source[self._at]
            if char in "|)":
                self._at += 1
                more = char == "|"
                break
            if plain := self._plain():
                if len(run) > 1 and not all(map(str.isascii, run)):
                    choices.append(run)
                    run, is_whole = ("",), False
                run = tuple(text + plain for text in run)
                continue
            item = self._item()
            least = self._least()
            if item.look:
                run, is_whole = self._look(item, run, choices, is_whole)
                continue
            longer = _joined(run, item.exact, least)
            if longer is not None:
                run = longer
                continue
            is_whole = False
            choices.append(run)
            run = ("",)
            if least == "once" and item.exact is not None:
                run = item.exact
            elif least in ("once", "more") and item.need is not None:
                choices.append(item.need)
        if not choices and len(run) == 1:
            words = run if run[0] else None
            return _Found(run if is_whole else None, words), more
        return _Found(run if is_whole else None, _best([*choices, run])), more

    def _plain(self) -> str:
        """Letters and spaces that stand for themselves, each once; empty for none."""
        match = _PLAIN.match(self._source, self._at)
        text = match[0] if match is not None else ""
        end = self._at + len(text)
        if self._source[end : end + 1] in ("*", "+", "?", "{"):
            end -= 1
        text = self._source[self._at : end]
        self._at = end
        return self._fold(text)

    @staticmethod
    def _look(
        item: _Found, run: _Words, choices: list[_Words], is_whole: bool
    ) -> tuple[_Words, bool]:
        """The run behind a look at what stands beside it: that belongs to what is needed, not to the match."""
        if (
            item.look == "<="
            and run == ("",)
            and item.exact is not None
            and len(item.exact) <= _MOST_JOINED
        ):
            return item.exact, False
        ahead = _joined(run, item.exact, "once") if item.look == "=" else None
        if ahead is not None:
            choices.append(ahead)
        return run, is_whole

    def _item(self) -> _Found:
        """The next item: a character, a class or a group."""
        if self._source[self._at] == "(":
            return self._group()
        token = _TOKEN.match(self._source, self._at)
        assert token is not None
        self._at = token.end()
        if token["class"]:
            return self._members(token["class"][1:-1])
        if token["escape"]:
            if token["escape"] in "bB":
                return _NOTHING
            return _UNKNOWN if token["escape"].isalnum() else self._literal(token["escape"])
        char = token["char"]
        if char and char in "^$":
            return _NOTHING
        if not char or char == "." or (self._ignore_case and not self._is_stable(char)):
            return _UNKNOWN
        return self._literal(char)

    def _literal(self, char: str) -> _Found:
        words = (self._fold(char),)
        return _Found(words, words)

    def _members(self, text: str) -> _Found:
        """The characters of a class if there are few of them."""
        alike = {self._fold(char) for char in text}
        if len(alike) == 1 and text[0] not in "\\-^":
            return self._literal(text[0])
        if text[:1] == "^" or self._ignore_case:
            return _UNKNOWN
        if text.isascii() and text.isalpha():
            # A digit or a Latin letter is in every post, so that none is needed by itself.
            return _Found(tuple(sorted(alike)), None)
        found: set[str] = set()
        at = 0
        while at < len(text):
            member = _MEMBER.match(text, at)
            if member is None:
                return _UNKNOWN
            at = member.end()
            first, last = (_char(member[name]) for name in ("first", "last"))
            if first is None or first.isascii():
                return _UNKNOWN
            codes = range(ord(first), ord(last or first) + 1)
            if len(found) + len(codes) > _MOST_MEMBERS:
                return _UNKNOWN
            found |= {self._fold(chr(code)) for code in codes}
        words = tuple(sorted(found))
        return _Found(words, words) if words else _UNKNOWN

    def _is_stable(self, char: str) -> bool:
        """Whether folding makes both cases of a letter the same."""
        return len({self._fold(form) for form in (char, char.lower(), char.upper())}) == 1

    def _group(self) -> _Found:
        head = _GROUP.match(self._source, self._at)
        assert head is not None
        self._at = head.end()
        inner = self.alternatives()
        return inner._replace(look=head["look"].removeprefix("?")) if head["look"] else inner

    def _least(self) -> str:
        """Read a quantifier: how often its item occurs (``once``, ``maybe``, ``any`` number, or ``more``)."""
        token = _TOKEN.match(self._source, self._at)
        quantifier = token["quantifier"] if token is not None else None
        if not quantifier:
            return "once"
        self._at += len(quantifier)
        if quantifier[0] == "?":
            return "maybe"
        return "any" if quantifier[0] == "*" or quantifier.startswith("{0") else "more"


def _joined(run: _Words, exact: _Words | None, least: str) -> _Words | None:
    """Every text of a run with every one of the next item behind it; None for what ends the run.

    Japanese words are not put together: marks often stand between them.
    """
    if exact is None or least not in ("once", "maybe"):
        return None
    if least == "once" and len(run) == len(exact) == len(exact[0]) == 1:
        return (run[0] + exact[0],)
    ends = ("", *exact) if least == "maybe" else exact
    if len(run) * len(ends) > _MOST_JOINED or not all(map(str.isascii, (*run, *exact))):
        return None
    return tuple(dict.fromkeys(text + end for text in run for end in ends))


def _char(written: str | None) -> str | None:
    """A member of a class, written as a character or as ``\\uXXXX``."""
    if written is None or len(written) == 1:
        return written
    return chr(int(written[2:], 16))


def _best(choices: list[_Words]) -> _Words | None:
    """The literals that are the rarest: their shortest one is long, and they are few."""
    known = [_shortest(words) for words in choices if words and all(words)]
    usable = [words for words in known if not _is_common(words)]
    return max(
        usable, key=lambda words: (min(_LONG, min(map(len, words))), -len(words)), default=None
    )


def _shortest(words: _Words) -> _Words:
    """Those of some words that have no other one within."""
    found: list[str] = []
    for word in sorted(dict.fromkeys(words), key=len) if len(words) > 1 else words:
        if not any(shorter in word for shorter in found):
            found.append(word)
    return tuple(found)


def _is_common(words: _Words) -> bool:
    """Whether a single letter of several will do."""
    return len(words) > 1 and any(len(word) == 1 and word.isascii() for word in words)
