"""Brackets and quotation marks that open and never close, or the other way round."""

import re
from collections.abc import Iterator

from lintpost.checks.front_values import strings
from lintpost.checks.hit import Hit
from lintpost.checks.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_PAIRS = ["「」", "『』", "（）", "()", "［］", "[]", "｛｝", "【】", "〔〕", "《》", "〈〉", "“”"]
_CLOSER = {pair[0]: pair[1] for pair in _PAIRS}
_OPENER = {pair[1]: pair[0] for pair in _PAIRS}
_MARK = re.compile(f"[{re.escape(''.join(_PAIRS))}]")
# A full-width bracket may meet an ASCII one: odd, but nothing is cut off.
_SAME = {"（": "(", "）": ")", "［": "[", "］": "]"}


class Options(CheckOptions):
    """`fields` to look at."""

    fields: tuple[str, ...] = ("title", "excerpt", "description")


def unmatched(text: str) -> list[int]:
    """The offsets of the marks that have no partner, in order."""
    opened: list[int] = []
    lone: list[int] = []
    for match in _MARK.finditer(text):
        at, char = match.start(), match[0]
        if char in _CLOSER:
            opened.append(at)
        else:
            wanted = _SAME.get(_OPENER[char], _OPENER[char])
            for depth in range(len(opened) - 1, -1, -1):
                if _SAME.get(text[opened[depth]], text[opened[depth]]) == wanted:
                    lone += opened[depth + 1 :]
                    del opened[depth:]
                    break
            else:
                if not _is_enumeration(text, at) and not _is_face(text, at):
                    lone.append(at)
    return sorted(lone + opened)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each text, at its first mark without a partner."""
    for field in strings(post, options.fields):
        lone = unmatched(field.value)
        if lone:
            mark = field.value[lone[0]]
            key = "unclosed" if mark in _CLOSER else "unopened"
            params = {
                "key": field.key,
                "mark": mark,
                "partner": _CLOSER.get(mark) or _OPENER[mark],
            }
            yield Hit(*field.span(lone[0], lone[0] + 1), key, params)


def _is_enumeration(text: str, at: int) -> bool:
    """``1)`` and ``a)`` at the start of a word."""
    return (
        text[at] in ")）"
        and at > 0
        and text[at - 1].isalnum()
        and (at == 1 or text[at - 2] in " \u3000")
    )


def _is_face(text: str, at: int) -> bool:
    """``:)`` and ``;-)``."""
    return text[at] == ")" and text[max(0, at - 2) : at].strip().startswith((":", ";"))
