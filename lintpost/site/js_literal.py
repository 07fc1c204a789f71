"""``/…/``: the notation for regular expressions in dictionaries."""

import re
from typing import NamedTuple

from lintpost.post.lazy import lazy

_LITERAL = lazy(r"/(.+)/([a-z]*)", re.DOTALL)


class Literal(NamedTuple):
    """The source between the slashes, and the flags after them."""

    source: str
    flags: str


def parse_literal(text: str) -> Literal | None:
    """Split ``/source/flags``; None for other text."""
    match = _LITERAL.fullmatch(text)
    return Literal(*match.groups()) if match else None
