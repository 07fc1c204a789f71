"""Counts how posts use the names of the dictionary."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.checks.common.bold.spans import bold_around
from lintpost.post.post import Post
from lintpost.site.name import Name
from lintpost.site.names import Names


class NameUse(NamedTuple):
    """One name: mentions in bodies, bold ones among them, posts, and the spellings found.

    `posts` counts posts that mention it in the body or in a front-matter field; `spellings` has each
    spelling with its count, most frequent first.
    """

    name: Name
    mentions: int
    bold: int
    posts: int
    spellings: list[tuple[str, int]]


class NameCounter:
    """Counts how posts use the names of a dictionary."""

    def __init__(self, names: Names) -> None:
        self.posts = 0
        self._names = names
        self._mentions: Counter[Name] = Counter()
        self._bold: Counter[Name] = Counter()
        self._posts_with: Counter[Name] = Counter()
        self._spellings: dict[Name, Counter[str]] = {name: Counter() for name in names.names}

    def add(self, post: Post) -> None:
        """Count one post."""
        self.posts += 1
        found = self._names.mentions(post)
        self._posts_with.update({mention.name for mention in found})
        for mention in found:
            self._spellings[mention.name][mention.text] += 1
            if not mention.field:
                self._mentions[mention.name] += 1
                if bold_around(post.markdown, mention.start, mention.end):
                    self._bold[mention.name] += 1

    def uses(self) -> list[NameUse]:
        """The use of every name; names in most posts first, then most mentioned."""
        uses = [
            NameUse(
                name,
                self._mentions[name],
                self._bold[name],
                self._posts_with[name],
                sorted(self._spellings[name].items(), key=lambda item: (-item[1], item[0])),
            )
            for name in self._names.names
        ]
        return sorted(uses, key=lambda use: (-use.posts, -use.mentions))


def survey_names(posts: Iterable[Post], names: Names) -> tuple[int, list[NameUse]]:
    """Number of posts, and the use of every name; names in most posts first, then most mentioned."""
    counter = NameCounter(names)
    for post in posts:
        counter.add(post)
    return counter.posts, counter.uses()
