"""Brackets and quotation marks without their partner."""

import re
from collections import Counter
from typing import NamedTuple

from lintpost.post.lazy import lazy

PAIRS = ["「」", "『』", "（）", "()", "［］", "[]", "｛｝", "【】", "〔〕", "《》", "〈〉", "“”"]
CLOSER = {pair[0]: pair[1] for pair in PAIRS}
OPENER = {pair[1]: pair[0] for pair in PAIRS}
_COMMON = [("「", "」"), ("（", "）"), ("(", ")"), ("『", "』"), ("【", "】"), ("“", "”")]
LOW, _HIGH = "„", "“”"
"""The German opening mark, and what closes it."""
CLOSER[LOW] = "“"
_LOW_IN_BYTES = LOW.encode()
_MARK = lazy(f"[{re.escape(''.join(PAIRS))}{LOW}]")
_END = r"\s*(?:[-+−]?(?:[\d.]+|[a-zA-Z]\w?|∞)|start|end|begin|from|to|low|high|min|max)\s*"
_INTERVAL = lazy(
    rf"(?<![0-9A-Za-z_)\]])(?:[\[(]{_END}[,，、]{_END}[\])]|\]{_END}[,，、]{_END}[\[\]])"
)
"""An interval, half-open or not: [0, 1), (a, b], ]0, 1]."""
_LABEL = lazy(
    r"(?:^|(?<=[\s：:、。]))(?:(?:[\u30a1-\u30fc\u4e00-\u9fff]{0,5}|その|Step ?)[0-9０-９]{1,3}|[①-⑳]|(?:例|注|図|表|案|問|答|方法|手順|その|付録|パターン|ケース)?\w)$",
    re.MULTILINE,
)
_EYES = lazy(r"[:;：；][-'^o]?$")
_FACE_ENDS = ' \u3000\n。、.”"」』'
"""What stands behind a face; nothing (the text's end) does, too."""
# A full-width bracket may meet an ASCII one: odd, but nothing is cut off.
_SAME = {"（": "(", "）": ")", "［": "[", "］": "]"}


class Unmatched(NamedTuple):
    """Offsets: marks without a partner, in order, and pairs of a full-width and an ASCII mark."""

    lone: list[int]
    mixed: list[tuple[int, int]]


def unmatched(text: str) -> Unmatched:
    """What does not close, or was never opened, in a text."""
    opened: list[int] = []
    waiting: Counter[str] = Counter()  # the kinds of `opened`, so that no search is in vain
    lone: list[int] = []
    mixed: list[tuple[int, int]] = []
    spared = {at for match in _INTERVAL.finditer(text) for at in (match.start(), match.end() - 1)}
    for match in _MARK.finditer(text):
        at, char = match.start(), match[0]
        if at in spared:
            continue
        closes_low = char in _HIGH and waiting[LOW] > 0  # “ does in German („so“)
        if char in CLOSER and not closes_low:
            if not _is_face(text, at):
                opened.append(at)
                waiting[_SAME.get(char, char)] += 1
            continue
        wanted = LOW if closes_low else _SAME.get(OPENER[char], OPENER[char])
        if not waiting[wanted]:
            if not _is_enumeration(text, at) and not _is_face(text, at):
                lone.append(at)
            continue
        skipped: list[int] = []
        while (kind := _SAME.get(text[opened[-1]], text[opened[-1]])) != wanted:
            waiting[kind] -= 1
            skipped.append(opened.pop())
        lone += skipped
        waiting[wanted] -= 1
        opener = opened.pop()
        if char not in (CLOSER[text[opener]], *_HIGH):
            mixed.append((opener, at))
    return Unmatched(_without_twins(text, sorted(lone + opened)), mixed)


class MarkCounts:
    """How many common marks there are in a text from an offset on."""

    def __init__(self, text: str, start: int) -> None:
        pairs = [(pair, text.count(pair[0], start), text.count(pair[1], start)) for pair in _COMMON]
        self._has_low = LOW in text
        self._pairs = [(pair[0].encode(), pair[1].encode()) for pair, *both in pairs if any(both)]
        self.are_even = not self._has_low and all(one == other for _, one, other in pairs)
        """Whether there are as many as their partners, and none of the odd kind: the text is not looked at closer."""

    def is_suspect(self, data: bytes, first: int, last: int) -> bool:
        """Whether some mark and its partner are not equally many in a part of the text (`data` in UTF-8)."""
        if self._has_low and data.find(_LOW_IN_BYTES, first, last) >= 0:
            return True
        part = data[first:last]
        return any(part.count(one) != part.count(other) for one, other in self._pairs)


def _without_twins(text: str, lone: list[int]) -> list[int]:
    """Without the marks of ”so”, which opens as it closes (Swedish, Finnish, and typed Japanese)."""
    closing = [at for at in lone if text[at] == "”"]
    if len(closing) % 2 or any(text[at] == "“" for at in lone):
        return lone
    return [at for at in lone if text[at] != "”"]


def _is_enumeration(text: str, at: int) -> bool:
    """``1)`` and ``a)`` at the start of a word, and a short label with a number (例1）)."""
    return text[at] in ")）" and _LABEL.search(text, max(0, at - 12), at) is not None


def _is_face(text: str, at: int) -> bool:
    """``:)``, ``;-)`` and ``:(`` before a space, a full stop or nothing."""
    if text[at] in ")）":
        return _EYES.search(text, max(0, at - 2), at) is not None
    after = text[at + 1 : at + 2]
    return (
        text[at] in "(（"
        and after in _FACE_ENDS
        and _EYES.search(text, max(0, at - 2), at) is not None
    )
