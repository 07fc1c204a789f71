"""The phrases of all rules: one pass over a post says which of them can be there at all."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.common.span_set import SpanSet
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.literals import Literals, Occurrences
from lintpost.site.reach import reach
from lintpost.site.required import ascii_small, required_words
from lintpost.site.site import Site

_LOOK = 400
"""Bytes round about which a look at one place costs as much as if they were searched."""
_LETTERS = lazy(r"\[(?:\\.|[^\]\\])*\]|\\.", re.DOTALL)
"""The classes and the escapes of a pattern."""

_COMMON = frozenset(["、", "。", "の", "が", "と", "や"])
"""Words that stand in nearly every Japanese sentence: to look for them, as for spaces, costs more than to run what
needs them.
"""
_NEAR = 240
"""Bytes up to which a look about a word costs less than one at its lines."""

Match = tuple[int, int, re.Match[str]]
"""The number of the pattern and of the piece, and the match in the scope's text."""


_IS_JAPANESE = MemoKey[bool]("common words")
_POSSIBLE = MemoKey[tuple[int, ...]]("possible phrases")


class Phrases:
    """The patterns of one rule. A pattern is compiled, and runs, only where a word that it needs was found."""

    def __init__(
        self, literals: Literals, sources: tuple[str, ...], ignore_case: bool, whole_words: bool
    ) -> None:
        self._literals = literals
        self._sources = [_bounded(source) if whole_words else source for source in sources]
        self._flags = "mi" if ignore_case else "m"
        self._patterns: dict[int, re.Pattern[str]] = {}
        self._ends: dict[int, bool] = {}
        self._reaches: dict[int, int] = {}
        self._needs: list[tuple[int, ...] | None] = []
        self._common: list[int] = []
        self._free: list[int] = []
        self._users: dict[int, set[int]] = {}
        for number, source in enumerate(self._sources):
            words = _needed(literals, source, ignore_case)
            if not words or " " in words:
                self._free.append(number)
                self._needs.append(None)
                continue
            rare = tuple(word for word in words if word not in _COMMON)
            need = literals.numbers(rare)
            if len(rare) < len(words):
                self._common.append(number)
            self._needs.append(need if rare == words else None)
            for word in need:
                self._users.setdefault(word, set()).add(number)

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._patterns:
            from lintpost.site.js_regex import compile_js

            self._patterns[number] = compile_js(self._sources[number], self._flags).pattern
        return self._patterns[number]

    def may_match(self, post: Post) -> bool:
        """Whether any of the patterns could match in a post at all."""
        return bool(self._possible(post))

    def may_match_each(self, post: Post) -> bool:
        """Whether every one of the patterns could match in a post."""
        return len(self._possible(post)) == len(self._needs)

    def _possible(self, post: Post) -> tuple[int, ...]:
        """The patterns that could match in a post, found once."""
        return post.memo.get_or_make(_POSSIBLE, lambda: self._find_possible(post), self)

    def _find_possible(self, post: Post) -> tuple[int, ...]:
        occurrences = self._literals.in_post(post)
        numbers = set(self._free)
        if self._common and _is_common_in(post):
            numbers.update(self._common)
        for word in self._users.keys() & occurrences.keys():
            numbers |= self._users[word]
        return tuple(n for n in sorted(numbers) if self._may(n, post, occurrences))

    def _may(self, number: int, post: Post, occurrences: Occurrences) -> bool:
        """Whether a pattern matches about one of its words, as the source stands.

        To look there costs less than to make a scope. The beginning of a piece may be anywhere.
        """
        need = self._needs[number]
        if need is None:
            return True
        starts = [start for word in need for start in occurrences.get(word, ())]
        if len(starts) * _LOOK > len(post.source.data):
            return True
        if self._asks_for_end(number):
            return True  # where a piece of a scope ends the source may go on
        loose = self._loose(number)
        data = post.source.data
        wide = self._reach(number)
        if wide <= _NEAR:
            around = (data[max(0, at - wide) : at + wide].decode(errors="ignore") for at in starts)
            return any(map(loose.search, around))
        after = -1
        for start in sorted(starts):
            if start < after:
                continue
            line = data.rfind(b"\n", 0, max(0, data.rfind(b"\n", 0, start))) + 1
            end = data.find(b"\n", start)
            after = data.find(b"\n", end + 1) if end >= 0 else -1
            after = len(data) if after < 0 else after
            if loose.search(data[line:after].decode()):
                return True
        return False

    def _asks_for_end(self, number: int) -> bool:
        """Whether a pattern has a line end or a ``$`` that is none of its letters."""
        if number not in self._ends:
            bare = _LETTERS.sub("", self._sources[number])
            self._ends[number] = "$" in bare or "\\n" in self._sources[number]
        return self._ends[number]

    def _reach(self, number: int) -> int:
        """The bytes about a word of a pattern that decide whether it matches there."""
        if number not in self._reaches:
            self._reaches[number] = (reach(self._sources[number]) + 1) * 4
        return self._reaches[number]

    def _loose(self, number: int) -> re.Pattern[str]:
        """A pattern that does not ask where a piece begins."""
        if "^" not in self._sources[number]:
            return self._pattern(number)
        key = -1 - number
        if key not in self._patterns:
            from lintpost.site.js_regex import compile_js

            source = re.sub(r"(?<![\[\\])\^", "", self._sources[number])
            self._patterns[key] = compile_js(source, self._flags).pattern
        return self._patterns[key]

    def count(self, text: str) -> int:
        """Matches in a text, overlaps counted twice."""
        return sum(len(self._pattern(n).findall(text)) for n in range(len(self._needs)))

    def matches(self, post: Post, scope: str) -> Iterator[Match]:
        """Every match in a scope, pattern by pattern."""
        possible = self._possible(post)
        if not possible:
            return
        found = scope_of(post, scope)
        starts = [span[0] for span in found.spans]
        for number in possible:
            for piece, match in in_pieces(self._pattern(number), found, starts):
                if match[0]:
                    yield number, piece, match


