"""Bold as the author meant it.

CommonMark lets a run of ``*`` open or close emphasis by the characters beside it
(https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run): next to punctuation it needs
white space or more punctuation on its other side. Japanese and Chinese put no space there, so
``これは**「重要」**です`` stays as asterisks, and a later run may close what it never opened. kramdown asks
only that no white space stands inside the marks, which is what an author means.

The *shadow* of a text is the text with every letter that spoils a run this way replaced by a
punctuation mark of the same number of UTF-8 bytes. A CommonMark parser then pairs the runs as
meant, every byte offset stays true and the block structure is still the parser's own.
"""

import re
from typing import NamedTuple
from unicodedata import category, east_asian_width

_ASCII_SPACE = " \t\n\r\f\v"
_SPOILERS = ("punctuation", "wide")
_PASSES = 4
_SYNTAX = frozenset("\\`_[]()<>!#&|~:")
# Stand-ins by the number of their UTF-8 bytes.
_MARKS = {1: ",", 2: "\u00a7", 3: "\u3001", 4: "\U00010100"}
STAND_INS = frozenset(_MARKS.values())
_LETTERS = {1: "a", 2: "\u00e9", 3: "\u3042", 4: "\U00020000"}


class Bold(NamedTuple):
    """A bold span: with its marks (`start`, `end`) and without (`inner_start`, `inner_end`).

    Code points into the whole file, half-open.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int


def shadow(text: str) -> str:
    """The text that a CommonMark parser pairs as its author meant; the text itself when equal."""
    replaced: dict[int, str] = {}
    while _spoilers(text, replaced):
        pass
    return _replaced(text, {at: _MARKS[len(char.encode())] for at, char in replaced.items()})


def friendly_shadow(text: str) -> str:
    """The text that a CommonMark parser pairs as one with markdown-cjk-friendly's rules does.

    Those rules (github.com/tats-u/markdown-cjk-friendly, specification.md) let a run flank where one
    neighbour is punctuation and the other is not, if either of the two is a CJK character.
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
    """Give one neighbour of a run a stand-in where CommonMark would not let it flank and the friendly
    rules do. A character between two runs that has one already keeps it.
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
    """East Asian wide, full-width and half-width characters, emoji left out."""
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
    """Add the letters that spoil a run to `replaced`, which count as punctuation already.

    Returns whether to look again: a letter that stands alone between two runs, replaced for the
    sake of one, may spoil the other.
    """
    again = False
    size = len(text)
    start = text.find("**")
    while start >= 0:
        end = start + 2
        while end < size and text[end] == "*":
            end += 1
        before = _KIND[text[start - 1]] if start else "edge"
        after = _KIND[text[end]] if end < size else "edge"
        if replaced:
            before = "punctuation" if start - 1 in replaced else before
            after = "punctuation" if end in replaced else after
        # Wide white space becomes punctuation, and spoils the letter across from it as well.
        if before == "wide" or (before == "letter" and after in _SPOILERS):
            replaced[start - 1] = text[start - 1]
            again = again or text[start - 2 : start - 1] == "*"
        if after == "wide" or (after == "letter" and before in _SPOILERS):
            replaced[end] = text[end]
            again = again or text[end + 1 : end + 2] == "*"
        start = text.find("**", end)
    return again


class _Kinds(dict[str, str]):
    """What a character is to CommonMark 0.31, whose punctuation is Unicode's categories P and S.

    To kramdown white space is ASCII; to CommonMark U+3000 and its like are as well: ``wide``.
    """

    def __missing__(self, char: str) -> str:
        if char in _ASCII_SPACE:
            kind = "edge"
        elif char.isspace():
            kind = "wide"
        else:
            kind = "punctuation" if category(char)[0] in "PS" else "letter"
        self[char] = kind
        return kind


_KIND = _Kinds()


def kind_of(char: str) -> str:
    """``letter``, ``punctuation``, ``wide`` (white space that is not ASCII), or ``edge``.

    Edges are ASCII white space and the ends of the text (``""``).
    """
    return _KIND[char]
