"""Phrases that are a name with spaces or hyphens in odd places, or with one word that is another."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.site.name_slips import is_slip

_WORD = lazy(r"[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*")
_JOINTS = lazy(r"[ \-]")
_JOINED_LENGTH, _WORD_LENGTH, _STEM_LENGTH = 5, 5, 6
_LONGEST_ENDING = 4
_MOST_WORDS = 4
_PLURALS = ("s", "es")


class Phrase(NamedTuple):
    """A phrase of a text (half-open, code points) that a name was meant by. `odd` is the word that is not
    the name's; "" where only spaces and hyphens differ. `is_one_slip`: it is one typing error away from
    that word, and not just another ending of it.
    """

    start: int
    end: int
    name: str
    odd: str = ""
    is_one_slip: bool = False


class NamePhrases:
    """Finds such phrases. The time depends on the text and hardly on the number of names."""

    __slots__ = ("_by_rest", "_by_run", "_forms", "_joined", "_runs", "_starts", "_words")

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = frozenset(forms)
        self._joined: dict[str, str] = {}
        self._by_run: dict[str, list[Phrase]] = {}
        self._starts: set[str] = set()
        self._by_rest: dict[tuple[int, tuple[str, ...]], list[tuple[str, str]]] = {}
        self._words: set[str] = set()
        for form in sorted(self._forms):
            if form.isascii():
                self._add(form)
        self._runs = _runs(later_words(self._forms))

    def _add(self, form: str) -> None:
        joined = _JOINTS.sub("", form).lower()
        if len(joined) >= _JOINED_LENGTH and joined.isalnum():
            self._joined.setdefault(joined, form)
            self._starts.update(joined[:end] for end in range(1, len(joined)))
        words = form.split(" ")
        if not 2 <= len(words) <= _MOST_WORDS:
            return
        lower = [word.lower() for word in words]
        for at, word in enumerate(words):
            if len(word) >= _WORD_LENGTH and word.isalpha():
                rest = (at, (*lower[:at], *lower[at + 1 :]))
                self._by_rest.setdefault(rest, []).append((form, word))
                self._words.update(rest[1])

    def find(self, text: str, start: int, end: int) -> Iterator[Phrase]:
        """Every such phrase between two offsets. Those that names/spacing reports are among them."""
        for run in self._runs.finditer(text, start, end):
            written = run[0]
            if written not in self._by_run:
                words = list(_WORD.finditer(written))
                found = self._in_run(written, words)
                self._by_run[written] = [
                    phrase
                    for phrase in found
                    if written[phrase.start : phrase.end] not in self._forms
                ]
            at = run.start()
            for phrase in self._by_run[written]:
                yield phrase._replace(start=phrase.start + at, end=phrase.end + at)

    def _in_run(self, text: str, run: list[re.Match[str]]) -> Iterator[Phrase]:
        lower = [word[0].lower() for word in run]
        for first, word in enumerate(run):
            joined = lower[first]
            for last in range(first + 1, min(len(run), first + _MOST_WORDS)):
                if joined is not None and joined in self._starts and not run[last][0][0].islower():
                    joined += lower[last]
                    if joined in self._joined and not word[0][0].islower():
                        yield Phrase(word.start(), run[last].end(), self._joined[joined])
                else:
                    joined = ""
                if lower[first] in self._words or lower[last] in self._words:
                    yield from self._with_odd_word(text, run[first : last + 1])

    def _with_odd_word(self, text: str, words: list[re.Match[str]]) -> Iterator[Phrase]:
        start, end = words[0].start(), words[-1].end()
        if text.count(" ", start, end) != len(words) - 1:
            return
        lower = [word[0].lower() for word in words]
        for at, written in enumerate(words):
            rest = (at, (*lower[:at], *lower[at + 1 :]))
            for form, word in self._by_rest.get(rest, ()):
                is_name_like = written[0][0].isupper() or word[0].islower()
                if not is_name_like:
                    continue
                if is_slip(lower[at], word.lower()):
                    yield Phrase(start, end, form, written[0], True)
                elif is_another_ending(lower[at], word.lower()):
                    yield Phrase(start, end, form, written[0])


def later_words(forms: Iterable[str]) -> set[str]:
    """The Latin words behind the first of any form, in lower case."""
    later = {word.lower() for form in forms for word in form.split(" ")[1:]}
    return {word for word in later if word.isascii() and word.isalnum()}


def _runs(later: Iterable[str]) -> re.Pattern[str]:
    """The pattern of two words and more that begin with a capital or digit; behind the first may stand `later`
    in small letters, too. Most of a text has no such run, and costs no more than this search.
    """
    small = "|".join(sorted(map(re.escape, later), key=len, reverse=True))
    word = r"[0-9A-Za-z]*(?:\.[0-9A-Za-z]+)*"
    return re.compile(
        rf"[0-9A-Z](?<![0-9A-Za-z].){word}(?:[ \-](?:[0-9A-Z]{word}|(?:{small or '(?!)'})(?![0-9A-Za-z])))+"
    )


def is_another_ending(word: str, other: str) -> bool:
    """Whether two words have one stem: Constitution and Constitutional. A plural is no slip."""
    short, long = sorted((word, other), key=len)
    ending = long[len(short) :]
    if len(short) < _STEM_LENGTH or not long.startswith(short) or ending in _PLURALS:
        return False
    return 0 < len(ending) <= _LONGEST_ENDING
