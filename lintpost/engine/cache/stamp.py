"""Whether a file is the one that was checked."""

import os
import time
from typing import NamedTuple

_FRESH = 2_000_000_000
"""Nanoseconds in which a file may change again without its time changing: the steps of FAT's clock."""


class Stamp(NamedTuple):
    """What tells whether a file is the one that was checked: bytes, nanoseconds, digest of its bytes
    (hexadecimal).
    """

    size: int
    mtime: int
    digest: str


def settled(mtime: int) -> int:
    """A file's time, or 0, which no file has, where it may still change without its time changing."""
    return mtime if time.time_ns() - mtime > _FRESH else 0


def digest_of(data: bytes) -> str:
    """A digest that no two posts share."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def compared(path: str, stamp: Stamp) -> Stamp | None:
    """The stamp as it is to be kept from now on; None where the file is another."""
    try:
        stat = os.stat(path)
        if stat.st_size != stamp.size:
            return None
        if stat.st_mtime_ns == stamp.mtime:
            return stamp
        with open(path, "rb") as file:
            digest = digest_of(file.read())
    except OSError:
        return None
    return stamp._replace(mtime=settled(stat.st_mtime_ns)) if digest == stamp.digest else None
