"""Links that a slip of their brackets, or a space, turns into text.

``[text](https://example.com`` without its bracket, with a full-width one, or with a space in the address.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_SIGNS = ("](", "]（", "(http", ")[http", "] (http")
"""Where a link may be broken: what the parser made a link of is text no more, and not looked at."""
_ADDRESS = (
    r"(?:https?://|\.{0,2}/|#)(?:[^\s()<>\"'（）、。「」\[\]{}]|\([^\s()<>\"'（）\[\]{}]*\))*"
)
_OPENED = lazy(r"\](?P<bracket>[(（])[ \t]*(?P<address>" + _ADDRESS + ")")
_UNJOINED = lazy(
    r"\[(?P<text>[^\[\]()\n]{2,100})(?P<bracket>\()(?P<address>https?://[^\s()（）<>\"]+\))(?![^\]\n]{0,300}\])"
)
_REVERSED = lazy(
    r"\((?P<text>[^()\[\]\n]{1,100})\)\[(?P<address>https?://[^\s()\[\]<>\"]+)\](?![(\[])"
)
_GAP = lazy(r"\] (?P<address>\(https?://[^\s()（）<>\"]+\))")
_SPACED = lazy(r"[^()<>\"'\[\]{}\n。、]*[^()<>\"'\[\]{}\n\s。、]\)")
_NEXT_LINE = lazy(r"\r?\n[ \t]*[\"'()]")
_SIZE = lazy(r"\s+=\d*%?x\d*%?\s*\)")
_PICTURE = lazy(
    r"\]\([^()<>\"'\[\]{}\n:]{1,100} [^()<>\"'\[\]{}\n:]{1,100}\.(?:png|jpe?g|gif|svg|webp|pdf)\)"
)
_LONGEST_TEXT = 300
_LONGEST_REST = 1000
"""Code points of a link's text and of what follows its address: how far the brackets are looked for."""
_TEMPLATES = ("{{", "{%")


class _Broken(NamedTuple):
    key: str
    start: int
    end: int
    edits: tuple[Edit, ...] = ()


def prepare(options: CheckOptions, site: Site) -> None:
    """Let the signs be looked for from the first post on."""
    site.literals.numbers(_SIGNS)


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each, from the bracket of the text to the end of the address."""
    found = site.literals.in_post(post)
    places = [found[sign] for sign in site.literals.numbers(_SIGNS) if sign in found]
    if not places:
        return
    text = post.text
    starts, ends = post.markdown.prose_runs.shown
    for place in sorted(chain.from_iterable(places)):
        byte = place - post.body_byte
        index = bisect_right(starts, byte) - 1
        if index < 0 or byte >= ends[index]:
            continue
        if post.source.data.startswith(b"](", place - 1) and post.source.data.startswith(
            b"(", place
        ):
            continue  # behind the bracket, which is a place of its own
        at = post.markdown.point(byte)
        broken = _broken(text, at)
        if broken is not None and not any(
            mark in text[broken.start : broken.end] for mark in _TEMPLATES
        ):
            fix = Fix("unsafe", broken.edits) if broken.edits else None
            params = {"text": text[broken.start : broken.end]}
            yield Hit(broken.start, broken.end, broken.key, params, fix)


def _broken(text: str, at: int) -> _Broken | None:
    """What is wrong with the link of whose signs one stands at an offset."""
    if text.startswith(")[", at):
        return _reversed(text, at)
    if text.startswith("] ", at):
        return _apart(text, at)
    return _behind_text(text, at) if text[at] == "]" else _unjoined(text, at)


def _behind_text(text: str, close: int) -> _Broken | None:
    """What is wrong with the address behind a bracket that closes a text."""
    start = _opener(text, close)
    match = _OPENED.match(text, close)
    if match is None:
        picture = _PICTURE.match(text, close)
        return _Broken("space", start, picture.end()) if picture and start >= 0 else None
    end, address = match.end(), match["address"]
    if len(address) < 2 or text[close - 1 : close] == "\\":
        return None
    is_whole = address.startswith("http") and text.startswith(
        ")" if match["bracket"] == "(" else "）", end
    )
    if match["bracket"] == "（":
        edits = (Edit(close + 1, close + 2, "("), Edit(end, end + 1, ")"))
        is_link = start >= 0 and is_whole and _is_text(text[start + 1 : close])
        return _Broken("wide", start, end + 1, edits) if is_link else None
    if start < 0:
        return _Broken("opening", close, end + 1) if is_whole and start == -1 else None
    if text.startswith("）", end):
        return _Broken("wide", start, end + 1, (Edit(end, end + 1, ")"),))
    return _unclosed(text, start, end)


def _unclosed(text: str, start: int, end: int) -> _Broken | None:
    """What follows an address that no bracket follows at once."""
    is_title = text.startswith((' "', " '", "(", "<", "{"), end) or _NEXT_LINE.match(text, end)
    if _SIZE.match(text, end) or (is_title and _closes(text, end)):
        return None
    if (spaced := _SPACED.match(text, end)) and spaced[0] != ")":
        return _Broken("space", start, spaced.end())
    ends_line = text.startswith(("\n", "\r\n"), end)
    return None if _closes(text, end) and not ends_line else _Broken("closing", start, end)


def _closes(text: str, at: int) -> bool:
    """Whether a bracket closes later in the line, or in the next one where the address ends its line."""
    far = min(at + _LONGEST_REST, len(text))
    line = text.find("\n", at, far)
    if line >= 0 and not text[at:line].strip("\r"):
        line = text.find("\n", line + 1, far)
    return text.find(")", at, line if line >= 0 else far) >= 0


def _unjoined(text: str, bracket: int) -> _Broken | None:
    """A text and its address in round brackets, with nothing between the two."""
    start = text.rfind("[", max(bracket - _LONGEST_TEXT, 0), bracket)
    match = _UNJOINED.match(text, start) if start >= 0 else None
    if match is None or match.start("bracket") != bracket or not _is_text(match["text"]):
        return None
    if start and text[start - 1] in "\\]!":
        return None
    return _Broken("middle", start, match.end("address"), (Edit(bracket, bracket, "]"),))


def _reversed(text: str, close: int) -> _Broken | None:
    """A text in round brackets, and behind it an address in square ones."""
    start = text.rfind("(", max(close - _LONGEST_TEXT, 0), close)
    match = _REVERSED.match(text, start) if start >= 0 else None
    if match is None or match.start("address") != close + 2 or not _is_text(match["text"]):
        return None
    made = f"[{match['text']}]({match['address']})"
    return _Broken("reversed", start, match.end(), (Edit(start, match.end(), made),))


def _apart(text: str, close: int) -> _Broken | None:
    """A text and its address with a space between their brackets."""
    start, match = _opener(text, close), _GAP.match(text, close)
    if match is None or start < 0 or not _is_text(text[start:close].lstrip("![")):
        return None
    return _Broken("gap", start, match.end(), (Edit(close + 1, match.start("address"), ""),))


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
    messages=dict.fromkeys(
        ("wide", "opening", "space", "closing", "middle", "reversed", "gap"), ("text",)
    ),
    run=run,
    reads=("markdown",),
    changes=("link",),
    prepare=prepare,
)
