"""What a whole run said, kept so that the next can say it again where nothing has changed.

A file of its own in the cache's folder: the text of the report, as bytes; a `Detail` of each post, as
JSON; the bytes that each has of the two; all that the run rests on; and the sizes of these four, so that
of a run that is said again only the last is read, and of one with a change no more than must be.
"""

import json
import os
import re
import time
from binascii import crc32
from contextlib import suppress
from itertools import accumulate, pairwise
from typing import Any, BinaryIO, NamedTuple

from lintpost.post.lazy import lazy

FEWEST = 50
"""Posts below which a run is not worth keeping: reading their results takes no time."""
_MOST_FILES = 8
_MOST_BYTES = 64_000_000
_CHUNK = 1 << 16
_DIGITS = 20
_TRAILER = 4 * _DIGITS
"""Bytes of the sizes at the end."""
_NAME = lazy(r"run-[0-9a-f]{8}\.kept")
_BEGUN = lazy(r"\.run-\w+")
"""What a run that was killed leaves behind."""
_DAY = 86_400


class Grounds(NamedTuple):
    """What a run rests on. `posts` has the fields of a `Stamp` for each path.

    `heads` are the configurations as `config.head_cache` writes them, by path; `folders` says which
    one each folder has; `asked` are the questions to the disk and the clock with their answers, by
    root; `pages` tells which posts a site has whose pages were asked for; `counts` is the summary.
    """

    heads: list[list[Any]]
    folders: dict[str, str | None]
    posts: dict[str, list[Any]]
    asked: dict[str, list[list[Any]]]
    pages: dict[str, list[Any]]
    counts: list[Any]


Part = tuple["bytes | memoryview", "bytes | memoryview"]
"""One post of a run: what the report says of it, and its `Detail` as JSON."""


class Detail(NamedTuple):
    """What else a run has of a post: its counts for the summary, and what it says of its own addresses
    (None where no check asked for pages).
    """

    counts: list[Any]
    addresses: list[str] | None

    def written(self) -> bytes:
        """As JSON."""
        return json.dumps(self, separators=(",", ":")).encode()


def detail_of(part: Part) -> Detail:
    """The detail of a part. Raises ValueError where it cannot be read."""
    try:
        return Detail(*json.loads(bytes(part[1])))
    except (TypeError, RecursionError) as error:
        raise ValueError("damaged") from error


class KeptRun:
    """A run as it was read back; its file stays open, whatever takes its place."""

    def __init__(self, file: BinaryIO, sizes: list[int], grounds: Grounds) -> None:
        self.grounds = grounds
        self._file = file
        self._report, self._details, self._index = sizes
        self._parts: dict[str, Part] | None = None

    def write_to(self, out: BinaryIO) -> None:
        """Write the report, its end included."""
        self._file.seek(0)
        for at in range(0, self._report, _CHUNK):
            out.write(self._file.read(min(_CHUNK, self._report - at)))

    def parts(self) -> dict[str, Part]:
        """The part of each post, by path. Raises ValueError where it cannot be read."""
        if self._parts is None:
            self._file.seek(0)
            sizes = (self._report, self._details, self._index)
            report, details, index = (memoryview(self._file.read(size)) for size in sizes)
            try:
                lengths = json.loads(bytes(index))
                firsts = _slices(report, lengths[::2])
                seconds = _slices(details, lengths[1::2])
                self._parts = dict(
                    zip(self.grounds.posts, zip(firsts, seconds, strict=True), strict=True)
                )
            except (TypeError, RecursionError) as error:
                raise ValueError("damaged") from error
        return self._parts


def _slices(data: memoryview, lengths: list[int]) -> list[memoryview]:
    ends = list(accumulate(lengths, initial=0))
    return [data[first:last] for first, last in pairwise(ends)]


def read(folder: str, key: str) -> KeptRun | None:
    """The run that was kept under a key; None where there is none, or it cannot be read."""
    try:
        file = _opened(_path(folder, key))
        end = file.seek(-_TRAILER, os.SEEK_END)
        *sizes, size = map(int, file.read().split())
        if sum(sizes) + size != end:
            return None
        file.seek(sum(sizes))
        own, *grounds = json.loads(file.read(size))
        return KeptRun(file, sizes, Grounds(*grounds)) if own == key else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None


class Writer:
    """Keeps a run while it goes on: text as it is written, and what it rests on at the end."""

    def __init__(self, folder: str, key: str) -> None:
        import tempfile

        os.makedirs(folder, exist_ok=True)
        self._folder = folder
        self._key = key
        handle, self._temporary = tempfile.mkstemp(dir=folder, prefix=".run-")
        self._file = os.fdopen(handle, "wb")

    def write(self, report: "bytes | memoryview") -> int:
        """The next part of the report; returns its bytes."""
        return self._file.write(report)

    def finish(self, details: bytes, index: list[int], grounds: Grounds) -> None:
        """Put the run in place of the one under the same key. The `details` stand one after another;
        `index` has the bytes of each post in the report and in the details, one after the other.
        """
        with self._file as file:
            sizes = [file.tell(), file.write(details)]
            for part in (index, [self._key, *grounds]):
                sizes.append(file.write(json.dumps(part, separators=(",", ":")).encode()))
            large = file.tell() > _MOST_BYTES
            file.write(b"".join(b"%*d" % (_DIGITS, size) for size in sizes))
        if large:
            self.drop()
            return
        os.replace(self._temporary, _path(self._folder, self._key))
        self._forget_old()

    def drop(self) -> None:
        """Keep nothing."""
        self._file.close()
        with suppress(OSError):
            os.remove(self._temporary)

    def _forget_old(self) -> None:
        found = sorted(_files(self._folder, _NAME), key=os.path.getmtime)
        begun = [path for path in _files(self._folder, _BEGUN) if _is_old(path)]
        for path in [*found[:-_MOST_FILES], *begun]:
            with suppress(OSError):  # another run was faster
                os.remove(path)


def _opened(path: str) -> BinaryIO:
    return open(path, "rb")


def remove_all(folder: str) -> int:
    """Remove every run that a folder keeps; returns the bytes that they took."""
    taken = 0
    for path in (*_files(folder, _NAME), *_files(folder, _BEGUN)):
        taken += os.path.getsize(path)
        os.remove(path)
    return taken


def _files(folder: str, pattern: re.Pattern[str]) -> list[str]:
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return [os.path.join(folder, name) for name in names if pattern.fullmatch(name)]


def _is_old(path: str) -> bool:
    return time.time() - os.path.getmtime(path) > _DAY


def _path(folder: str, key: str) -> str:
    return os.path.join(folder, f"run-{crc32(key.encode()):08x}.kept")
