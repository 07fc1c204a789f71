"""The wrong forms of Japanese names: half-width kana, long vowel marks, middle dots, spaces."""

import re
from unicodedata import normalize

_FULL = "".join(map(chr, range(0x30A1, 0x30FB))) + "ー・「」。、"
_HALF_OF = {
    normalize("NFKC", chr(code)): chr(code) for code in range(0xFF61, 0xFFA0)
}  # a mark of voicing is a character of its own
_HALF = {
    ord(full): "".join(_HALF_OF[part] for part in normalize("NFD", full))
    for full in _FULL
    if all(part in _HALF_OF for part in normalize("NFD", full))
}
_DASHES = "－−―—‐–-"
_KANA = r"[\u30A1-\u30FA\u30FC]"
_NO_LONG_END = "ーンッァィゥェォャュョ"
_SHORTEST_END, _SHORTEST_INNER = 3, 5
_SPACES = re.compile(r"[ \u3000・]")
_SCRIPTS = re.compile(
    r"(?<=[0-9A-Za-z]) ?(?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u3040-\u30ff\u4e00-\u9fff]) ?(?=[0-9A-Za-z])"
)


def kana_variants(form: str) -> list[str]:
    """A name with its kana narrow or decomposed, and with long vowels marked in other ways.

    ``サーバー`` gives ``ｻｰﾊﾞｰ``, ``サ－バ－``, ``サーバ``; ``メモリ`` gives ``メモリー``. A mark at
    the end comes or goes from three kana on, one within a word goes from five kana on.
    """
    if form.isascii():
        return []
    found = [form.translate(_HALF), normalize("NFD", form)]
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
    """A Japanese name with other spaces and middle dots, and with or without a space between scripts."""
    if form.isascii():
        return []
    found = [_SPACES.sub(mark, form) for mark in ("", " ", "\u3000", "・", "･")]
    found += [_SCRIPTS.sub(mark, form) for mark in ("", " ")]
    return [text for text in dict.fromkeys(found) if text != form]
