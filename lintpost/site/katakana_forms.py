"""Wrong forms of Japanese names: half-width kana, long vowel marks, middle dots, spaces."""

import re
from functools import cache
from unicodedata import normalize

_DASHES = "－−―—‐–-"
_KANA = r"[\u30A1-\u30FA\u30FC]"
_NO_LONG_END = "ーンッァィゥェォャュョ"
_SHORTEST_END, _SHORTEST_INNER = 3, 5
_SPACES = r"[ \u3000・]"


@cache
def _half() -> dict[int, str]:
    """Maps full-width kana to half-width kana, where a voicing mark is a character of its own."""
    half_of = {normalize("NFKC", chr(code)): chr(code) for code in range(0xFF61, 0xFFA0)}
    full = [*map(chr, range(0x30A1, 0x30FB)), *"ー・「」。、"]
    parts = {char: normalize("NFD", char) for char in full}
    return {
        ord(char): "".join(half_of[part] for part in split)
        for char, split in parts.items()
        if all(part in half_of for part in split)
    }


@cache
def _scripts() -> re.Pattern[str]:
    japanese = r"[\u3040-\u30ff\u4e00-\u9fff]"
    return re.compile(rf"(?<=[0-9A-Za-z]) ?(?={japanese})|(?<={japanese}) ?(?=[0-9A-Za-z])")


def kana_variants(form: str) -> list[str]:
    """A name with half-width or decomposed kana, and with other long vowel marks.

    ``サーバー`` gives ``ｻｰﾊﾞｰ``, ``サ－バ－``, ``サーバ``; ``メモリ`` gives ``メモリー``. A mark at
    the end is added or dropped in words of three or more kana, one inside is dropped in words of
    five or more.
    """
    if form.isascii():
        return []
    found = [form.translate(_half()), normalize("NFD", form)]
    if "ー" in form:
        found += [form.replace("ー", dash) for dash in _DASHES]
    for word in re.finditer(f"{_KANA}{{{_SHORTEST_END},}}", form):
        text, before, after = word[0], form[: word.start()], form[word.end() :]
        if text[-1] == "ー" and len(text) > _SHORTEST_END:
            found.append(before + text[:-1] + after)
        elif text[-1] not in _NO_LONG_END:
            found.append(before + text + "ー" + after)
        if len(text) >= _SHORTEST_INNER:
            inner = [at for at in range(1, len(text) - 1) if text[at] == "ー"]
            found += [before + text[:at] + text[at + 1 :] + after for at in inner]
    return [text for text in dict.fromkeys(found) if text != form]


def spaced_variants(form: str) -> list[str]:
    """A Japanese name with other spaces or middle dots, and with or without spaces between scripts."""
    if form.isascii():
        return []
    found = [re.sub(_SPACES, mark, form) for mark in ("", " ", "\u3000", "・", "･")]
    if any(char.isascii() and char.isalnum() for char in form):  # the pattern takes long to compile
        found += [_scripts().sub(mark, form) for mark in ("", " ")]
    return [text for text in dict.fromkeys(found) if text != form]
