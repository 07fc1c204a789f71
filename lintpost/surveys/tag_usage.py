"""Counts the tags, or categories, of posts."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import combinations
from typing import Literal, NamedTuple

from lintpost.checks.common.blocks.list_text import parted
from lintpost.checks.common.dates.front_matter_dates import parse
from lintpost.checks.common.front_values import strings, words
from lintpost.engine.finding import PostError
from lintpost.engine.notes import Survey, Watch, notes_of, readable
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.vocabulary import Vocabulary

TagStatus = Literal["current", "alias", "retired", "unknown"]

TagNote = tuple[list[str], str | None]
"""The words of a post in their order, and its day in ISO 8601 (None: no date)."""

_DATES = ("date", "pubDate", "publishDate", "published_at")
_MOST_PAIRED = 100
"""Words of one post up to which their pairs are counted; a longer list says nothing of which words go together."""
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


class TagCounter:
    """Counts in how many posts each word of a front-matter field occurs, as it is written.

    A string in place of a list is split at commas.
    """

    def __init__(self, field: str) -> None:
        self.posts = 0
        self.days: dict[str, list[date]] = {}
        """The days of the posts with a word; a post without a date has none."""
        self.together: Counter[tuple[str, str]] = Counter()
        """The posts that have two words, by the words in their order."""
        self._field = field
        self._counts: Counter[str] = Counter()

    def add(self, post: Post) -> None:
        """Count one post."""
        self.add_note(note_tags(self._field, post))

    def add_note(self, note: TagNote) -> None:
        """Count one post by what was noted of it."""
        found, day = note
        self.posts += 1
        self._counts.update(found)
        if len(found) <= _MOST_PAIRED:
            self.together.update(combinations(found, 2))
        if day is not None:
            for word in found:
                self.days.setdefault(word, []).append(date.fromisoformat(day))

    def uses(self) -> list[TagUse]:
        """The words, most used first."""
        used = []
        for word, count in sorted(self._counts.items(), key=lambda item: (-item[1], item[0])):
            days = self.days.get(word, [])
            used.append(TagUse(word, count, min(days, default=None), max(days, default=None)))
        return used


def note_tags(field: str, post: Post) -> TagNote:
    """The words of a front-matter field of one post, and its day."""
    found = {word for _, word in words(post, field)}
    found.update(part for text in strings(post, (field,)) for part in parted(text.value))
    day = day_of(post)
    return sorted(found), day.isoformat() if day is not None else None


def tag_noter(field: str) -> Callable[[Post], TagNote]:
    """`note_tags` for one field."""
    return partial(note_tags, field)


def survey_tags(
    paths: Sequence[str], field: str, max_bytes: int, cache: str | None = None, watch: Watch = iter
) -> TagSurvey:
    """Count the words of a front-matter field. Files over `max_bytes` count as unreadable.

    `cache` is the folder of the cache; `watch` counts the posts as they are read.
    """
    unreadable: list[PostError] = []
    counter = TagCounter(field)
    notes = notes_of(paths, Survey(tag_noter, (field,), max_bytes), cache)
    for _, note in readable(watch(notes), unreadable):
        counter.add_note(note)
    return TagSurvey(counter.posts, counter.uses(), unreadable)


def tag_status(word: str, vocabulary: Vocabulary) -> TagStatus:
    """Status of a word in the vocabulary; a tag in another case or width counts as an alias."""
    tag = vocabulary.find(word)
    if tag is None:
        return "unknown"
    if tag.retired:
        return "retired"
    return "current" if tag.name == word else "alias"


def day_of(post: Post) -> date | None:
    """The date of a post: from its front matter, else from its file name."""
    for key in _DATES:
        entry = post.front_matter.get(key) if post.front_matter else None
        moment = parse(entry.node.value) if entry is not None else None
        if moment is not None:
            return moment.day
    match = _FILE_DATE.match(os.path.basename(post.path))
    moment = parse(match[1]) if match else None
    return moment.day if moment else None
