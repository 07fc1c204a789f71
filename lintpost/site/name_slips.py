"""Words that are one typing error away from a name: ``Antropic``."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lintpost.post.lazy import lazy
from lintpost.site.fold import fold
from lintpost.site.look_alikes import FOREIGN_LETTERS, skeleton

LATIN_LENGTH, KANA_LENGTH = 6, 7
_FINAL_LENGTH = 8
"""Letters of a Latin name from which on a slip in its last letter is recognized."""
_SEEN_LENGTH = 4
# Names in look-alike letters begin as names do: with a capital, or with what is drawn like one. (The search
# for that letter is many times as fast as one that asks what stands before each.)
_SEEN = lazy(
    r"[0-9A-Zl\u0391-\u03a9\u0405-\u042f](?<![0-9A-Za-z\u0370-\u04ff].)[0-9A-Za-z\u0370-\u04ff]{3,}"
)
_DIGITS = lazy(r"[0-9]")
_KANA = lazy(r"[\u30A1-\u30FA\u30FC]+")


class NameSlips:
    """Finds the name that a word is a misspelling of: one letter is missing, added, changed or swapped
    with its neighbour (Damerau's four errors, 1964).

    A word is looked up by what remains after deleting one letter, as in SymSpell (Garbe, 2012), so
    the time does not grow with the dictionary. Results are cached by word.
    """

    __slots__ = (
        "_alike",
        "_by_rest",
        "_by_skeleton",
        "_known",
        "_patterns",
        "_seen",
        "small_letters",
    )

    def __init__(self, forms: Iterable[str], known: Iterable[str]) -> None:
        """`forms` are the right forms; `known` are folded words that are never misspellings."""
        forms = list(forms)
        self._known = set(known)
        self._by_skeleton = {
            skeleton(form): form
            for form in forms
            if len(form) >= _SEEN_LENGTH and form.isascii() and form.isalnum() and form[0].isupper()
        }
        self._seen: dict[str, str | None] = {}
        self._alike: dict[str, str | None] = {}
        self._by_rest: dict[str, list[str]] = {}
        long = [form for form in forms if is_long_enough(form)]
        self._patterns = _patterns(long)
        self.small_letters = sorted({form[0] for form in long if form[0].islower()})
        """The small letters that names begin with: a word that does may be a slip, of a capitalised name too."""
        for form in long:
            for rest in _rests(fold(form)):
                self._by_rest.setdefault(rest, []).append(form)

    def words(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The words of a text with the first letter of a name; a Latin one may also be a capital."""
        for pattern in self._patterns:
            yield from pattern.finditer(text, start, end)

    def look_alikes(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The words that look like a name and are spelled with other letters, with the name.

        A single Cyrillic or Greek letter in a Latin word is left to typography/look-alike.
        """
        alike = self._alike
        for match in _SEEN.finditer(text, start, end):
            word = match[0]
            if word not in alike:
                alike[word] = self._look_alike(word)
            name = alike[word]
            if name is not None:
                yield *match.span(), name

    def _look_alike(self, word: str) -> str | None:
        name = self._by_skeleton.get(skeleton(word))
        is_other = name != word and (word.isascii() or _has_two_foreign(word))
        return name if is_other else None

    def nearest(self, word: str) -> str | None:
        """The name that a word or phrase is a misspelling of; None if there is none, or for a right form."""
        if word not in self._seen:
            self._seen[word] = self._nearest(word)
        return self._seen[word]

    def _nearest(self, word: str) -> str | None:
        folded = fold(word)
        if folded in self._known or not is_long_enough(word, LATIN_LENGTH - 1):
            return None
        for rest in _rests(folded):
            for form in self._by_rest.get(rest, ()):
                if is_slip(folded, fold(form)):
                    return form
        return None


def is_long_enough(word: str, latin: int = LATIN_LENGTH) -> bool:
    """Whether a word is long enough to be recognized in spite of an error (in code points); `latin` is for
    Latin ones.
    """
    if word.isascii():
        return len(word) >= latin
    return len(word) >= KANA_LENGTH and _KANA.fullmatch(word) is not None


def _patterns(forms: list[str]) -> list[re.Pattern[str]]:
    """Patterns by first letters: two searches are several times as fast as one for any word."""
    latin = {char for form in forms if form.isascii() for char in (form[0], form[0].upper())}
    kana = {form[0] for form in forms if not form.isascii()}
    found = []
    if latin:
        found.append(rf"[{re.escape(''.join(sorted(latin)))}][A-Za-z0-9]{{{LATIN_LENGTH - 2},}}")
    if kana:
        found.append(rf"[{''.join(sorted(kana))}]{_KANA.pattern[:-1]}{{{KANA_LENGTH - 1},}}")
    return [re.compile(pattern) for pattern in found]


def _rests(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _has_two_foreign(word: str) -> bool:
    return any(
        left in FOREIGN_LETTERS and right in FOREIGN_LETTERS for left, right in pairwise(word)
    )


def is_slip(word: str, name: str) -> bool:
    """Whether a folded word is one error away from a folded name, with the same first letter, digits,
    and last letter; in a long Latin name the last letter may be left out or changed, too.
    """
    if word == name or word[0] != name[0] or abs(len(word) - len(name)) > 1:
        return False
    if _DIGITS.findall(word) != _DIGITS.findall(name):
        return False
    if word[-1] != name[-1]:
        return _is_slip_at_the_end(word, name)
    if len(word) == len(name):
        differing = [at for at in range(len(word)) if word[at] != name[at]]
        if len(differing) == 2:
            first, last = differing
            return last == first + 1 and word[first] == name[last] and word[last] == name[first]
        return len(differing) == 1
    long, short = (word, name) if len(word) > len(name) else (name, word)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _is_slip_at_the_end(word: str, name: str) -> bool:
    """Whether the last letter of a long Latin name is missing or another; a plural is no slip."""
    if len(name) < _FINAL_LENGTH or not (name.isascii() and name[-1].isalpha()):
        return False
    if "s" in (word[-1], name[-1]):
        return False
    return word == name[:-1] or (len(word) == len(name) and word[:-1] == name[:-1])
