"""Whether a file is the one that was read before, by its size and time."""

import os
import time

_CLOCK_STEP = 2_000_000_000
"""Nanoseconds in which a file may change again without its time changing: the step of FAT's clock."""
UNSETTLED = 0
"""The `mtime` of a stamp that proves nothing; no file has it."""


def file_stamp(path: str) -> tuple[int, int] | None:
    """The bytes of a file or folder, and the nanoseconds of its last change; None where there is none."""
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def settled(mtime: int) -> int:
    """A time that is old enough to prove that a file is unchanged, else `UNSETTLED`."""
    return mtime if time.time_ns() - mtime > _CLOCK_STEP else UNSETTLED
