"""Reads posts one at a time, for the commands that count instead of checking."""

from collections.abc import Iterable, Iterator

from lintpost.post.front_matter.yaml_tree import YamlVersion
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost, read_source


def read_posts(
    paths: Iterable[str], max_bytes: int, unreadable: list[str], version: YamlVersion = "1.1"
) -> Iterator[Post]:
    """Yield each readable post; append the paths of the others to `unreadable`.

    Posts over `max_bytes` count as unreadable. `version` is the YAML version of the front matter.
    """
    for path in paths:
        try:
            yield Post(read_source(path, max_bytes), version)
        except UnreadablePost:
            unreadable.append(path)
