"""What the cache stores of one post: its result, and what the result depends on beside the settings."""

import os
from stat import S_ISREG
from typing import NamedTuple

from lintpost.engine.cache import result_json
from lintpost.engine.finding import PostResult
from lintpost.files.stamp import FileStamp, settled, stamp_of
from lintpost.post.regular_file import open_regular
from lintpost.post.source import Source
from lintpost.site.queries import Query


class PostStamp(NamedTuple):
    """The file that was checked: its stamp, and the digest of its bytes (hexadecimal)."""

    file: FileStamp
    digest: str


class Dependencies(NamedTuple):
    """The post's file, and the queries of its checks to the disk and the clock."""

    stamp: PostStamp
    queries: tuple[Query, ...] = ()


class Entry(NamedTuple):
    """A result as `result_json` writes it, with its dependencies; `settings` is the digest of the
    settings' content that it was checked by.
    """

    dependencies: Dependencies
    result: str
    settings: str


def entry_of(source: Source, result: PostResult, settings: str) -> Entry:
    """The entry for a result without errors of a source that was read from a file."""
    assert source.stat is not None
    stamp = PostStamp(settled(stamp_of(source.stat)), digest_of(source.data))
    return Entry(Dependencies(stamp, result.queries), result_json.to_json(result), settings)


def digest_of(data: bytes) -> str:
    """A digest that no two posts share."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def current_stamp(path: str, stamp: PostStamp) -> PostStamp | None:
    """The stamp of a post's file as it is now; None where it is not the file that was checked.

    It has the same file stamp, or else the same content: then it is returned with another file stamp.
    """
    try:
        stat = os.stat(path)
        current = stamp_of(stat)
        if current == stamp.file and S_ISREG(stat.st_mode):
            return stamp
        if current.size != stamp.file.size:
            return None
        with open_regular(path) as file:
            digest = digest_of(file.read(current.size + 1))
    except OSError:
        return None
    return PostStamp(settled(current), digest) if digest == stamp.digest else None
