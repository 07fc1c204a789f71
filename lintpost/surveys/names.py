"""How the posts use the names of the dictionary."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.checks.common.bold_spans import bold_around
from lintpost.post.post import Post
from lintpost.site.name import Name
from lintpost.site.names import Names


class NameUse(NamedTuple):
    """One name: its mentions in bodies, how many of them are bold, the posts that have it in the body
    or a field, and every spelling with its count.
    """

    name: Name
    mentions: int
    bold: int
    posts: int
    spellings: list[tuple[str, int]]


def survey_names(posts: Iterable[Post], names: Names) -> tuple[int, list[NameUse]]:
    """How many posts there are, and every name, most used first, then in the dictionary's order."""
    mentions: Counter[Name] = Counter()
    bold: Counter[Name] = Counter()
    carriers: Counter[Name] = Counter()
    spellings: dict[Name, Counter[str]] = {name: Counter() for name in names.names}
    total = 0
    for post in posts:
        total += 1
        found = names.mentions(post)
        carriers.update({mention.name for mention in found})
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
            carriers[name],
            sorted(spellings[name].items(), key=lambda item: (-item[1], item[0])),
        )
        for name in names.names
    ]
    return total, sorted(uses, key=lambda use: (-use.posts, -use.mentions))
