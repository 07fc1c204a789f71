"""Counts how posts use the names of the dictionary."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.checks.common.bold_spans import bold_around
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


def survey_names(posts: Iterable[Post], names: Names) -> tuple[int, list[NameUse]]:
    """Number of posts, and the use of every name; names in most posts first, then most mentioned."""
    mentions: Counter[Name] = Counter()
    bold: Counter[Name] = Counter()
    posts_with: Counter[Name] = Counter()
    spellings: dict[Name, Counter[str]] = {name: Counter() for name in names.names}
    total = 0
    for post in posts:
        total += 1
        found = names.mentions(post)
        posts_with.update({mention.name for mention in found})
        for mention in found:
            spellings[mention.name][mention.text] += 1
            if not mention.field:
                mentions[mention.name] += 1
                if bold_around(post.markdown, mention.start, mention.end):
                    bold[mention.name] += 1
    uses = [
        NameUse(
            name,
            mentions[name],
            bold[name],
            posts_with[name],
            sorted(spellings[name].items(), key=lambda item: (-item[1], item[0])),
        )
        for name in names.names
    ]
    return total, sorted(uses, key=lambda use: (-use.posts, -use.mentions))
