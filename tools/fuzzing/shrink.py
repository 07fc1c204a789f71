"""Makes a failing post smaller while it still fails in the same way."""

import re
from collections.abc import Callable

_MOST_TRIES = 400


def shrunk(text: str, fails: Callable[[str], bool]) -> str:
    """The text with lines, then words, then characters taken out as long as `fails` is true of it."""
    tries = _MOST_TRIES
    for pattern in (r"(?<=\n)", r"(?<=[\s。、])", r"(?<=(?s:.))"):
        pieces = [piece for piece in re.split(pattern, text) if piece]
        size = max(1, len(pieces) // 2)
        while size and tries > 0:
            at = 0
            while at < len(pieces) and tries > 0:
                tries -= 1
                less = pieces[:at] + pieces[at + size :]
                if fails("".join(less)):
                    pieces = less
                else:
                    at += size
            size //= 2
        text = "".join(pieces)
    return text
