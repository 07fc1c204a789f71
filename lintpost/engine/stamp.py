"""Whether a file is the one that was checked."""

import time
from typing import NamedTuple

_FRESH = 2_000_000_000
"""Nanoseconds in which a file may change again without its time changing: the steps of FAT's clock."""


class Stamp(NamedTuple):
    """What tells whether a file is the one that was checked: bytes, nanoseconds, digest of its bytes."""

    size: int
    mtime: int
    digest: bytes


def settled(mtime: int) -> int:
    """A file's time, or 0, which no file has, where it may still change without its time changing."""
    return mtime if time.time_ns() - mtime > _FRESH else 0


def digest_of(data: bytes) -> bytes:
    """A digest that no two posts share."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).digest()
