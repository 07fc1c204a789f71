"""Whether a file is the one that was read before, without reading it again."""

import os
import time
from typing import NamedTuple

_CLOCK_STEP = 2_000_000_000
"""Nanoseconds in which a file may change again without its times changing: the step of FAT's clock."""
UNSETTLED = -1
"""The `ctime` of a stamp that proves nothing."""
_INT64 = (1 << 63) - 1


class FileStamp(NamedTuple):
    """The size of a file or folder in bytes, its inode, and the times of its last change in nanoseconds.

    Size and `mtime` alone may be the same for other content: ``cp -p``, ``rsync -t`` and ``touch -r``
    set the time. `ctime` (of the content or the file's attributes) cannot be set.
    """

    size: int
    mtime: int
    inode: int
    ctime: int


def stamp_of(stat: os.stat_result) -> FileStamp:
    """The stamp in what `os.stat` returned."""
    # Inodes may have more bits than an integer of SQLite.
    return FileStamp(stat.st_size, stat.st_mtime_ns, stat.st_ino & _INT64, stat.st_ctime_ns)


def file_stamp(path: str) -> FileStamp | None:
    """The stamp of a file or folder; None where there is none."""
    try:
        return stamp_of(os.stat(path))
    except OSError:
        return None


def settled(stamp: FileStamp) -> FileStamp:
    """A stamp that is old enough to prove that a file is unchanged, else one that equals no other."""
    if is_settled(max(stamp.mtime, stamp.ctime)):
        return stamp
    return stamp._replace(ctime=UNSETTLED)


def is_settled(changed: int) -> bool:
    """Whether the time of a change, in nanoseconds, would be another after one more change."""
    return time.time_ns() - changed > _CLOCK_STEP
