"""What the cache stores of one post: its result, and what the result depends on beside the settings."""

import os
from stat import S_ISREG
from typing import NamedTuple

from lintpost.engine.cache import result_json
from lintpost.engine.cache.facts_text import text_of
from lintpost.engine.finding import PostResult
from lintpost.files.sources import digest_of
from lintpost.files.stamp import FileStamp, settled, stamp_of
from lintpost.post.regular_file import open_regular
from lintpost.post.source import Source
from lintpost.site.queries import Query


class Dependencies(NamedTuple):
    """The post's file (its stamp, and the digest of its bytes in hexadecimal), and the queries of its checks
    to the disk and the clock.
    """

    stamp: FileStamp
    digest: str
    queries: tuple[Query, ...] = ()


class Entry(NamedTuple):
    """A result as `result_json` and facts as `facts_text` write them, with their dependencies; `settings` is the digest of
    the settings' content that the post was checked by. Where the facts alone were made the result is empty.
    """

    dependencies: Dependencies
    result: bytes
    facts: bytes
    settings: str


def entry_of(
    source: Source, result: PostResult, settings: str, *, only_facts: bool = False
) -> Entry:
    """The entry for a result without errors, or its facts, of a source that was read from a file."""
    assert source.stat is not None
    stamp = settled(stamp_of(source.stat))
    digest = result.facts.digest if result.facts is not None else digest_of(source.data)
    dependencies = Dependencies(stamp, digest, result.queries)
    stored = b"" if only_facts else result_json.to_json(result)
    return Entry(dependencies, stored, text_of(result.facts), settings)


def current_stamp(path: str, checked: Dependencies) -> FileStamp | None:
    """The stamp of a post's file as it is now; None where it is not the file that was checked.

    Either it is `checked.stamp` itself, or the content is the same.
    """
    try:
        stat = os.stat(path)
        current = stamp_of(stat)
        if current == checked.stamp and S_ISREG(stat.st_mode):
            return checked.stamp
        if current[0] != checked.stamp[0]:
            return None
        with open_regular(path) as file:
            digest = digest_of(file.read(current[0] + 1))
    except OSError:
        return None
    return settled(current) if digest == checked.digest else None
