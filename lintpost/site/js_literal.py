"""``/…/``: how a dictionary says that a word is a regular expression."""

import re
from typing import NamedTuple

from lintpost.post.lazy import lazy

_LITERAL = lazy(r"/(.+)/([a-z]*)", re.DOTALL)


class Literal(NamedTuple):
    """What stands between the slashes, and the flags behind them."""

    source: str
    flags: str


def parse_literal(text: str) -> Literal | None:
    """``/source/flags`` taken apart; None where a text is no such thing."""
    match = _LITERAL.fullmatch(text)
    return Literal(*match.groups()) if match else None
