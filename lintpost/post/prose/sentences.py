"""The sentences of Japanese and English prose, as spans."""

import re
from string import ascii_letters

from lintpost.post.lazy import lazy

# A run of end marks ends a sentence; "." only before white space or the end, which spares 3.5,
# lintpost.yml and U.S.-style words. Closing brackets and quotation marks after it belong to it.
_END = lazy(r"(?:[。．！？!?…]+|\.(?=[\s」』）)\"”’]|$))[」』）)\]\"”’]*")
_OPEN = "「『（([｛{【〔《〈“"
_CLOSE = "」』）)]｝}】〕》〉”"
_BRACKET = lazy(f'["{re.escape(_OPEN + _CLOSE)}]')
# A period after these does not end a sentence: something always follows.
_PREPOSITIVE = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "mt",
        "gen",
        "rev",
        "sen",
        "rep",
        "gov",
        "capt",
        "lt",
        "sgt",
        "col",
        "hon",
        "no",
        "nos",
        "fig",
        "figs",
        "eq",
        "vol",
        "vs",
        "cf",
        "p",
        "pp",
        "ca",
        "e.g",
        "i.e",
        "viz",
        "approx",
    ]
)
# After these a sentence only ends if the next word clearly begins another.
_ABBREVIATIONS = frozenset(
    [
        "inc",
        "ltd",
        "co",
        "corp",
        "bros",
        "etc",
        "jr",
        "sr",
        "ph.d",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "e.u",
        "u.n",
        "u.s.a",
    ]
)
_STARTERS = frozenset(
    [
        "a",
        "an",
        "the",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "his",
        "her",
        "their",
        "our",
        "my",
        "there",
        "here",
        "what",
        "when",
        "where",
        "who",
        "why",
        "how",
        "did",
        "do",
        "does",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "can",
        "could",
        "will",
        "would",
        "should",
        "if",
        "but",
        "and",
        "so",
        "however",
        "in",
        "on",
        "at",
    ]
)
_NUMBERED = lazy(r"\s*#+\s+[0-9]+")
"""A numbered heading without a line of its own."""
_OF_WORD = frozenset(f"{ascii_letters}.")
_NEXT_WORD = lazy(r"\s*([A-Za-z']+)")
_EXCLAIMING = ("Yahoo", "Yum", "Jeopardy", "Mamma Mia", "Westward Ho")
"""Names that end in an exclamation mark."""


def sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Split one paragraph into sentences, without the white space around them.

    Spans are half-open, in code points, plus `start`. A mark inside brackets or quotation marks
    does not end a sentence, unless they are never closed.
    """
    found = []
    begin = 0
    open_ = _Open(text)
    for match in _END.finditer(text):
        end = match.end()
        if end <= begin or open_.is_inside(begin, match.start()):
            continue
        if match[0][0] == "." and not _is_full_stop(text, begin, match.start(), end):
            continue
        if match[0] == "!" and text.endswith(_EXCLAIMING, begin, match.start()):
            continue
        found.append((begin, end))
        begin = end
    if text[begin:].strip():
        found.append((begin, len(text)))
    spans = []
    for first, last in found:
        piece = text[first:last]
        lead = len(piece) - len(piece.lstrip())
        spans.append((start + first + lead, start + first + len(piece.rstrip())))
    return spans


def ends_sentence(text: str, begin: int, at: int) -> bool:
    """Whether the mark at `at` ends the sentence that begins at `begin`.

    A period does only before white space or the end, and not after an abbreviation or a number at
    the beginning of a line.
    """
    if text[at] == "!":
        return not text.endswith(_EXCLAIMING, begin, at)
    if text[at] != ".":
        return True
    if at + 1 < len(text) and not text[at + 1].isspace():
        return False
    return _is_full_stop(text, begin, at, at + 1, lower_follows=True)


class _Open:
    """Which brackets and straight double quotes of a paragraph are open; every place is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: dict[str, int] = {}
        self._begin = self._at = 0
        self._depth = self._quotes = 0

    def is_inside(self, begin: int, at: int) -> bool:
        """Whether an offset lies in brackets or quotes that opened at or behind `begin` and are closed
        later in the paragraph. To be asked in the order of the text.
        """
        if begin != self._begin:
            self._begin = self._at = begin
            self._depth = self._quotes = 0
        for match in _BRACKET.finditer(self._text, self._at, at):
            mark = match[0]
            if mark == '"':
                self._quotes += 1
            elif mark in _OPEN:
                self._depth += self._last_of(_CLOSE[_OPEN.index(mark)]) > match.start()
            elif self._depth:
                self._depth -= 1
        self._at = at
        return self._depth > 0 or (self._quotes % 2 == 1 and self._last_of('"') >= at)

    def _last_of(self, mark: str) -> int:
        if mark not in self._last:
            self._last[mark] = self._text.rfind(mark)
        return self._last[mark]


def _is_full_stop(
    text: str, begin: int, stop: int, end: int, *, lower_follows: bool = False
) -> bool:
    """Whether the period at `stop` is not that of an abbreviation, an initial or a list number."""
    if _is_number_alone(text, begin, stop) or _NUMBERED.fullmatch(text, begin, stop):
        return False
    following = _NEXT_WORD.match(text, end)
    goes_on = following is not None and following[1][0].islower()
    if goes_on and text[stop - 1 : stop].isascii() and not lower_follows:
        return False
    word = _last_word(text, begin, stop)
    if not word:
        return True
    plain = word.lower()
    if plain in _PREPOSITIVE:
        return False
    if plain in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
        starts = following is not None and following[1].lower() in _STARTERS
        return following is None or (starts and not following[1].islower())
    return True


def _is_number_alone(text: str, begin: int, stop: int) -> bool:
    """Whether the line that `stop` is on, or the sentence, has held nothing but a number until there."""
    last = at = _blank_before(text, begin, stop)
    while at > begin and text[at - 1].isdigit():
        at -= 1
    first = _blank_before(text, begin, at)
    return at < last and (first == begin or text[first - 1] == "\n")


def _blank_before(text: str, begin: int, at: int) -> int:
    """Where the white space before an offset begins, on the same line."""
    while at > begin and text[at - 1] != "\n" and text[at - 1].isspace():
        at -= 1
    return at


def _last_word(text: str, begin: int, stop: int) -> str:
    """The Latin word before an offset, periods in it included; empty for none."""
    at = stop
    while at > begin and text[at - 1] in _OF_WORD:
        at -= 1
    return text[at:stop].lstrip(".")
