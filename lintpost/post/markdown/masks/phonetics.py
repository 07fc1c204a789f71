"""Phonetic transcriptions: ``/v j uː/``, ``[ˈfoʊ]``."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

# U+0250 to U+02FF (IPA and its modifiers), and the letters of other alphabets that IPA uses.
_SIGN = rb"(?:[\xc9-\xcb][\x80-\xbf]|\xc3[\xa6\xb0\xb8]|\xc5[\x8b\x93]|\xce[\xb2\xb8])"
_SOUND = lazy_bytes(
    rb"[/\[](?=[^/\[\]\n]{0,80}?"
    + _SIGN
    + rb")(?:[a-z .,()'\-]|"
    + _SIGN
    + rb"|\xcc[\x80-\xbf]|\xcd[\x80-\xaf]){1,60}[/\]]"
)


def may_hold(data: bytes) -> bool:
    """Whether a body may hold a transcription; few have any letter of IPA."""
    return (b"/" in data or b"[" in data) and (
        b"\xc9" in data or b"\xca" in data or b"\xcb" in data
    )


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every transcription with its slashes or brackets."""
    for match in _SOUND.finditer(text.data):
        is_paired = match[0][:1] + match[0][-1:] in (b"//", b"[]")
        if is_paired and text.is_text(match.start()):
            yield Mask(*match.span(), "word")
