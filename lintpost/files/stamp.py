"""Whether a file is the one that was read before, without reading it again."""

import os
import time

_CLOCK_STEP = 2_000_000_000
"""Nanoseconds in which a file may change again without its times changing: the step of FAT's clock."""
_UNSETTLED = -1
"""The `ctime` of a stamp that proves nothing."""
_INT64 = (1 << 63) - 1


FileStamp = tuple[int, int, int, int]
"""The size of a file or folder in bytes, `mtime` in nanoseconds, inode, `ctime` in nanoseconds.

Size and `mtime` may be the same for other content: ``cp -p``, ``rsync -t`` and ``touch -r`` set the time.
`ctime`, the time of the last change of the content or the attributes, cannot be set.
"""


def stamp_of(stat: os.stat_result) -> FileStamp:
    """The stamp in what `os.stat` returned."""
    # Inodes may have more bits than an integer of SQLite.
    return stat.st_size, stat.st_mtime_ns, stat.st_ino & _INT64, stat.st_ctime_ns


def file_stamp(path: str) -> FileStamp | None:
    """The stamp of a file or folder; None where there is none."""
    try:
        return stamp_of(os.stat(path))
    except OSError:
        return None


def settled(stamp: FileStamp) -> FileStamp:
    """A stamp that is old enough to prove that a file is unchanged, else one that equals no other."""
    _, mtime, _, ctime = stamp
    return stamp if is_settled(max(mtime, ctime)) else unsettled(stamp)


def unsettled(stamp: FileStamp) -> FileStamp:
    """A stamp that equals no other, with the same size."""
    return *stamp[:3], _UNSETTLED


def is_settled(changed: int) -> bool:
    """Whether the time of a change, in nanoseconds, would be another after one more change."""
    return time.time_ns() - changed > _CLOCK_STEP
