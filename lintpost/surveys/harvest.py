"""Collects the names in a site's posts, for `lintpost init`."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.engine.finding import PostError
from lintpost.post.lazy import lazy
from lintpost.surveys.name_harvest.harvester import HarvestedName, NameHarvester
from lintpost.surveys.name_harvest.texts import text_of
from lintpost.surveys.reading import read_posts

_JAPANESE = lazy(r"[\u3040-\u30ff\u4e00-\u9fff]+")
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


def harvest(paths: Iterable[str], max_bytes: int) -> Harvest:
    """Read each post once and count. Unreadable files, and those over `max_bytes`, are listed."""
    harvester = NameHarvester()
    unreadable: list[PostError] = []
    posts = japanese = 0
    for post in read_posts(paths, max_bytes, unreadable):
        posts += 1
        text = text_of(post)
        japanese += _is_japanese(text.running)
        harvester.add(post, text)
    names, bold_first = harvester.finish()
    return Harvest(posts, names, japanese * 2 > posts, bold_first, unreadable)


def _is_japanese(running: bytes) -> bool:
    """Whether one in five characters at the beginning of a post's sentences is Japanese."""
    text = running[:_BEGINNING].decode(errors="ignore")
    return sum(map(len, _JAPANESE.findall(text))) * 5 > len(text)
