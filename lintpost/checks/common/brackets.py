"""Brackets and quotation marks without their partner."""

import re
from typing import NamedTuple

from lintpost.post.lazy import lazy

PAIRS = ["「」", "『』", "（）", "()", "［］", "[]", "｛｝", "【】", "〔〕", "《》", "〈〉", "“”"]
CLOSER = {pair[0]: pair[1] for pair in PAIRS}
OPENER = {pair[1]: pair[0] for pair in PAIRS}
_MARK = lazy(f"[{re.escape(''.join(PAIRS))}]")
# A full-width bracket may meet an ASCII one: odd, but nothing is cut off.
_SAME = {"（": "(", "）": ")", "［": "[", "］": "]"}


class Unmatched(NamedTuple):
    """Offsets: marks without a partner, in order, and pairs of a full-width and an ASCII mark."""

    lone: list[int]
    mixed: list[tuple[int, int]]


def unmatched(text: str) -> Unmatched:
    """What does not close, or was never opened, in a text."""
    opened: list[int] = []
    lone: list[int] = []
    mixed: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        at, char = match.start(), match[0]
        if char in CLOSER:
            opened.append(at)
        else:
            wanted = _SAME.get(OPENER[char], OPENER[char])
            for depth in range(len(opened) - 1, -1, -1):
                opener = text[opened[depth]]
                if _SAME.get(opener, opener) == wanted:
                    if CLOSER[opener] != char:
                        mixed.append((opened[depth], at))
                    lone += opened[depth + 1 :]
                    del opened[depth:]
                    break
            else:
                if not _is_enumeration(text, at) and not _is_face(text, at):
                    lone.append(at)
    return Unmatched(sorted(lone + opened), mixed)


def _is_enumeration(text: str, at: int) -> bool:
    """``1)`` and ``a)`` at the start of a word."""
    return (
        text[at] in ")）"
        and at > 0
        and text[at - 1].isalnum()
        and (at == 1 or text[at - 2] in " \u3000\n：:、。")
    )


def _is_face(text: str, at: int) -> bool:
    """``:)`` and ``;-)``."""
    return text[at] == ")" and text[max(0, at - 2) : at].strip().startswith((":", ";"))
