"""What the cache stores of one post: its result, and what the result depends on beside the settings."""

import os
from stat import S_ISREG
from typing import NamedTuple

from lintpost.engine.cache import result_json
from lintpost.engine.finding import PostResult
from lintpost.files.stamp import settled
from lintpost.post.regular_file import open_regular
from lintpost.post.source import Source
from lintpost.site.queries import Query


class PostStamp(NamedTuple):
    """The file that was checked: bytes, nanoseconds of its last change, digest of its bytes
    (hexadecimal).
    """

    size: int
    mtime: int
    digest: str


class Dependencies(NamedTuple):
    """The post's file, and the queries of its checks to the disk and the clock."""

    stamp: PostStamp
    queries: tuple[Query, ...] = ()


class Entry(NamedTuple):
    """A result as `result_json` writes it, with its dependencies."""

    dependencies: Dependencies
    result: str


def entry_of(source: Source, result: PostResult) -> Entry:
    """The entry for a result without errors of a source that was read from a file."""
    stamp = PostStamp(len(source.data), settled(source.mtime), digest_of(source.data))
    return Entry(Dependencies(stamp, result.queries), result_json.to_json(result))


def digest_of(data: bytes) -> str:
    """A digest that no two posts share."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def current_stamp(path: str, stamp: PostStamp) -> PostStamp | None:
    """The stamp of a post's file as it is now; None where it is not the file that was checked.

    It is the same by size and time, or else by content: then the stamp has another time.
    """
    try:
        stat = os.stat(path)
        if stat.st_size != stamp.size:
            return None
        if stat.st_mtime_ns == stamp.mtime and S_ISREG(stat.st_mode):
            return stamp
        with open_regular(path) as file:
            digest = digest_of(file.read(stat.st_size + 1))
    except OSError:
        return None
    return stamp._replace(mtime=settled(stat.st_mtime_ns)) if digest == stamp.digest else None
