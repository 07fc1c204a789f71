"""How many cells of a terminal a text takes.

The widths are those of `rich.cells`, so that drawn lines and rich's tables agree. rich measures character by
character in Python. Here one regular expression tells whether a text has only characters whose width follows
from the upper byte of their code point (one cell below U+3000, two from there on), which are counted in C;
rich measures the others: emoji, combining marks, control characters.
"""

from collections.abc import Sequence
from itertools import accumulate

from lintpost.post.lazy import lazy

# Of one cell: Latin, Greek, Cyrillic, punctuation, arrows, mathematical signs, enclosed letters, box drawing.
_NARROW = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205f\u2100-\u2319\u2460-\u25fc"
)
# Of two cells: kana, kanji, hangul, full-width forms; without combining marks and half-width katakana.
_WIDE = (
    "\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3220-\u3247\u3250-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6"
)
_UNUSUAL = lazy(f"[^{_NARROW}{_WIDE}]")
_WIDTH_OF_UPPER_BYTE = bytes(1 if byte < 0x30 else 2 for byte in range(256))


def cell_width(text: str) -> int:
    """The number of cells that a text takes: what `rich.cells.cell_len` gives."""
    if text.isascii() and text.isprintable():
        return len(text)
    if _UNUSUAL.search(text):
        from rich.cells import cell_len

        return cell_len(text)
    return len(text) + _widths(text).count(2)


def edges_of(text: str) -> Sequence[int]:
    """The number of cells before each character of a text, and at its end.

    The width of an unusual character is what it adds to the one before it, so that an emoji of several code
    points is as wide as rich has it.
    """
    if text.isascii() and text.isprintable():
        return range(len(text) + 1)
    if _UNUSUAL.search(text):
        widths = _with_unusual(text, _widths(text))
    else:
        widths = _widths(text)
    return [0, *accumulate(widths)]


def _widths(text: str) -> bytes:
    """The width of each character; any number for unusual ones."""
    return text.encode("utf-32-be", "surrogatepass")[2::4].translate(_WIDTH_OF_UPPER_BYTE)


def _with_unusual(text: str, widths: bytes) -> bytes:
    from rich.cells import cell_len

    found = bytearray(widths)
    for match in _UNUSUAL.finditer(text):
        at = match.start()
        before = text[max(at - 1, 0) : at]
        found[at] = cell_len(before + match[0]) - cell_len(before)
    return bytes(found)
