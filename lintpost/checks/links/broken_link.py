"""Links that a slip of their brackets, or a space, turns into text.

``[text](https://example.com`` without its bracket, with a full-width one, or with a space in the address.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_ADDRESS = r"(?:https?://|\.{0,2}/|#)[^\s()<>\"'（）、。「」\[\]{}]*"
_OPENED = lazy(r"(?<!\\)\](?P<bracket>[(（])[ \t]*(?P<address>" + _ADDRESS + ")")
_UNJOINED = lazy(
    r"(?<![\\\]!])\[(?P<text>[^\[\]()\n]{2,100})(?P<bracket>\()(?P<address>https?://[^\s()（）<>\"]+\))(?![^\]\n]{0,300}\])"
)
_SPACED = lazy(r"[^()<>\"'\[\]{}\n。、]*[^()<>\"'\[\]{}\n\s。、]\)")
_SIZE = lazy(r"\s+=\d*%?x\d*%?\s*\)")
_PICTURE = lazy(
    r"\]\((?P<address>[^()<>\"'\[\]{}\n:]{1,100} [^()<>\"'\[\]{}\n:]{1,100}\.(?:png|jpe?g|gif|svg|webp|pdf))\)"
)
_LONGEST_TEXT = 300
_LONGEST_REST = 1000
"""Code points of a link's text and of what follows its address: how far the brackets are looked for."""


class _Broken(NamedTuple):
    key: str
    start: int
    end: int
    edits: tuple[Edit, ...] = ()


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each, from the bracket of the text to the end of the address."""
    text, body = post.text, post.body
    if text.find("[", body) < 0 and text.find("](", body) < 0:
        return
    hits = []
    shown: SpanSet | None = None
    for pattern, look in ((_OPENED, _opened), (_UNJOINED, _unjoined), (_PICTURE, _picture)):
        for match in pattern.finditer(text, body):
            if shown is None:
                point = post.markdown.points
                shown = SpanSet(
                    zip(*map(point, map(list, post.markdown.prose_runs.shown)), strict=True)
                )
            if shown.holds_at(match.start()) and (broken := look(text, match)) is not None:
                hits.append(broken)
    for key, start, end, edits in sorted(hits, key=lambda one: one.start):
        if not any(mark in text[start:end] for mark in ("{{", "{%", "{{<")):
            yield Hit(
                start, end, key, {"text": text[start:end]}, Fix("unsafe", edits) if edits else None
            )


def _opened(text: str, match: re.Match[str]) -> _Broken | None:
    close, end = match.start(), match.end()
    if len(match["address"]) < 2 or (match["address"].startswith("#") and match["bracket"] == "（"):
        return None
    start = _opener(text, close)
    if match["bracket"] == "（":
        is_whole = text.startswith("）", end) and match["address"].startswith("http")
        if start < 0 or not is_whole or not _is_text(text[start + 1 : close]):
            return None
        edits = (Edit(close + 1, close + 2, "("), Edit(end, end + 1, ")"))
        return _Broken("wide", start, end + 1, edits)
    if start < 0:
        is_whole = text.startswith(")", end) and match["address"].startswith("http")
        return _Broken("opening", close, end + 1) if is_whole and start == -1 else None
    if text.startswith("）", end):
        return _Broken("wide", start, end + 1, (Edit(end, end + 1, ")"),))
    if _SIZE.match(text, end) or (
        text.startswith((' "', " '", "\n", "(", "<", "{"), end) and _closes(text, end)
    ):
        return None
    if (spaced := _SPACED.match(text, end)) and spaced[0] != ")":
        return _Broken("space", start, spaced.end())
    return None if _closes(text, end) else _Broken("closing", start, end)


def _closes(text: str, at: int) -> bool:
    """Whether a bracket closes later in the line, or in the next one where the address ends its line."""
    far = min(at + _LONGEST_REST, len(text))
    line = text.find("\n", at, far)
    if line >= 0 and not text[at:line].strip("\r"):
        line = text.find("\n", line + 1, far)
    return text.find(")", at, line if line >= 0 else far) >= 0


def _unjoined(text: str, match: re.Match[str]) -> _Broken | None:
    at = match.start("bracket")
    return (
        _Broken("middle", match.start(), match.end("address"), (Edit(at, at, "]"),))
        if _is_text(match["text"])
        else None
    )


def _picture(text: str, match: re.Match[str]) -> _Broken | None:
    start = _opener(text, match.start())
    if start < 0 or match["address"].startswith(
        ("/", "./", "../", "#")
    ):  # those are found as addresses
        return None
    return _Broken("space", start, match.end())


def _is_text(text: str) -> bool:
    """Whether what stands in the brackets is a text, and not the number of a source."""
    return any(char.isalpha() for char in text) and not text.startswith("^")


def _opener(text: str, close: int) -> int:
    """Where the bracket opens that closes at an offset; -1 for none in the paragraph, -2 where it is too far or
    stands behind a word, as in code.
    """
    depth = 0
    for at in range(close - 1, max(close - _LONGEST_TEXT, 0) - 1, -1):
        char = text[at]
        if char == "\n" and text[max(at - 2, 0) : at].rstrip("\r").endswith("\n"):
            return -1
        if char in "[]" and text[at - 1 : at] != "\\":
            depth += 1 if char == "]" else -1
            if depth < 0:
                before = text[at - 1 : at] if at else ""
                if before == "!":
                    return at - 1
                return -2 if before in (")", "]") or (before.isascii() and before.isalnum()) else at
    return -1 if close <= _LONGEST_TEXT else -2


CHECK = Check(
    name="broken-link",
    options=CheckOptions,
    messages=dict.fromkeys(("wide", "opening", "space", "closing", "middle"), ("text",)),
    run=run,
    reads=("markdown",),
    changes=("link",),
)
