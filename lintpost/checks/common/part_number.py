"""The number that a title gives its post within a series: 第3回, その三, Part 3, (3), #3."""

from typing import NamedTuple

from lintpost.checks.common.sentences.sketch import bare
from lintpost.post.lazy import lazy

_KANJI = "一二三四五六七八九"
_NUMBER = rf"(?:[0-9０-９]{{1,3}}|[{_KANJI}]?十[{_KANJI}]?|[{_KANJI}])"
_PART = lazy(
    rf"(?i)第[ ]?(?P<of>{_NUMBER})[ ]?(?:回|部|話|弾|章)(?!目)"
    rf"|その[ ]?(?P<that>{_NUMBER})(?=[\s:：)）】」』|｜、。〜~\-－–—（(【「]|$)"
    r"|\b(?:part|pt\.?|vol\.?|volume|episode|ep\.?)[ ]?#?(?P<part>[0-9０-９]{1,3})(?![0-9０-９.,%])"
    r"|(?<![\w&/])[#＃](?P<hash>[0-9０-９]{1,3})(?![0-9０-９\w])"
    r"|[(（][ ]?(?P<round>[0-9０-９]{1,3})(?:[ ]?[/／][ ]?[0-9０-９]{1,3})?[ ]?[)）]"
)
"""Three digits at most: (2024) is a year."""
_DIGITS = {sign: number for number, sign in enumerate(_KANJI, 1)}
_SHORTEST = 3
"""Characters of a series' name: of less it says too little."""


class Part(NamedTuple):
    """A number, where it stands in the title, and the series: what stands before it, else what is behind it."""

    number: int
    start: int
    end: int
    series: str


def part_of(title: str) -> Part | None:
    """The part that a title names; None where it names none or several."""
    found = list(_PART.finditer(title))
    if len(found) != 1:
        return None
    (match,) = found
    before, behind = bare(title[: match.start()]), bare(title[match.end() :])
    if len(before) < _SHORTEST and len(behind) < _SHORTEST:
        return None
    series = before if len(before) >= _SHORTEST else f"{before}…{behind}"
    number = _number(next(text for text in match.groupdict().values() if text))
    return Part(number, match.start(), match.end(), f"{_kind(match.lastgroup)} {series}")


def _kind(group: str | None) -> str:
    """Numbers of one kind are one series: `第3回` of a thing is not its `(3)`."""
    return group or ""


def _number(text: str) -> int:
    if text[0] not in _DIGITS and text[0] != "十":
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
