"""How a name may be typed that is written otherwise: kana for kana, and Latin letters for kana."""

from unicodedata import name, normalize

_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_NAMED = ("KATAKANA LETTER SMALL ", "KATAKANA LETTER ")
_ROMAN = {
    "SI": "shi", "TI": "chi", "TU": "tsu", "HU": "fu", "ZI": "ji", "DI": "ji", "DU": "zu",
    "SHI": "shi",
}  # fmt: skip
_GLIDES = {"ya": "a", "yu": "u", "yo": "o"}
_PALATAL = {"shi": "sh", "chi": "ch", "ji": "j"}


def typed_form(text: str) -> str:
    """A text as it is compared: width and case folded, hiragana as katakana."""
    return normalize("NFKC", text).casefold().translate(_HIRAGANA_TO_KATAKANA)


def romanized(text: str) -> str:
    """Katakana in Latin letters (Hepburn, long vowels left out), and everything else as it is.

    The letters are those of Unicode's names of the characters.
    """
    found: list[str] = []
    doubled = False
    for char in typed_form(text):
        syllable, is_small = _syllable(char)
        if char == "ッ":
            doubled = True
            continue
        if char == "ー":
            continue
        if is_small and found and _small(found, syllable):
            continue
        if doubled and syllable[:1].isalpha():
            syllable = f"{'t' if syllable.startswith('ch') else syllable[0]}{syllable}"
        doubled = False
        found.append(syllable)
    return "".join(found)


def _syllable(char: str) -> tuple[str, bool]:
    """A katakana letter in Latin letters, and whether it is a small one; another character as it is."""
    if not "\u30a1" <= char <= "\u30fa":
        return char, False
    named = name(char)
    small, big = _NAMED
    is_small = named.startswith(small)
    letters = named.removeprefix(small).removeprefix(big)
    return _ROMAN.get(letters, letters.lower()), is_small


def _small(found: list[str], syllable: str) -> bool:
    """Join a small letter to the syllable before it: ``ki`` and a small ``yo`` are ``kyo``, ``fu`` and ``a`` ``fa``."""
    before = found[-1]
    if syllable in _GLIDES and before.endswith("i"):
        ending = next((one for one in _PALATAL if before.endswith(one)), None)
        if ending is None:
            found[-1] = f"{before[:-1]}{syllable}"
        else:
            found[-1] = f"{before.removesuffix(ending)}{_PALATAL[ending]}{_GLIDES[syllable]}"
        return True
    if syllable in ("a", "i", "u", "e", "o") and before[-1:] in ("a", "i", "u", "e", "o"):
        found[-1] = f"{before[:-1]}{syllable}"
        return True
    return False