def _is_common_in(post: Post) -> bool:
    """Whether a post holds any of the common words."""
    return post.memo.get_or_make(_IS_JAPANESE, lambda: any(map(post.text.__contains__, _COMMON)))


def in_pieces(
    pattern: re.Pattern[str], scope: Scope, starts: list[int]
) -> Iterator[tuple[int, re.Match[str]]]:
    """The matches of each piece of a scope as if it stood alone; `starts` are where the pieces start.

    All pieces are searched at one go, until a match runs over the end of one: few patterns have any.
    """
    after = 0
    for match in pattern.finditer(scope.text):
        piece = bisect_right(starts, match.start()) - 1
        if match.end() > scope.spans[piece][1]:
            break
        after = match.end()
        yield piece, match
    else:
        return
    for alone in range(piece, len(starts)):
        start, end = scope.spans[alone]
        for match in pattern.finditer(scope.text, max(after, start), end):
            yield alone, match


def apart(matches: Iterable[Match]) -> list[Match]:
    """The matches in order; of two that overlap the earlier one, and of two at one place the longer."""
    found: list[Match] = []
    for one in sorted(matches, key=lambda one: (one[2].start(), -one[2].end())):
        if not found or one[2].start() >= found[-1][2].end():
            found.append(one)
    return found


def filled(template: str, match: re.Match[str]) -> str:
    """A text with the groups of a match in it, ``$1`` or ``$name``; an unknown one stays as it is."""
    named = match.groupdict("")

    def group(reference: re.Match[str]) -> str:
        word = reference[1]
        if word.isdigit():
            return (match[int(word)] or "") if int(word) <= match.re.groups else reference[0]
        return named.get(word, reference[0])

    return re.sub(r"\$([0-9]|[A-Za-z_]\w*)", group, template)


_PHRASES = MemoKey[Phrases]("phrases")


def phrases(site: Site, sources: tuple[str, ...], ignore_case: bool, whole_words: bool) -> Phrases:
    """The patterns of a rule, made once for each site."""
    return site.memo.get_or_make(
        _PHRASES,
        lambda: Phrases(site.literals, sources, ignore_case, whole_words),
        sources, ignore_case, whole_words,
    )  # fmt: skip


def _needed(literals: Literals, source: str, ignore_case: bool) -> tuple[str, ...] | None:
    key = f"{'i' if ignore_case else ''}/{source}"
    if key not in literals.needed:
        literals.needed[key] = required_words(source, ignore_case, ascii_small)
    return literals.needed[key]


_OPENS = ("(", "[", "\\", ".")
_ENDS = (")", "]", "}", "?", "*", "+", ".")
"""What a pattern begins or ends with where only a match tells whether that is a Latin letter."""


def _bounded(source: str) -> str:
    """A pattern whose matches do not begin or end inside a Latin word; Japanese has no word boundaries."""
    first, last = source[:1], source[-1:]
    left = right = ""
    if first.isascii() and first.isalnum():
        left = r"(?<![0-9A-Za-z])"
    elif first in _OPENS and not source.startswith("\\b"):
        left = r"(?<![0-9A-Za-z](?=[0-9A-Za-z]))"
    if last.isascii() and last.isalnum():
        right = r"(?![0-9A-Za-z])"
    elif last in _ENDS and not source.endswith("\\b"):
        right = r"(?!(?<=[0-9A-Za-z])[0-9A-Za-z])"
    return f"{left}(?:{source}){right}" if left or right else source


def spared_spans(
    post: Post, site: Site, scope: str, exceptions: tuple[str, ...], ignore_case: bool
) -> SpanSet:
    """The places of a scope that a rule's `exceptions` match."""
    if not exceptions:
        return SpanSet([])
    matches = phrases(site, exceptions, ignore_case, False).matches(post, scope)
    return SpanSet([match.span() for _, _, match in matches])
