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


UseNote = list[tuple[int, int, int, dict[str, int]]]
"""Of each name of a dictionary that a post mentions: its index, its mentions in the body, the bold ones among
them, and the spellings found.
"""


class NameNoter:
    """Notes how a post uses the names of a dictionary."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._indices = {name: index for index, name in enumerate(names.names)}

    def __call__(self, post: Post) -> UseNote:
        """Note the mentions of one post."""
        mentions: Counter[int] = Counter()
        bold: Counter[int] = Counter()
        spellings: dict[int, Counter[str]] = {}
        for mention in self._names.mentions(post):
            index = self._indices[mention.name]
            spellings.setdefault(index, Counter())[mention.text] += 1
            if not mention.field:
                mentions[index] += 1
                bold[index] += bool(bold_around(post.markdown, mention.start, mention.end))
        return [(index, mentions[index], bold[index], found) for index, found in spellings.items()]


def name_noter(*entries: Name) -> NameNoter:
    """A noter for a dictionary of its own."""
    return NameNoter(Names(list(entries)))


class NameCounter:
    """Counts how posts use the names of a dictionary."""

    def __init__(self, names: Names) -> None:
        self.posts = 0
        self._names = names.names
        self._note = NameNoter(names)
        self._mentions: Counter[Name] = Counter()
        self._bold: Counter[Name] = Counter()
        self._posts_with: Counter[Name] = Counter()
        self._spellings: dict[Name, Counter[str]] = {name: Counter() for name in names.names}

    def add(self, post: Post) -> None:
        """Count one post."""
        self.add_note(self._note(post))

    def add_note(self, note: UseNote) -> None:
        """Count one post by what was noted of it."""
        self.posts += 1
        for index, mentions, bold, spellings in note:
            name = self._names[index]
            self._posts_with[name] += 1
            self._mentions[name] += mentions
            self._bold[name] += bold
            self._spellings[name].update(spellings)

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
            for name in self._names
        ]
        return sorted(uses, key=lambda use: (-use.posts, -use.mentions))


def survey_names(notes: Iterable[UseNote], names: Names) -> tuple[int, list[NameUse]]:
    """Number of posts, and the use of every name; names in most posts first, then most mentioned."""
    counter = NameCounter(names)
    for note in notes:
        counter.add_note(note)
    return counter.posts, counter.uses()
