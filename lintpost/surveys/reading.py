"""Reads posts one by one, for commands that count rather than check."""

from collections.abc import Iterable, Iterator

from lintpost.post.front_matter.yaml_tree import YamlVersion
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost, read_source


def read_posts(
    paths: Iterable[str], max_bytes: int, unreadable: list[str], version: YamlVersion = "1.1"
) -> Iterator[Post]:
    """The posts that can be read; the paths of the others are added to `unreadable`."""
    for path in paths:
        try:
            yield Post(read_source(path, max_bytes), version)
        except UnreadablePost:
            unreadable.append(path)
