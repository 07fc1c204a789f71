"""The sentences of Japanese and English prose, as spans."""

import re

from lintpost.post.lazy import lazy

# A run of end marks ends a sentence; "." only before white space or the end, which spares 3.5,
# lintpost.yml and U.S.-style words. Closing brackets and quotation marks after it belong to it.
_END = lazy(r"(?:[。．！？!?…]+|\.(?=[\s」』）)\"”’]|$))[」』）)\]\"”’]*")
_OPEN = "「『（([｛{【〔《〈“"
_CLOSE = "」』）)]｝}】〕》〉”"
_BRACKET = lazy(f"[{re.escape(_OPEN + _CLOSE)}]")
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
_LAST_WORD = lazy(r"[A-Za-z][A-Za-z.]*\Z")
_NEXT_WORD = lazy(r"\s*([A-Za-z']+)")
_EXCLAIMING = lazy(r"(?:Yahoo|Yum|Jeopardy|Mamma Mia|Westward Ho)\Z")
"""Names that end in an exclamation mark."""


def sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Split one paragraph into sentences, without the white space around them.

    Spans are half-open, in code points, plus `start`. A mark inside brackets or quotation marks
    does not end a sentence, unless they are never closed.
    """
    found = []
    begin = 0
    for match in _END.finditer(text):
        end = match.end()
        if (
            end <= begin
            or _depth(text, begin, match.start()) > 0
            or _is_quoted(text, begin, match.start())
        ):
            continue
        if match[0][0] == "." and not _is_full_stop(text, begin, match.start(), end):
            continue
        if match[0] == "!" and _EXCLAIMING.search(text, begin, match.start()):
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
        return not _EXCLAIMING.search(text, begin, at)
    if text[at] != ".":
        return True
    if at + 1 < len(text) and not text[at + 1].isspace():
        return False
    return _is_full_stop(text, begin, at, at + 1, lower_follows=True)


def _depth(text: str, begin: int, end: int) -> int:
    """The number of brackets open at `end` that are closed later in the paragraph."""
    depth = 0
    for match in _BRACKET.finditer(text, begin, end):
        if match[0] in _OPEN:
            closer = _CLOSE[_OPEN.index(match[0])]
            depth += text.find(closer, match.end()) >= 0
        elif depth:
            depth -= 1
    return depth


def _is_quoted(text: str, begin: int, end: int) -> bool:
    """Whether a straight double quote is open at `end` and closed later."""
    return text.count('"', begin, end) % 2 == 1 and '"' in text[end:]


def _is_full_stop(
    text: str, begin: int, stop: int, end: int, *, lower_follows: bool = False
) -> bool:
    """Whether the period at `stop` is not that of an abbreviation, an initial or a list number."""
    line = max(begin, text.rfind("\n", begin, stop) + 1)
    if text[line:stop].strip().isdigit() or _NUMBERED.fullmatch(text, begin, stop):
        return False
    following = _NEXT_WORD.match(text, end)
    goes_on = following is not None and following[1][0].islower()
    if goes_on and text[stop - 1 : stop].isascii() and not lower_follows:
        return False
    word = _LAST_WORD.search(text, begin, stop)
    if word is None:
        return True
    plain = word[0].lower()
    if plain in _PREPOSITIVE:
        return False
    if plain in _ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper()):
        starts = following is not None and following[1].lower() in _STARTERS
        return following is None or (starts and not following[1].islower())
    return True
