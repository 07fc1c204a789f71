"""What a whole run said, kept so that the next can say it again where nothing has changed.

A file of its own in the cache's folder: the text of the report, as bytes; what each post has to it, as
JSON; all that the run rests on, as JSON; and the sizes of the three, so that a run that is said again
need not be read into memory.
"""

import json
import os
import re
from binascii import crc32
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple

FEWEST = 50
"""Posts below which a run is not worth keeping: reading their results takes no time."""
_MOST_FILES = 8
_MOST_BYTES = 64_000_000
_CHUNK = 1 << 16
_TRAILER = 60
"""Bytes of the three sizes at the end, 20 digits each."""
_NAME = re.compile(r"run-[0-9a-f]{8}\.kept")


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


class Part(NamedTuple):
    """One post of a run: what the report says of it, its counts for the summary, and what it says of its
    own addresses (None where no check asked for pages).
    """

    report: "bytes | memoryview"
    counts: list[Any]
    addresses: list[str] | None


class KeptRun:
    """A run as it was read back; its file stays open, whatever takes its place."""

    def __init__(self, file: BinaryIO, sizes: list[int], grounds: Grounds) -> None:
        self.grounds = grounds
        self._file = file
        self._report, self._pieces = sizes
        self._parts: dict[str, Part] | None = None

    def write_to(self, out: BinaryIO) -> None:
        """Write the report."""
        self._file.seek(0)
        for at in range(0, self._report, _CHUNK):
            out.write(self._file.read(min(_CHUNK, self._report - at)))

    def parts(self) -> dict[str, Part]:
        """What each post has to the run, by path. Raises ValueError where it cannot be read."""
        if self._parts is not None:
            return self._parts
        self._file.seek(0)
        report = memoryview(self._file.read(self._report))
        found = {}
        at = 0
        try:
            pieces = json.loads(self._file.read(self._pieces))
            for path, (size, counts, addresses) in zip(self.grounds.posts, pieces, strict=True):
                found[path] = Part(report[at : at + size], counts, addresses)
                at += size
        except (TypeError, RecursionError) as error:
            raise ValueError("damaged") from error
        self._parts = found
        return found


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

    def finish(self, pieces: list[list[Any]], grounds: Grounds) -> None:
        """Put the run in place of the one under the same key. `pieces` are `Part`s with the bytes of each
        in place of its text.
        """
        with self._file as file:
            sizes = [file.tell()]
            for part in (pieces, [self._key, *grounds]):
                sizes.append(file.write(json.dumps(part, separators=(",", ":")).encode()))
            large = file.tell() > _MOST_BYTES
            file.write(b"".join(b"%20d" % size for size in sizes))
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
        found = sorted(_files(self._folder), key=os.path.getmtime)
        for path in found[:-_MOST_FILES]:
            os.remove(path)


def _opened(path: str) -> BinaryIO:
    return open(path, "rb")


def remove_all(folder: str) -> int:
    """Remove every run that a folder keeps; returns the bytes that they took."""
    taken = 0
    for path in _files(folder):
        taken += os.path.getsize(path)
        os.remove(path)
    return taken


def _files(folder: str) -> list[str]:
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return [os.path.join(folder, name) for name in names if _NAME.fullmatch(name)]


def _path(folder: str, key: str) -> str:
    return os.path.join(folder, f"run-{crc32(key.encode()):08x}.kept")
