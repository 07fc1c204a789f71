"""The wrong forms that follow from a right one, and where a word ends."""

import re
from itertools import product

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
# Where a name's parts meet: at a space or hyphen it has, before a capital inside a word, and
# between a word and a number.
_JOINT = re.compile(r"[ \-]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])")
_MAX_JOINTS = 4
_LATIN = re.compile(r"[0-9A-Za-z\u00C0-\u024F]")
_KATAKANA = re.compile(r"[\u30A1-\u30FA\u30FC-\u30FF]")
_TOKEN_CHARS = frozenset("._/@:#?&=%+~\\-")
_TOKEN = re.compile(r"[0-9A-Za-z._/@:#?&=%+~\\-]+")
_IDENTIFIER = re.compile(
    r"://"  # a URL
    r"|@"  # an address or a handle
    r"|^[#~./\\]"  # a hashtag or a path
    r"|[0-9A-Za-z]\.[a-z]"  # a domain or a file name
    r"|[0-9a-z]/[0-9a-z-]+/"  # a path
    r"|^(?=.*-)[0-9a-z-]+$"  # a command or a package, all lower case
)


class _Kinds(dict[str, str | None]):
    """The script of a character, as far as it ends a word: None for most."""

    def __missing__(self, char: str) -> str | None:
        kind = "latin" if _LATIN.match(char) else "katakana" if _KATAKANA.match(char) else None
        self[char] = kind
        return kind


_KIND = _Kinds()


def full_width(text: str) -> str:
    """ASCII as its full-width forms."""
    return text.translate(_WIDE)


def spacing_forms(form: str) -> list[str]:
    """A Latin name with its parts spaced, hyphenated and joined in every other way.

    ``MindSpore`` gives ``Mind Spore`` and ``Mind-Spore``; ``GPT-4o`` gives ``GPT4o``, ``GPT 4o``.
    A name of more than four joints is taken as it stands.
    """
    if not form.isascii():
        return []
    pieces: list[str] = []
    last = 0
    for joint in _JOINT.finditer(form):
        pieces.append(form[last : joint.start()])
        last = joint.end()
    pieces.append(form[last:])
    if not 2 <= len(pieces) <= _MAX_JOINTS + 1 or not all(pieces):
        return []
    spaced = []
    for marks in product(("", " ", "-"), repeat=len(pieces) - 1):
        written = pieces[0] + "".join(
            mark + piece for mark, piece in zip(marks, pieces[1:], strict=True)
        )
        if written != form:
            spaced.append(written)
    return spaced


def case_is_wrong(form: str, written: str, case: str) -> bool:
    """Whether a word that differs from a name in case alone is that name, wrongly written.

    ``case: any`` says yes, ``exact`` no. Otherwise ``ascend`` is left alone, being a word of its
    own (Ascend), and so is ``XAI`` (xAI); ``github``, ``Nvidia`` and ``HUAWEI`` are not.
    """
    if case != "auto":
        return case == "any"
    letters = [char for char in written if char.isalpha()]
    plain = form == form.title() and not any(char.isdigit() for char in form)
    if plain and all(char.islower() for char in letters):
        return False
    return not (len(letters) <= 3 and all(char.isupper() for char in letters))


def is_part_of_longer_word(text: str, start: int, end: int, left: int, right: int) -> bool:
    """Whether `text[start:end]` only looks like a name inside something else.

    `left` and `right` bound the run of prose. Latin names end at a Latin letter or digit, katakana
    names at katakana; a URL, path, address, file name, command or longer hyphenated name that
    holds the word is no mention either.
    """
    before = text[start - 1] if start > left else " "
    after = text[end] if end < right else " "
    first, last = text[start], text[end - 1]
    if _KIND[before] is not None and _KIND[before] == _KIND[first]:
        return True
    if _KIND[after] is not None and _KIND[after] == _KIND[last]:
        return True
    if (before == "_" and _KIND[first] == "latin") or (after == "_" and _KIND[last] == "latin"):
        return True
    if before not in _TOKEN_CHARS and after not in _TOKEN_CHARS:
        return False
    if _KIND[first] != "latin" and _KIND[last] != "latin":
        return False
    return _in_identifier(text, start, end, left, right)


def _in_identifier(text: str, start: int, end: int, left: int, right: int) -> bool:
    token_start = start
    while token_start > left and _TOKEN.match(text[token_start - 1]):
        token_start -= 1
    match = _TOKEN.match(text, start, right)
    token_end = max(match.end() if match else end, end)
    token = text[token_start:token_end].rstrip(".:?")
    if _IDENTIFIER.search(token):
        return True
    following = text[end : min(end + 2, right)]
    preceding = text[max(start - 2, left) : start]
    # "Llama-4-Maverick" is no "Llama-4", "GPT-4.1" no "GPT-4"; "NVIDIA-based" is NVIDIA.
    if re.fullmatch(r"-[0-9A-Z]|\.[0-9]", following):
        return True
    return bool(re.fullmatch(r"[0-9A-Za-z]-", preceding))
