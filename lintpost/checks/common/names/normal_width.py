"""Half-width kana and full-width letters in their usual width."""

from unicodedata import normalize

_LONE = str.maketrans("\u3099\u309a", "゛゜")
_JOINED = str.maketrans("゛゜", "\u3099\u309a")


def normal_width(text: str) -> str:
    """NFKC, in which a kana and its sound mark are one, and ゛ and ゜ stand for marks that belong to no kana: a
    combining one would be drawn over the letter before it.
    """
    return normalize("NFKC", text.translate(_JOINED)).translate(_LONE)
