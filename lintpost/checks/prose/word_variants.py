"""Two spellings of one word in a post (textlint's no-synonyms)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.common.sentences.quotations import quoted_in
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.markdown.body import LINK, QUOTE
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.literals import Literals
from lintpost.site.site import Site

_KATAKANA = "\u30a1-\u30fa\u30fc"


class Options(CheckOptions):
    """`groups`: words that mean the same, spellings of one word parted by spaces, different words by ``|``
    (``サーバ サーバー | server``). `prefer`: words that are always to be used. `allow`: words that are
    not looked at. `alphabet`, `numbers`, `words`: whether Latin, digits and different words may stand beside the others.
    """

    groups: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    alphabet: bool = True
    numbers: bool = True
    words: bool = True


class _Use(NamedTuple):
    scope: Scope
    piece: int
    start: int
    end: int
    text: str

    @property
    def span(self) -> tuple[int, int]:
        return self.scope.source(self.piece, self.start, self.end)


class _Words(NamedTuple):
    """The words of all groups: the number of the group, and of the word in it; the marks of each group."""

    of: dict[str, tuple[int, int]]
    marks: list[tuple[int, ...]]
    group_of: dict[int, int]
    """The group of a mark."""
    spellings: list[tuple[str, ...]]
    """The words of each group, in its order."""

    def of_groups(self, numbers: set[int]) -> list[str]:
        """The words of some groups."""
        return [word for number in numbers for word in self.spellings[number]]


_WORDS = MemoKey[_Words]("words of groups")
_Place = tuple[int, int, str]
"""Where a word stands, its length below zero, and the word."""


def prepare(options: Options, site: Site) -> None:
    """Let the words of the groups be looked for from the first post on."""
    _words(options.groups, site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first use of each later spelling, or at each use of one that is not preferred."""
    words = _words(options.groups, site)
    starts = site.literals.in_post(post)
    wanted = 1 if options.prefer else 2
    touched = {words.group_of[number] for number in starts.keys() & words.group_of.keys()}
    several = {number for number in touched if _different(starts, words.marks[number]) >= wanted}
    if not several:
        return
    groups: dict[int, dict[str, list[_Use]]] = {}
    scope = scope_of(post, "body")
    found = _found(scope.text, words.of_groups(several))
    standing = {place[2] for place in found}
    if not any(len(standing.intersection(words.spellings[one])) >= wanted for one in several):
        return
    # The other groups, too: 一つひとつ is no 一つ.
    found += _found(scope.text, _over(standing, words.of_groups(touched - several)))
    quoted = quoted_in(post, "body")
    piece = 0
    for start, word in _apart(found):
        end = start + len(word)
        while scope.spans[piece][1] < end:
            piece += 1
        if word not in options.allow and not quoted.holds_at(start):
            place = scope.source(piece, start, end)[0]
            if place >= post.markdown.start and post.markdown.flags_at(place) & (LINK | QUOTE):
                continue  # others' words, or the title of another's page
            use = _Use(scope, piece, start, end, word)
            groups.setdefault(words.of[word][0], {}).setdefault(word, []).append(use)
    for uses in groups.values():
        preferred = [
            word for word in options.prefer if words.of.get(word, (-1,))[0] in _numbers(uses, words)
        ]
        if preferred:
            yield from _unlike(uses, preferred[0], words, options)
        elif len(uses) > 1:
            yield from _mixed(uses, words, options)


def _numbers(uses: dict[str, list[_Use]], words: _Words) -> set[int]:
    return {words.of[word][0] for word in uses}


def _unlike(
    uses: dict[str, list[_Use]], wanted: str, words: _Words, options: Options
) -> Iterator[Hit]:
    for word, places in uses.items():
        if word != wanted and not _may_differ(word, wanted, words, options):
            for use in places:
                fix = None
                if use.scope.is_whole(use.piece, use.start, use.end):
                    fix = Fix("unsafe", (Edit(*use.span, wanted),))
                yield Hit(*use.span, "prefer", {"text": word, "name": wanted}, fix)


