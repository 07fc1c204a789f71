"""Collects the front-matter keys, tags and names of a site's posts, for `lintpost init`."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.checks.common.front_values import strings, words
from lintpost.engine.finding import PostError
from lintpost.post.lazy import lazy
from lintpost.site.nearest import nearest
from lintpost.surveys.loose import loose
from lintpost.surveys.name_harvest.harvester import HarvestedName, NameHarvester
from lintpost.surveys.name_harvest.texts import text_of
from lintpost.surveys.reading import read_posts

_JAPANESE = lazy(r"[\u3040-\u30ff\u4e00-\u9fff]+")
_BEGINNING = 3000
"""Bytes of text that tell the language of a post."""
_MUCH_MORE = 4
"""A word in this many times as many posts may be the one that a rare word stands for."""


class Word(NamedTuple):
    """A tag with its number of posts, and its other spellings with theirs.

    `like` is a similar word that is much more frequent; None where there is none.
    """

    name: str
    posts: int
    variants: tuple[tuple[str, int], ...]
    like: str | None = None


class Harvest(NamedTuple):
    """What was collected over `posts` posts.

    `keys` counts posts by front-matter key; `japanese` tells whether most posts are Japanese;
    `bold_first` has how many first mentions of names are bold, and how many there are.
    """

    posts: int
    keys: Counter[str]
    tags: list[Word]
    categories: list[Word]
    names: list[HarvestedName]
    japanese: bool
    bold_first: tuple[int, int]
    unreadable: list[PostError]


def harvest(paths: Iterable[str], max_bytes: int) -> Harvest:
    """Read each post once and count. Unreadable files, and those over `max_bytes`, are listed."""
    keys: Counter[str] = Counter()
    lists: dict[str, Counter[str]] = {"tags": Counter(), "categories": Counter()}
    harvester = NameHarvester()
    unreadable: list[PostError] = []
    posts = japanese = 0
    for post in read_posts(paths, max_bytes, unreadable):
        posts += 1
        keys.update(list(post.front_matter.values) if post.front_matter else ())
        for field, counter in lists.items():
            counter.update({word for _, word in words(post, field)})
            counter.update({one.value.strip() for one in strings(post, (field,))})
        text = text_of(post)
        japanese += _is_japanese(text.running)
        harvester.add(post, text)
    names, bold_first = harvester.finish()
    return Harvest(
        posts, keys, _group(lists["tags"]), _group(lists["categories"]), names,
        japanese * 2 > posts, bold_first, unreadable,
    )  # fmt: skip


def _is_japanese(running: bytes) -> bool:
    """Whether one in five characters at the beginning of a post's sentences is Japanese."""
    text = running[:_BEGINNING].decode(errors="ignore")
    return sum(map(len, _JAPANESE.findall(text))) * 5 > len(text)


def _group(counts: Counter[str]) -> list[Word]:
    """Words, most frequent first; spellings of one word are grouped under the most frequent one."""
    groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for word, count in counts.items():
        groups[loose(word)].append((word, count))
    found = []
    for members in groups.values():
        members.sort(key=lambda member: (-member[1], member[0]))
        found.append(Word(*members[0], tuple(members[1:])))
    return _with_similar(sorted(found, key=lambda word: (-word.posts, word.name)))


def _with_similar(ranked: list[Word]) -> list[Word]:
    """Move each rare word that resembles a frequent one behind that one."""
    heads: list[Word] = []
    likes: dict[str, list[Word]] = defaultdict(list)
    for word in ranked:
        frequent = [head.name for head in heads if head.posts >= word.posts * _MUCH_MORE]
        near = nearest(word.name, [name for name in frequent if len(name) > 2], limit=1)
        if near and len(word.name) > 2:
            likes[near[0]].append(word._replace(like=near[0]))
        else:
            heads.append(word)
    return [word for head in heads for word in (head, *likes[head.name])]
