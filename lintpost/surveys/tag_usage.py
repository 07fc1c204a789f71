"""How the posts use the words of one front-matter list."""

import os
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from lintpost.checks.common.dates import parse
from lintpost.checks.common.front_values import strings, words
from lintpost.checks.common.list_text import parted
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.reading import read_posts

Standing = Literal["current", "alias", "retired", "unknown"]

_DATES = ("date", "pubDate", "publishDate", "published_at")
_FILE_DATE = lazy(r"(\d{4}-\d{2}-\d{2})-")


class Usage(NamedTuple):
    """One word: how many posts carry it, and the first and last day of those (None: no date)."""

    word: str
    posts: int
    first: date | None
    last: date | None


class Survey(NamedTuple):
    """What was counted: `posts` read, the words, most used first, and files that cannot be read."""

    posts: int
    words: list[Usage]
    unreadable: list[str]


def survey(paths: Iterable[str], field: str, max_bytes: int) -> Survey:
    """Count the words of a field over the posts, each once for a post, as they are written.

    A string where a list belongs counts as the words between its commas.
    """
    counts: Counter[str] = Counter()
    days: dict[str, list[date]] = {}
    unreadable: list[str] = []
    posts = 0
    for post in read_posts(paths, max_bytes, unreadable):
        posts += 1
        found = {word for _, word in words(post, field)}
        found.update(part for text in strings(post, (field,)) for part in parted(text.value))
        counts.update(found)
        day = _day(post)
        if day is not None:
            for word in found:
                days.setdefault(word, []).append(day)
    used = [
        Usage(word, count, min(days[word], default=None), max(days[word], default=None))
        if word in days
        else Usage(word, count, None, None)
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return Survey(posts, used, unreadable)


def standing(word: str, vocabulary: Vocabulary) -> Standing:
    """What a word is to the vocabulary; a canonical word in other case or width is an alias."""
    tag = vocabulary.find(word)
    if tag is None:
        return "unknown"
    if tag.retired:
        return "retired"
    return "current" if tag.name == word else "alias"


def _day(post: Post) -> date | None:
    """The day of a post: its front matter's, else its file name's."""
    for key in _DATES:
        entry = post.front_matter.get(key) if post.front_matter else None
        moment = parse(entry.node.value) if entry is not None else None
        if moment is not None:
            return moment.day
    match = _FILE_DATE.match(os.path.basename(post.path))
    moment = parse(match[1]) if match else None
    return moment.day if moment else None
