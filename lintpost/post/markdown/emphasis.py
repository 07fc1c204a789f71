"""Bold as the author meant it.

In CommonMark the characters next to a run of ``*`` decide whether it can open or close emphasis
(https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run): a run next to punctuation needs
white space or punctuation on its other side. Japanese and Chinese have no space there, so
``これは**「重要」**です`` is rendered with its asterisks, and a later run may close what this one did
not open. kramdown only requires that there is no white space inside the marks, which is what an
author means.

The *shadow* of a text is the text with each letter that prevents such a run from pairing replaced
by a punctuation character of the same number of UTF-8 bytes. A CommonMark parser then pairs the
runs as meant; byte offsets and block structure are those of the text.
"""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

_ASCII_SPACE = " \t\n\r\f\v"
_SPOILERS = ("punctuation", "wide")
_PASSES = 4
"""Most rounds of `friendly_shadow`: a stand-in may change what the next run needs."""
_SYNTAX = frozenset("\\`_[]()<>!#&|~:")
# Stand-ins by their number of UTF-8 bytes.
_MARKS = {1: ",", 2: "\u00a7", 3: "\u3001", 4: "\U00010100"}
STAND_INS = frozenset(_MARKS.values())
_LETTERS = {1: "a", 2: "\u00e9", 3: "\u3042", 4: "\U00020000"}


class Bold(NamedTuple):
    """A bold span with its marks (`start`, `end`) and without (`inner_start`, `inner_end`).

    Code points into the whole file, half-open.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int


def shadow(text: str) -> str:
    """The text with stand-ins so that a CommonMark parser pairs bold as the author meant it."""
    replaced: dict[int, str] = {}
    while _spoilers(text, replaced):
        pass
    return _replaced(text, {at: _MARKS[len(char.encode())] for at, char in replaced.items()})


def friendly_shadow(text: str) -> str:
    """The text with stand-ins so that a CommonMark parser pairs bold by markdown-cjk-friendly's rules.

    By those rules (https://github.com/tats-u/markdown-cjk-friendly, specification.md) a run is
    flanking even if only one neighbour is punctuation, provided that either is a CJK character.
    """
    stand_ins: dict[int, str] = {}
    runs = [match.span() for match in re.finditer(r"\*+", text)]
    for _ in range(_PASSES):
        before = len(stand_ins)
        for start, end in runs:
            _make_flank(text, start, end, stand_ins)
        if len(stand_ins) == before:
            break
    return _replaced(text, stand_ins)


def _make_flank(text: str, start: int, end: int, stand_ins: dict[int, str]) -> None:
    """Add a stand-in for one neighbour of a run that is flanking by the friendly rules only.

    A character between two runs that already has a stand-in keeps it.
    """
    places = [at for at in (start - 1, end) if 0 <= at < len(text)]
    kinds = {kind_of(stand_ins.get(at, text[at])): at for at in places}
    if set(kinds) != {"letter", "punctuation"} or not any(_is_cjk(text[at]) for at in places):
        return
    mark, letter = kinds["punctuation"], kinds["letter"]
    free = _is_cjk(text[mark]) or text[mark] not in _SYNTAX
    beyond = text[mark - 1 : mark] if mark < start else text[mark + 1 : mark + 2]
    shared = beyond == "*" and not _is_cjk(text[mark])
    if mark not in stand_ins and free and not shared:
        stand_ins[mark] = _LETTERS[len(text[mark].encode())]
    elif letter not in stand_ins and _is_cjk(text[letter]):
        stand_ins[letter] = _MARKS[len(text[letter].encode())]


def _is_cjk(char: str) -> bool:
    """Whether a character is East Asian wide, full-width or half-width, and no emoji."""
    return east_asian_width(char) in "WFH" and not "\U0001f000" <= char <= "\U0001faff"


def _replaced(text: str, stand_ins: dict[int, str]) -> str:
    if not stand_ins:
        return text
    pieces = []
    last = 0
    for at in sorted(stand_ins):
        pieces += [text[last:at], stand_ins[at]]
        last = at + 1
    return "".join([*pieces, text[last:]])


def _spoilers(text: str, replaced: dict[int, str]) -> bool:
    """Add the letters that prevent a run from pairing to `replaced`; those in it count as punctuation.

    Returns whether another round is needed: replacing a single letter between two runs for one of
    them may prevent the other from pairing.
    """
    again = False
    size = len(text)
    start = text.find("**")
    while start >= 0:
        end = start + 2
        while end < size and text[end] == "*":
            end += 1
        before = kind_of(text[start - 1]) if start else "edge"
        after = kind_of(text[end]) if end < size else "edge"
        if replaced:
            before = "punctuation" if start - 1 in replaced else before
            after = "punctuation" if end in replaced else after
        # Wide white space is replaced too, and so is then the letter on the other side of the run.
        if before == "wide" or (before == "letter" and after in _SPOILERS):
            replaced[start - 1] = text[start - 1]
            again = again or text[start - 2 : start - 1] == "*"
        if after == "wide" or (after == "letter" and before in _SPOILERS):
            replaced[end] = text[end]
            again = again or text[end + 1 : end + 2] == "*"
        start = text.find("**", end)
    return again


@cache
def kind_of(char: str) -> str:
    """What a character is to CommonMark 0.31: ``letter``, ``punctuation`` (Unicode's categories P and
    S), ``wide`` or ``edge``.

    ``wide`` is white space beyond ASCII (U+3000), which only CommonMark counts as such, not kramdown.
    ``edge`` is ASCII white space and, as ``""``, the start and end of the text.
    """
    if char in _ASCII_SPACE:
        return "edge"
    if char.isspace():
        return "wide"
    return "punctuation" if category(char)[0] in "PS" else "letter"
