"""Which files settings are read from, so that what is cached of them is valid just as long."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from lintpost.files.stamp import FileStamp, file_stamp, stamp_of, unsettled
from lintpost.files.unsaved import unsaved_data
from lintpost.post.regular_file import open_regular


class SourceRead(NamedTuple):
    """What was read: the stamp from before the reading (None: there was no such file), and the digest of
    the bytes; None where the stamp alone counts, as with a folder.
    """

    stamp: FileStamp | None
    digest: str | None


Sources = dict[str, SourceRead]

_recorders: ContextVar[tuple[Sources, ...]] = ContextVar("_recorders", default=())
"""Those of the blocks that this thread (or task) is in: readers in others are none of their business."""


def read_recorded(path: str) -> bytes:
    """Read a whole file and record it. Raises `OSError`."""
    with open_regular(path) as file:
        stat = os.fstat(file.fileno())
        data = unsaved_data(path)
        data = file.read() if data is None else data
    record_file(path, stat, data)
    return data


def digest_of(data: bytes) -> str:
    """A digest that no two files share, in hexadecimal."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def record_file(path: str, stat: os.stat_result, data: bytes) -> None:
    """Record the bytes that were read from a file, and its status from before."""
    if not _recorders.get():
        return
    read = SourceRead(stamp_of(stat), digest_of(data))
    for recorder in _recorders.get():
        if recorder.setdefault(path, read).digest != read.digest:
            recorder[path] = _changed(read)


def record_paths(*paths: str) -> None:
    """Record paths of which the stamps alone count: folders before their files are listed, and files that
    are looked for or were read in an earlier run.
    """
    for recorder in _recorders.get():
        for path in paths:
            recorder.setdefault(path, SourceRead(file_stamp(path), None))


def is_recording() -> bool:
    """Whether this thread is in a block of `recorded`."""
    return bool(_recorders.get())


@contextmanager
def recorded() -> Iterator[Sources]:
    """What is read from here to the end of the block, by path."""
    recorder: Sources = {}
    token = _recorders.set((*_recorders.get(), recorder))
    try:
        yield recorder
    finally:
        _recorders.reset(token)


def _changed(read: SourceRead) -> SourceRead:
    """A file that changed between two readings: nothing may be found again under its digest."""
    stamp = unsettled(read.stamp) if read.stamp is not None else None
    return SourceRead(stamp, os.urandom(16).hex())
