"""How far a match of a regular expression reaches."""

import re

from lintpost.post.lazy import lazy

# An item is a class, an escape or a character: one character wide, but for references to groups.
_ITEM = lazy(
    r"\[\^?(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|[^k1-9])|[^\\]",
    re.DOTALL,
)
_QUANTIFIER = lazy(r"(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??")
_OPENS = lazy(r"\((?:\?:|\?<?[=!]|\?<\w+>)?")
ENDLESS = 1 << 30


def reach(source: str) -> int:
    """The most characters, before and behind any character of a match, that decide on it: those of the match
    and of what its lookarounds look at, together. `ENDLESS` or more where there is no bound.

    `source` is a JavaScript expression that can be compiled.
    """
    return _alternatives(source, 0)[0]


def _alternatives(source: str, at: int) -> tuple[int, int]:
    """The reach of a group's content from an offset on, and the offset behind its closing bracket."""
    most = width = 0
    while at < len(source):
        if source[at] in "|)":
            most, width = max(most, width), 0
            at += 1
            if source[at - 1] == ")":
                break
            continue
        opens = _OPENS.match(source, at)
        if opens:
            wide, at = _alternatives(source, opens.end())
        else:
            item = _ITEM.match(source, at)
            wide, at = (1, item.end()) if item else (ENDLESS, at + 1)
        quantifier = _QUANTIFIER.match(source, at)
        if quantifier:
            at = quantifier.end()
            wide *= _times(quantifier[0])
        width += wide
    return max(most, width), at


def _times(quantifier: str) -> int:
    """How often an item may stand at most."""
    if quantifier[0] == "?":
        return 1
    bounds = quantifier.strip("{}?").split(",")
    return int(bounds[-1]) if bounds[-1].isdigit() else ENDLESS
