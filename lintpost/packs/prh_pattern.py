"""Builds the regular expression of a prh rule, as prh 6 does (`lib/rule.ts`, `lib/utils/regexp.ts`)."""

from lintpost.post.lazy import lazy
from lintpost.site.js_literal import parse_literal

_WIDE = 0xFEE0
"""Distance in code points from an ASCII character to its full-width form."""
_SPECIAL = lazy(r"[\\*+.?{}()\[\]^$\-|/]")


def spread(text: str) -> str:
    """An expression for a text in any width and case: ``web`` is ``[WwＷｗ][EeＥｅ][BbＢｂ]``."""
    return "".join(_spread(char) for char in text)


def _spread(char: str) -> str:
    if not (char.isascii() and char.isalnum()):
        return escape(char)
    forms = dict.fromkeys((char.upper(), char.lower()))
    return f"[{''.join(forms)}{''.join(chr(ord(form) + _WIDE) for form in forms)}]"


def escape(text: str) -> str:
    """An expression that matches exactly this text."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def source_of(
    expected: str, pattern: str | list[str] | None, *, word_boundary: bool
) -> tuple[str, str]:
    """The source and flags of a rule's expression; without a pattern, `expected` in any width and case.

    Raises `ValueError` if the patterns of a list have different flags.
    """
    edge = r"\b" if word_boundary else ""
    if pattern is None:
        return f"{edge}{spread(expected)}{edge}", "gmu"
    if isinstance(pattern, str):
        return _part(pattern, edge)
    parts = [_part(one, edge) for one in pattern]
    if len({flags for _, flags in parts}) > 1:
        raise ValueError(", ".join(f"/{source}/{flags}" for source, flags in parts))
    return f"(?:{'|'.join(source for source, _ in parts)})", parts[0][1]


def _part(pattern: str, edge: str) -> tuple[str, str]:
    literal = parse_literal(pattern)
    if literal is None:
        return f"{edge}{escape(pattern)}{edge}", "gmu"
    return f"{edge}{literal.source}{edge}", "".join(sorted({*literal.flags, *"gmu"}))
