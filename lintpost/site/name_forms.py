"""Wrong forms derived from a right one, and where a word ends."""

import re
from itertools import product

from lintpost.post.lazy import lazy

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
# The joints between the parts of a name: a space or hyphen, before a capital inside a word, and
# between letters and a number.
_JOINT = lazy(r"[ \-]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])")
_MAX_JOINTS = 4
_LATIN = frozenset(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    + "".join(map(chr, range(0xC0, 0x250)))
)
_KATAKANA = frozenset(
    "\u3099\u309a"
    + "".join(map(chr, (*range(0x30A1, 0x30FB), *range(0x30FC, 0x3100), *range(0xFF66, 0xFFA0))))
)
_TOKEN_CHARS = frozenset("._/@:#?&=%+~\\-")
_TOKEN = lazy(r"[0-9A-Za-z._/@:#?&=%+~\\-]+")
_IDENTIFIER = lazy(
    r"://"  # a URL
    r"|@"  # an address or a handle
    r"|^[#~./\\]"  # a hashtag or a path
    r"|[0-9A-Za-z]\.[a-z]"  # a domain or a file name
    r"|[0-9a-z]/[0-9a-z-]+/"  # a path
    r"|^(?=.*-)[0-9a-z-]+$"  # a command or a package, all lower case
)


def full_width(text: str) -> str:
    """Replace ASCII by its full-width forms."""
    return text.translate(_WIDE)


def spacing_forms(form: str) -> list[str]:
    """A Latin name with its parts joined, spaced and hyphenated in every other way.

    ``MindSpore`` gives ``Mind Spore`` and ``Mind-Spore``; ``GPT-4o`` gives ``GPT4o``, ``GPT 4o``.
    A name with more than four joints has none.
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
    """Whether a word that differs from a name only in case is that name, written wrongly.

    Always with `case` ``any``, never with ``exact``. With ``auto``, words that may be others are
    not: ``ascend`` (Ascend) and ``XAI`` (xAI), but ``github``, ``Nvidia`` and ``HUAWEI`` are.
    """
    if case != "auto":
        return case == "any"
    letters = [char for char in written if char.isalpha()]
    plain = form == form.title() and not any(char.isdigit() for char in form)
    if plain and all(char.islower() for char in letters):
        return False
    return not (len(letters) <= 3 and all(char.isupper() for char in letters))


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the word at `text[start:end]` is part of a longer word in its own script.

    That is so for a Latin letter or digit next to Latin, and for katakana next to katakana.
    """
    return (start > 0 and _is_one_word(text[start - 1], text[start])) or (
        end < len(text) and _is_one_word(text[end - 1], text[end])
    )


def _is_one_word(char: str, other: str) -> bool:
    """Whether two neighbours are both Latin or both katakana."""
    return (char in _LATIN and other in _LATIN) or (char in _KATAKANA and other in _KATAKANA)


def is_part_of_longer_word(text: str, start: int, end: int, first: bool, last: bool) -> bool:
    """Whether the name at `text[start:end]` is only part of a URL, path, address, file name, command,
    identifier or longer hyphenated name.

    `first` and `last` say that it begins or ends its run of prose, so that its neighbour is markup.
    """
    before = " " if first else text[start - 1 : start]
    after = " " if last else text[end : end + 1]
    if before not in _TOKEN_CHARS and after not in _TOKEN_CHARS:
        return False
    latin_start, latin_end = text[start] in _LATIN, text[end - 1] in _LATIN
    if (before == "_" and latin_start) or (after == "_" and latin_end):
        return True
    if not (latin_start or latin_end):
        return False
    token_start, token_end = start, end
    while before in _TOKEN_CHARS and token_start and _TOKEN.match(text[token_start - 1]):
        token_start -= 1
    if after in _TOKEN_CHARS and (match := _TOKEN.match(text, end)):
        token_end = match.end()
    if _IDENTIFIER.search(text[token_start:token_end].rstrip(".:?")):
        return True
    # "Llama-4-Maverick" is not "Llama-4" and "GPT-4.1" not "GPT-4", but "NVIDIA-based" is NVIDIA.
    if not last and re.match(r"-[0-9A-Z]|\.[0-9]", text[end : end + 2]):
        return True
    return not first and re.fullmatch(r"[0-9A-Za-z]-", text[max(start - 2, 0) : start]) is not None
