"""Sentences of Japanese and English prose, as spans."""

import re

# A run of sentence marks ends a sentence; "." only before white space or the end, so that 3.5,
# lintpost.yml and U.S.-style words hold together. Closing marks that follow belong to it.
_END = re.compile(r"(?:[。．！？!?…]+|\.(?=[\s」』）)\"”’]|$))[」』）)\]\"”’]*")
_OPEN = "「『（([｛{【〔《〈“"
_CLOSE = "」』）)]｝}】〕》〉”"
_BRACKET = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Prof|Inc|Ltd|Co|Corp|vs|etc|e\.g|i\.e|No)\.$")


def sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Split one paragraph; spans are code points from `start`, white space around them left out.

    A mark inside brackets or quotes does not end the sentence; brackets that never close are
    passed over.
    """
    found = []
    begin = 0
    for match in _END.finditer(text):
        end = match.end()
        if end <= begin or _depth(text, begin, match.start()) > 0:
            continue
        if match[0] == "." and _ABBREVIATION.search(text, begin, end):
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


def _depth(text: str, begin: int, end: int) -> int:
    """Brackets open at `end` that are closed again later in the paragraph."""
    depth = 0
    for match in _BRACKET.finditer(text, begin, end):
        if match[0] in _OPEN:
            closer = _CLOSE[_OPEN.index(match[0])]
            depth += text.find(closer, match.end()) >= 0
        elif depth:
            depth -= 1
    return depth
