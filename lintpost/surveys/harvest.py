"""Collects the names in a site's posts, for `lintpost init`."""

from collections.abc import Iterable
from typing import NamedTuple, TypedDict

from lintpost.checks.common.front_values import words_of
from lintpost.engine.finding import PostError
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.surveys.name_harvest.harvester import HarvestedName, NameHarvester
from lintpost.surveys.name_harvest.marked import marked_names
from lintpost.surveys.name_harvest.texts import PostText, text_of

_JAPANESE = lazy(r"[\u3040-\u30ff\u4e00-\u9fff]+")
_AUTHORS = ("author", "authors")
_BEGINNING = 3000
"""Bytes of text that tell the language of a post."""


class Harvest(NamedTuple):
    """What was collected over `posts` posts.

    `japanese` tells whether most posts are Japanese;
    `bold_first` has how many first mentions of names are bold, and how many there are.
    """

    posts: int
    names: list[HarvestedName]
    japanese: bool
    bold_first: tuple[int, int]
    unreadable: list[PostError]


class NamesNote(TypedDict):
    """What is noted of one post: bold texts that may be names, its authors, and its text and code, decoded."""

    marked: list[str]
    people: list[str]
    running: str
    code: str


def note_names(post: Post) -> NamesNote:
    """Note what the names of a site are collected from."""
    text = text_of(post)
    return {
        "marked": sorted(marked_names(post)),
        "people": list(words_of(post, _AUTHORS)),
        "running": text.running.decode(errors="surrogateescape"),
        "code": text.code.decode(errors="surrogateescape"),
    }


def harvest(notes: Iterable[NamesNote], unreadable: list[PostError]) -> Harvest:
    """Collect the names from the notes of all posts; `unreadable` are the posts of which there are none."""
    harvester = NameHarvester()
    posts = japanese = 0
    for note in notes:
        posts += 1
        running, code = (
            text.encode(errors="surrogateescape") for text in (note["running"], note["code"])
        )
        japanese += _is_japanese(running)
        harvester.add(note["marked"], note["people"], PostText(running, code))
    names, bold_first = harvester.finish()
    return Harvest(posts, names, japanese * 2 > posts, bold_first, unreadable)


def _is_japanese(running: bytes) -> bool:
    """Whether one in five characters at the beginning of a post's sentences is Japanese."""
    text = running[:_BEGINNING].decode(errors="ignore")
    return sum(map(len, _JAPANESE.findall(text))) * 5 > len(text)
