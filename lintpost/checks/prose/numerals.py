"""Kanji numerals for what is counted, and digits in set phrases (JTF 2.2.2)."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.prose import ModeOptions, nodes
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import (
    EMPHASIS,
    HEADING,
    IMAGE,
    LINK,
    QUOTE,
    STRONG,
    TABLE,
)
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain, plain, whole
from lintpost.site.site import Site

_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")}
_TENS = {"十": 10, "百": 100}
_KANJI = "〇一二三四五六七八九十百"
_NUMBER = lazy(f"[{_KANJI}]+")
_ARABIC = lazy("[0-9]+")
_FIRST = lazy(r"(?:\(\?:)*N")
"""A pattern that begins with a number."""
_ROUND = {"10": "十", "100": "百", "1000": "千"}


class Options(ModeOptions):
    """`counted`: patterns of counted things, in which N is a kanji numeral, each with the phrases that
    are none. `phrases`: patterns in which N is a number that belongs in kanji.

    ``compat`` reports the first match of each pattern in a run of text, and none where an exception
    stands anywhere in it, as textlint does.
    """

    counted: dict[str, str] = {}
    phrases: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each number; its fix is unsafe, for a phrase may be one that no list has."""
    pairs = [
        *((_compiled(p, f"[{_KANJI}]+"), except_, True) for p, except_ in options.counted.items()),
        *((_compiled(p, "[0-9]+"), "", False) for p in options.phrases),
    ]
    for text in _texts(post, options):
        for pattern, exceptions, counted in pairs:
            yield from _hits(text, pattern, exceptions, counted, options.compat)


def _compiled(pattern: str, number: str) -> re.Pattern[str]:
    if _FIRST.match(pattern):  # else each place in a long number would be tried
        pattern = f"(?<!{number.rstrip('+')}){pattern}"
    return re.compile(pattern.replace("N", f"(?:{number})"))


def _texts(post: Post, options: Options) -> Iterator[Plain]:
    if not options.compat:
        scope = scope_of(post, "body")
        for piece, (start, end) in enumerate(scope.spans):
            starts = scope.starts[bisect_left(scope.starts, start) : bisect_left(scope.starts, end)]
            places = [(at, scope.source(piece, at, at + 1)[0]) for at in starts]
            yield Plain(
                scope.text[start:end], [at - start for at, _ in places], [p for _, p in places]
            )
        return
    without = LINK | IMAGE | QUOTE | HEADING | TABLE | EMPHASIS | STRONG
    for node in nodes(post, "Str", compat=True, without=without):
        yield plain(whole([node]))


def _hits(
    text: Plain, pattern: re.Pattern[str], exceptions: str, counted: bool, compat: bool
) -> Iterator[Hit]:
    found = [m.span() for m in re.finditer(exceptions, text.text)] if exceptions else []
    if compat and found:
        return
    spared = SpanSet(found)
    for match in pattern.finditer(text.text):
        start, end = match.span()
        if spared.meets(start, end):
            continue
        written = _arabic(match[0]) if counted else _kanji(match[0])
        if written == match[0]:
            continue
        first, last = text.span(start, end)
        fix = Fix("unsafe", (Edit(first, last, written),)) if last - first == end - start else None
        yield Hit(
            first,
            last,
            "counted" if counted else "phrase",
            {"text": match[0], "name": written},
            fix,
        )
        if compat:
            return


def _arabic(text: str) -> str:
    return _NUMBER.sub(lambda match: _value(match[0]), text)


def _value(kanji: str) -> str:
    """二十 as 20, 百八 as 108, 二〇二五 as 2025."""
    if not any(char in kanji for char in _TENS):
        return "".join(_DIGITS[char] for char in kanji)
    total, digit = 0, 0
    for char in kanji:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = digit * 10 + int(_DIGITS[char])
    return str(total + digit)


def _kanji(text: str) -> str:
    def number(match: re.Match[str]) -> str:
        digits = match[0]
        return _ROUND.get(digits) or "".join("〇一二三四五六七八九"[int(digit)] for digit in digits)

    return _ARABIC.sub(number, text)


CHECK = Check(
    name="numerals",
    options=Options,
    messages={"counted": ("name", "text"), "phrase": ("name", "text")},
    run=run,
    reads=("markdown", "tree"),
    changes=("text",),
    block_alone=True,
)
