"""Ends, and beginnings, that many texts have in common.

The names of a site and of a series are none: what stands behind `|` or ` - `, before it or before a colon if many
texts share it, what stands in brackets, and what a number follows.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from lintpost.post.lazy import lazy

_SHORTEST, _LONGEST = 2, 60
"""Characters of an end that is looked at."""
_MOST = 0.75
"""A longer end is taken for as long as this part of the texts have it: “が変える未来” of 16, not “は？が変える未来” of 9."""
_LATIN_WORD = 2
"""Characters that a Latin word counts for in the length of an end."""
_LINK = r"(?:a|an|and|are|at|by|for|from|in|into|is|of|on|or|the|to|with|your)"
_LINKS = lazy(rf"(?i)^(?:{_LINK}[ ]+)+|(?:[ ]+{_LINK})+$")
"""Words that only tie an end to its subject, and do not count in its length."""
_WORD = lazy(r"[A-Za-z][A-Za-z'’.+#-]*|[ぁ-ゖァ-ヺー一-鿿々〆]")
_WITHIN_WORD = lazy(r"[A-Za-z0-9'’]{2}|[ァ-ヺー]{2}")
_EDGES = " 　\t\r\n、。，．,.・：:；;!！?？…〜～\"'“”’‐-–—―─－"
_OPENING, _CLOSING = "(（「『【[［〈《", ")）」』】]］〉》"
_BRACKETS = r"(?:（[^（）]*）|\([^()]*\)|【[^【】]*】|［[^［］]*］|\[[^\[\]]*\])"
_LAST_BRACKETS = lazy(rf"(?:[ 　]*{_BRACKETS})+[ 　]*$")
_FIRST_BRACKETS = lazy(rf"(?:[ 　]*{_BRACKETS})+[ 　]*")
_BAR = r"(?:[ 　]*(?:[|｜]|::|[—―─ー-]{2,})[ 　]*|[ 　]+[-–—―─－ー/／·•][ 　]+)"
_SITE_NAME = lazy(rf".*[^ 　]({_BAR}(?=[^ 　]).+)")
_SERIES = lazy(rf"(.+?(?:{_BAR}|[ 　]*[：:][ 　]*))[^ 　]")
_SERIES_GOES_ON = lazy(
    rf"{_BAR}|[ 　]*[：:】）)]|[ 　]*(?:[#＃第]|その|[Vv]ol|[Pp]art|[Ee]p|[Nn]o\.|[Vv](?=\d))?[ 　.]*[0-9０-９]"
)


class SharedEnd(NamedTuple):
    """A part of a text that ends it, or begins it, and how many of the texts have it there."""

    start: int
    end: int
    texts: int


def shared_tails(texts: list[str], least: int, length: int) -> list[SharedEnd | None]:
    """The longest end of each text that at least `least` of the texts have, None where it has none.

    `length` is how long it must be: in Japanese characters, a Latin word counting for two.
    """
    names = _labels(texts, lambda text: (m := _SITE_NAME.match(text)) and m[1], least)
    bodies = []
    for text in texts:
        named = _SITE_NAME.match(text)
        body = text[: named.start(1)] if named is not None and named[1] in names else text
        brackets = _LAST_BRACKETS.search(body)
        bodies.append((body[: brackets.start()] if brackets is not None else body).rstrip())
    counts = Counter(tail for body in bodies for tail in _tails(body))
    return [_tail(body, counts, least, length) for body in bodies]


def shared_heads(texts: list[str], least: int, length: int) -> list[SharedEnd | None]:
    """The same for what texts begin with."""
    names = _labels(texts, lambda text: (m := _SERIES.match(text)) and m[1], least)
    starts = []
    for text in texts:
        series = _SERIES.match(text)
        start = series.end(1) if series is not None and series[1] in names else 0
        brackets = _FIRST_BRACKETS.match(text, start)
        starts.append(brackets.end() if brackets is not None else start)
    counts = Counter(
        head for text, start in zip(texts, starts, strict=True) for head in _heads(text, start)
    )
    return [
        _head(text, start, counts, least, length) for text, start in zip(texts, starts, strict=True)
    ]


def _labels(
    texts: Iterable[str], label_of: Callable[[str], str | None], least: int
) -> frozenset[str]:
    """The names of the site, or of series: those that at least `least` texts have."""
    counts = Counter(label for text in texts if (label := label_of(text)))
    return frozenset(label for label, count in counts.items() if count >= least)


def _tails(body: str) -> Iterable[str]:
    last = len(body)
    return (body[last - size :] for size in range(_SHORTEST, min(last, _LONGEST) + 1))


def _heads(text: str, start: int) -> Iterable[str]:
    last = min(len(text) - start, _LONGEST)
    return (text[start : start + size] for size in range(_SHORTEST, last + 1))


def _tail(body: str, counts: Counter[str], least: int, length: int) -> SharedEnd | None:
    start = len(body) - len(_common(_tails(body), counts, least, length))
    while 0 < start < len(body) and _WITHIN_WORD.match(body, start - 1):
        start += 1
    start += _unpaired(body[start:], _OPENING, _CLOSING)
    while start < len(body) and body[start] in _EDGES:
        start += 1
    if not body[:start].strip(_EDGES) or _length(body[start:]) < length:
        return None
    return SharedEnd(start, len(body), counts[body[start:]])


def _head(text: str, start: int, counts: Counter[str], least: int, length: int) -> SharedEnd | None:
    end = start + len(_common(_heads(text, start), counts, least, length))
    while start < end and _WITHIN_WORD.match(text, end - 1):
        end -= 1
    end -= _unpaired(text[start:end][::-1], _CLOSING, _OPENING)
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    head = text[start:end]
    if _length(head) < length or _SERIES_GOES_ON.match(text, end) or not text[end:].strip(_EDGES):
        return None
    return SharedEnd(start, end, counts[head])


def _common(ends: Iterable[str], counts: Counter[str], least: int, length: int) -> str:
    """The longest of the ends of a text, shortest first, that enough texts have: at least `_MOST` of those that
    have the shortest one that is long enough.
    """
    found = ""
    for end in ends:
        if counts[end] < least:
            break
        found = end
        if _length(end) >= length:
            least = max(least, ceil(counts[end] * _MOST))
            length = sys.maxsize  # the limit is set once
    return found


def _unpaired(text: str, opening: str, closing: str) -> int:
    """Where a text begins behind the last bracket that closes nothing."""
    depth = start = 0
    for index, character in enumerate(text, 1):
        if character in opening:
            depth += 1
        elif character in closing and depth:
            depth -= 1
        elif character in closing:
            start = index
    return start


@lru_cache(maxsize=10_000)
def _length(text: str) -> int:
    words = (match[0] for match in _WORD.finditer(_LINKS.sub("", text.strip())))
    return sum(_LATIN_WORD if word.isascii() else 1 for word in words)
