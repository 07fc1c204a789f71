"""Collects the names in a site's posts, for `lintpost init`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from lintpost.engine.finding import PostError
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.surveys.reading import read_posts

_WORD = r"[A-Za-z0-9]+(?:[.+\-][A-Za-z0-9]+)*\+?"
_LATIN_NAME = lazy(rf"(?<![A-Za-z0-9]){_WORD}(?: {_WORD}){{0,3}}(?![A-Za-z0-9])")
_CAPITAL = lazy(r"[A-Z]")
_ACRONYM = lazy(r"[A-Z]{1,5}s?|[0-9.,]+[A-Za-z%]*")
_LOOSE = lazy(r"[\s\-_・･/／.．ー]+")
_JAPANESE = lazy(r"[\u3040-\u30ff\u4e00-\u9fff]")
_MIN_LENGTH = 3
"""Length in characters from which a spelling in the prose is counted."""


class Word(NamedTuple):
    """A name with its number of posts, and its other spellings with theirs."""

    name: str
    posts: int
    variants: tuple[tuple[str, int], ...]


class Harvest(NamedTuple):
    """What was collected over `posts` posts.

    `japanese` tells whether most posts are Japanese; `bold_first` has how many first mentions of names are bold, and how many there are.
    """

    posts: int
    names: list[Word]
    japanese: bool
    bold_first: tuple[int, int]
    unreadable: list[PostError]


def harvest(paths: Iterable[str], max_bytes: int) -> Harvest:
    """Read each post once and count. Unreadable files, and those over `max_bytes`, are listed."""
    bold: Counter[str] = Counter()
    plain: dict[str, Counter[str]] = defaultdict(Counter)
    first: Counter[tuple[str, bool]] = Counter()
    unreadable: list[PostError] = []
    posts = japanese = 0
    for post in read_posts(paths, max_bytes, unreadable):
        posts += 1
        prose = post.markdown.prose.decode()
        japanese += len(_JAPANESE.findall(prose)) * 5 > len(prose)
        _names_of(post, prose, bold, plain, first)
    names = _group_names(bold, plain)
    kept = {_loose(word.name) for word in names}
    marked = sum(count for (key, is_bold), count in first.items() if is_bold and key in kept)
    total = sum(count for (key, _), count in first.items() if key in kept)
    return Harvest(posts, names, japanese * 2 > posts, (marked, total), unreadable)


def _names_of(
    post: Post, prose: str, bold: Counter[str], plain: dict[str, Counter[str]],
    first: Counter[tuple[str, bool]],
) -> None:  # fmt: skip
    """Count bold texts that may be names, spellings in the prose, and first mentions."""
    marked = set()
    for span in post.markdown.bold:
        text = post.text[span.inner_start : span.inner_end].strip()
        if _LATIN_NAME.fullmatch(text) and _CAPITAL.search(text) and not _ACRONYM.fullmatch(text):
            marked.add(text)
    bold.update(marked)
    spellings = set(_LATIN_NAME.findall(prose))
    for spelling in spellings:
        if len(spelling) >= _MIN_LENGTH and _CAPITAL.search(spelling):
            plain[_loose(spelling)][spelling] += 1
            at = post.text.find(spelling, post.body)
            first[_loose(spelling), post.text[at - 2 : at] == "**"] += 1


def _loose(word: str) -> str:
    """The same for words that differ in case, width, spacing, hyphens, dots or long vowels only."""
    return _LOOSE.sub("", fold(normalize("NFKC", word)))


def _group_names(bold: Counter[str], plain: dict[str, Counter[str]]) -> list[Word]:
    """Bold texts that are likely names (in two posts or more), with their spellings."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for text, count in bold.items():
        groups[_loose(text)][text] += count
    found = []
    for key, members in groups.items():
        shaped = any(re.search(r"[a-z][A-Z]|[A-Za-z]-?[0-9]", text) for text in members)
        if members.total() < 2 or (not shaped and not _is_capitalised(max(members))):
            continue
        spellings = members | plain.get(key, Counter())
        ranked = sorted(spellings.items(), key=lambda item: (-item[1], item[0]))
        name, posts = ranked[0]
        variants = tuple((text, count) for text, count in ranked[1:] if text != name.lower())
        found.append(Word(name, posts, variants))
    return sorted(found, key=lambda word: (-word.posts, word.name))


def _is_capitalised(text: str) -> bool:
    """Whether the text is one or two words, each with a capital or a digit at its beginning."""
    parts = text.split(" ")
    return len(parts) <= 2 and all(part[0].isupper() or part[0].isdigit() for part in parts)
