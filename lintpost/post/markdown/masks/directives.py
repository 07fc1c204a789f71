"""Fences of containers (``:::message``), directives (``::youtube[…]``) and Zenn's ``@[card](…)``."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_BEFORE_FENCE = b" \t>*+-0123456789.)"
_DIRECTIVE = lazy_bytes(rb"::?[A-Za-z][0-9A-Za-z_-]*(?:(?=\[)|\{[^{}\n]*\})")
_LABEL = lazy_bytes(rb"\[[^\[\]\n]*\]")
_BEFORE_DIRECTIVE = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:"
_EMBED = lazy_bytes(rb"@\[[^\[\]()\n]{0,100}\]\((?:[^()\n]|\([^()\n]*\)){0,2000}\)")
_IMPORT = lazy_bytes(rb"<<<[ \t]*[@./~][^\n]*")


def may_hold(data: bytes) -> bool:
    """Whether a body may hold any of these."""
    return b":" in data or b"@" in data or b"<" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every fence with what stands behind it on its line, every directive's name and attributes, every embed."""
    data = text.data
    after = 0
    for at in text.colons:
        if at < after:
            continue
        if data.startswith(b":::", at):
            if not text.begins_line(at, _BEFORE_FENCE):
                continue
            end = data.find(b"\n", at)
            after = end if end >= 0 else len(data)
            yield Mask(at, after, "markup")
        elif not at or data[at - 1] not in _BEFORE_DIRECTIVE:
            name = _DIRECTIVE.match(data, at)
            if name is not None:
                after = name.end()
                label = _LABEL.match(data, after)
                yield Mask(at, after + 1 if label else after, "markup")
                if label:
                    yield Mask(label.end() - 1, label.end(), "markup")
    for mark, pattern in ((b"@", _EMBED), (b"<", _IMPORT)):
        for at in text.positions(mark):
            found = pattern.match(data, at)
            if found and (text.is_text(at) if mark == b"@" else text.begins_line(at)):
                yield Mask(*found.span(), "markup")
