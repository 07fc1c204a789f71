"""Counts the tags, or categories, of posts."""

import os
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from lintpost.checks.common.dates import parse
from lintpost.checks.common.front_values import strings, words
from lintpost.checks.common.list_text import parted
from lintpost.engine.finding import PostError
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.reading import read_posts

TagStatus = Literal["current", "alias", "retired", "unknown"]

_DATES = ("date", "pubDate", "publishDate", "published_at")
_FILE_DATE = lazy(r"(\d{4}-\d{2}-\d{2})-")


class TagUse(NamedTuple):
    """One word: how many posts have it, and the first and last day of those (None: no date)."""

    word: str
    posts: int
    first: date | None
    last: date | None


class TagSurvey(NamedTuple):
    """Number of posts read, the words in use, most used first, and why files could not be read."""

    posts: int
    words: list[TagUse]
    unreadable: list[PostError]


def survey_tags(paths: Iterable[str], field: str, max_bytes: int) -> TagSurvey:
    """Count in how many posts each word of a front-matter field occurs, as it is written.

    A string in place of a list is split at commas. Files over `max_bytes` count as unreadable.
    """
    counts: Counter[str] = Counter()
    days: dict[str, list[date]] = {}
    unreadable: list[PostError] = []
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
    used = []
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        dates = days.get(word, [])
        used.append(TagUse(word, count, min(dates, default=None), max(dates, default=None)))
    return TagSurvey(posts, used, unreadable)


def tag_status(word: str, vocabulary: Vocabulary) -> TagStatus:
    """Status of a word in the vocabulary; a tag in another case or width counts as an alias."""
    tag = vocabulary.find(word)
    if tag is None:
        return "unknown"
    if tag.retired:
        return "retired"
    return "current" if tag.name == word else "alias"


def _day(post: Post) -> date | None:
    """The date of a post: from its front matter, else from its file name."""
    for key in _DATES:
        entry = post.front_matter.get(key) if post.front_matter else None
        moment = parse(entry.node.value) if entry is not None else None
        if moment is not None:
            return moment.day
    match = _FILE_DATE.match(os.path.basename(post.path))
    moment = parse(match[1]) if match else None
    return moment.day if moment else None
