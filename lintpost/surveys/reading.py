"""Reads posts one at a time, for the commands that count instead of checking."""

from collections.abc import Iterable, Iterator
from functools import partial

from lintpost.engine.finding import PostError
from lintpost.engine.guard import guarded
from lintpost.post.post import Post
from lintpost.post.source import read_source
from lintpost.post.syntax import DEFAULT, Syntax


def read_posts(
    paths: Iterable[str], max_bytes: int, unreadable: list[PostError], syntax: Syntax = DEFAULT
) -> Iterator[Post]:
    """Yield each post that can be read and parsed; append to `unreadable` why the others cannot.

    Posts over `max_bytes` count as unreadable. `syntax` is that of the site.
    """
    for path in paths:
        post = guarded(path, partial(_read, path, max_bytes, syntax))
        if isinstance(post, PostError):
            unreadable.append(post)
        else:
            yield post


def _read(path: str, max_bytes: int, syntax: Syntax) -> Post:
    post = Post(read_source(path, max_bytes), syntax)
    _ = post.markdown  # made on first use: an error in it is to be this post's
    return post
