"""The wrong forms that follow from a right one, and where a word ends."""

import re
from itertools import product

from lintpost.post.lazy import lazy

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
# Where a name's parts meet: at a space or hyphen it has, before a capital inside a word, and
# between a word and a number.
_JOINT = lazy(r"[ \-]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])")
_MAX_JOINTS = 4
_LATIN = lazy(r"[0-9A-Za-z\u00C0-\u024F]")
_KATAKANA = lazy(r"[\u3099\u309A\u30A1-\u30FA\u30FC-\u30FF\uFF66-\uFF9F]")
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


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the word at `text[start:end]` goes on in its own script.

    Latin names end at a Latin letter or digit, katakana names at katakana.
    """
    kind = _KIND[text[start]]
    if kind is not None and start and _KIND[text[start - 1]] == kind:
        return True
    kind = _KIND[text[end - 1]]
    return kind is not None and end < len(text) and _KIND[text[end]] == kind


def is_part_of_longer_word(text: str, start: int, end: int, first: bool, last: bool) -> bool:
    """Whether `text[start:end]` only looks like a name inside something else.

    `first` and `last` say that it begins or ends its run of prose, so that what stands beside it
    is markup. A URL, path, address, file name, command, identifier or longer hyphenated name that
    holds a Latin word makes it no mention.
    """
    before = " " if first else text[start - 1 : start]
    after = " " if last else text[end : end + 1]
    if before not in _TOKEN_CHARS and after not in _TOKEN_CHARS:
        return False
    latin_start, latin_end = _KIND[text[start]] == "latin", _KIND[text[end - 1]] == "latin"
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
    # "Llama-4-Maverick" is no "Llama-4", "GPT-4.1" no "GPT-4"; "NVIDIA-based" is NVIDIA.
    if not last and re.match(r"-[0-9A-Z]|\.[0-9]", text[end : end + 2]):
        return True
    return not first and re.fullmatch(r"[0-9A-Za-z]-", text[max(start - 2, 0) : start]) is not None
