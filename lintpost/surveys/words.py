"""Counts the words of a site that may be names: Latin, katakana, mixed, and whole bold texts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import LINK
from lintpost.post.post import Post

_LATIN = r"[A-Za-zÀ-ɏΑ-Ωα-ω]"
_KANA = r"[\u30A1-\u30FA\u30FC]"
_CHARS = rf"(?:{_LATIN}|[0-9]|{_KANA})+"
# A middle dot separates the words of a katakana name, but next to Latin the items of a list.
_WORD = rf"{_CHARS}(?:(?:[.+\-&]|(?<={_KANA})・(?={_KANA})){_CHARS})*\+*[®™]?"
# Two to four capitalised Latin words in a row; all but the first may be numbers: "Claude 3 Opus".
_PHRASE = lazy(
    r"(?<![0-9A-Za-z])[A-Z][0-9A-Za-z.+\-]*"
    r"(?: (?:[A-Z][0-9A-Za-z.+\-]*|[0-9]+(?:\.[0-9]+)?[A-Za-z]?)(?![0-9A-Za-z])){1,3}"
)
_TOKEN = lazy(rf"(?<![@#/_0-9A-Za-z]){_WORD}(?![_/0-9A-Za-z]|…|\.\.)")
_PART = lazy(rf"(?:{_LATIN}|[0-9])(?:{_LATIN}|[0-9]|[.+\-&])*|{_KANA}+")
_QUOTED = lazy(r"[「『“\"]([^「」『』“”\"\n]{2,30})[」』”\"]")
_NAME = lazy(rf"{_WORD}(?: {_WORD}){{0,3}}")
_HAS_LETTER = lazy(rf"{_LATIN}|{_KANA}")
_TRAILING_MARKS = ".+-・&"
_SENTENCE_END = lazy(r"[。．.!?！？]\s*$")
_CONTEXT = 60
"""Characters of context on each side of a word in its example."""


class WordUse(NamedTuple):
    """One spelling of a word and its counts.

    `times` counts occurrences, `posts` posts, `bold` and `quoted` the bold spans and the quotations
    that consist of the word alone, `inside` the posts that have it within a sentence (not only at
    its beginning). `path` and `example` are the post and the text around the first occurrence.
    """

    word: str
    times: int
    posts: int
    bold: int
    quoted: int
    inside: int
    path: str
    example: str


class _Counts:
    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.posts: Counter[str] = Counter()
        self.bold: Counter[str] = Counter()
        self.quoted: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.examples: dict[str, tuple[str, str]] = {}


def survey_words(posts: Iterable[Post]) -> tuple[int, list[WordUse]]:
    """Number of posts, and every word of their prose; words in most posts first."""
    counts = _Counts()
    total = 0
    for post in posts:
        total += 1
        _add(post, counts)
    found = [
        WordUse(
            word, count, counts.posts[word], counts.bold[word], counts.quoted[word],
            counts.inside[word], *counts.examples[word],
        )
        for word, count in counts.count.items()
    ]  # fmt: skip
    return total, sorted(found, key=lambda use: (-use.posts, -use.times, use.word))


def _add(post: Post, counts: _Counts) -> None:
    text = post.text
    seen: dict[str, int] = {}
    inside: set[str] = set()
    for start, end in post.markdown.runs:
        if end - start < 2 or post.markdown.flags_at(start) & LINK:
            continue  # link texts are often titles of other pages, and often truncated
        for word, at in _words(text, start, end):
            counts.count[word] += 1
            seen.setdefault(word, at)
            before = text[max(0, at - 3) : at]
            if before.strip() and not _SENTENCE_END.search(before):
                inside.add(word)
        for quoted in _QUOTED.finditer(text, start, end):
            if _NAME.fullmatch(quoted[1]):
                counts.quoted[quoted[1]] += 1
    for span in post.markdown.bold:
        inner = text[span.inner_start : span.inner_end].strip()
        if _NAME.fullmatch(inner):
            counts.bold[inner] += 1
    counts.posts.update(seen.keys())
    counts.inside.update(inside)
    for word, at in seen.items():
        if word not in counts.examples:
            counts.examples[word] = post.path, _context(text, at, at + len(word))


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Each word with its offset: words, the single-script parts of mixed ones, capitalised phrases."""
    for match in _TOKEN.finditer(text, start, end):
        parts = [part.span() for part in _PART.finditer(text, *match.span())]
        for first, last in dict.fromkeys([match.span(), *parts]):
            word = text[first:last].rstrip(_TRAILING_MARKS)
            if len(word) > 1 and _HAS_LETTER.search(word):
                yield word, first
    for match in _PHRASE.finditer(text, start, end):
        yield match[0].rstrip(_TRAILING_MARKS), match.start()


def _context(text: str, start: int, end: int) -> str:
    """The line around a word, at most `_CONTEXT` characters on each side, white space collapsed."""
    first = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
    last = text.find("\n", end)
    last = min(last if last >= 0 else len(text), end + _CONTEXT)
    return " ".join(text[first:last].split())