def _mixed(uses: dict[str, list[_Use]], words: _Words, options: Options) -> Iterator[Hit]:
    """The spellings after the first one, in the order of the text."""
    order = sorted(uses, key=lambda word: uses[word][0].start)
    first = order[0]
    for word in order[1:]:
        if not _may_differ(word, first, words, options):
            use, other = uses[word][0], uses[first][0]
            params = {
                "text": word,
                "name": first,
                "count": len(uses[word]),
                "others": len(uses[first]),
            }
            yield Hit(*use.span, "mixed", params, related=(Related(*other.span),))


def _may_differ(word: str, other: str, words: _Words, options: Options) -> bool:
    pair = (word, other)
    if any(text.isdigit() for text in pair):
        return options.numbers
    if any(text.isascii() and text.isalpha() for text in pair):
        return options.alphabet
    return options.words and words.of[word] != words.of[other]


def _different(starts: dict[int, list[int]], group: tuple[int, ...]) -> int:
    """How many words of a group may stand in a post. The group has the longer ones first: a word that
    begins where a longer one does (サーバ in サーバー) is not there.
    """
    count = 0
    taken: set[int] = set()
    for number in group:
        if number in starts:
            places = set(starts[number])
            if not places <= taken:
                count += 1
                taken |= places
    return count


def _words(groups: tuple[str, ...], site: Site) -> _Words:
    return site.memo.get_or_make(_WORDS, lambda: _read(groups, site.literals), groups)


def _read(groups: tuple[str, ...], literals: Literals) -> _Words:
    of: dict[str, tuple[int, int]] = {}
    numbers = []
    for number, group in enumerate(groups):
        for index, lexeme in enumerate(group.split("|")):
            of |= dict.fromkeys(lexeme.split(), (number, index))
        spellings = sorted(_spellings(group), key=len, reverse=True)
        numbers.append(literals.numbers(tuple(spellings)))
    group_of = {mark: number for number, group in enumerate(numbers) for mark in group}
    return _Words(of, numbers, group_of, [_spellings(group) for group in groups])


def _found(text: str, words: Iterable[str]) -> list[_Place]:
    """Where some words stand.

    To search for each word is several times as fast as one expression for all of them.
    """
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            if _bounded(word).match(text, at):
                found.append((at, -len(word), word))
            at = text.find(word, at + 1)
    return found


def _over(words: set[str], others: list[str]) -> list[str]:
    """Those of other words that may stand over the beginning of one of some words, or over that of such a word:
    they hold its first letter. Two words of katakana alone never overlap.
    """
    chosen: list[str] = []
    heads = {word[0] for word in words}
    mixed = {word[0] for word in words if not _is_katakana(word)}
    while True:
        more = [
            word for word in others if not (mixed if _is_katakana(word) else heads).isdisjoint(word)
        ]
        if not more:
            return chosen
        chosen += more
        others = [word for word in others if word not in more]
        heads.update(word[0] for word in more)
        mixed.update(word[0] for word in more if not _is_katakana(word))


def _apart(found: list[_Place]) -> Iterator[tuple[int, str]]:
    """Places and their words, in order; of two that overlap the earlier, then the longer."""
    taken = 0
    for at, minus_length, word in sorted(found):
        if at >= taken:
            yield at, word
            taken = at - minus_length


def _spellings(group: str) -> tuple[str, ...]:
    return tuple(group.replace("|", " ").split())


@cache
def _is_katakana(word: str) -> bool:
    return re.fullmatch(f"[{_KATAKANA}]+", word) is not None


@cache
def _bounded(word: str) -> re.Pattern[str]:
    """A word of katakana or Latin stands alone; another one matches as it is."""
    if _is_katakana(word):
        return re.compile(f"(?<![{_KATAKANA}]){word}(?![{_KATAKANA}])")
    if word.isascii():
        return re.compile(f"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])")
    return re.compile(re.escape(word))


CHECK = Check(
    name="word-variants",
    options=Options,
    messages={"mixed": ("count", "name", "others", "text"), "prefer": ("name", "text")},
    run=run,
    reads=("markdown",),
    changes=("text",),
    prepare=prepare,
)
