"""Reads posts one at a time, for the commands that count instead of checking."""

from collections.abc import Iterable, Iterator

from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost, read_source
from lintpost.post.syntax import DEFAULT, Syntax


def read_posts(
    paths: Iterable[str], max_bytes: int, unreadable: list[str], syntax: Syntax = DEFAULT
) -> Iterator[Post]:
    """Yield each readable post; append the paths of the others to `unreadable`.

    Posts over `max_bytes` count as unreadable. `syntax` is that of the site.
    """
    for path in paths:
        try:
            yield Post(read_source(path, max_bytes), syntax)
        except UnreadablePost:
            unreadable.append(path)
