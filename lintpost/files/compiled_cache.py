"""A per-user cache of data compiled from files (rules, dictionaries, schemas), one JSON file each."""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

from lintpost.files.package import compiled_file

_bypassed: ContextVar[bool] = ContextVar("_bypassed", default=False)


def cache_folder() -> str:
    """The cache folder: ``LINTPOST_CACHE_DIR``, else the platform's folder for caches."""
    chosen = os.environ.get("LINTPOST_CACHE_DIR")
    if chosen:
        return chosen
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "lintpost")


@contextmanager
def bypassed(bypass: bool) -> Iterator[None]:
    """Within the block nothing of a user's files is loaded or stored, only what is built in."""
    token = _bypassed.set(bypass)
    try:
        yield
    finally:
        _bypassed.reset(token)


def is_bypassed() -> bool:
    """Whether this is within `bypassed`; new processes have to be told."""
    return _bypassed.get()


def load(key: str, fingerprint: Any, *, builtin: bool = False) -> Any:
    """The value stored under a key; None if there is none, it is damaged, or its fingerprint differs.

    `builtin`: it was compiled from lintpost's own files alone.
    """
    if _bypassed.get() and not builtin:
        return None
    from zlib import crc32  # a run whose settings are cached reads no file of this cache

    try:
        with open(_file(key), "rb") as file:
            checksum, _, entry = file.read().partition(b",")
        if int(checksum[1:]) != crc32(entry[:-1]):
            return None
        found_key, found_fingerprint, value = json.loads(entry[:-1])
    except (OSError, ValueError):
        return None
    return value if found_key == key and found_fingerprint == fingerprint else None


def load_built_in(name: str) -> Any:
    """What was compiled from lintpost's own files when the wheel was built; None in a checkout."""
    path = compiled_file(name)
    if path is None:
        return None
    try:
        with open(path, "rb") as file:
            return json.loads(file.read())
    except (OSError, ValueError):
        return None


def store(key: str, fingerprint: Any, value: Any, *, builtin: bool = False) -> None:
    """Store a JSON value. Errors are ignored: without a cache lintpost is only slower."""
    if _bypassed.get() and not builtin:
        return
    import tempfile
    from zlib import crc32

    from lintpost.files.atomic_write import TEMPORARY_PREFIX, remove_orphans

    target = _file(key)
    folder = os.path.dirname(target)
    temporary = None
    try:
        entry = json.dumps([key, fingerprint, value]).encode()
        os.makedirs(folder, exist_ok=True)
        with suppress(OSError):
            remove_orphans(folder)
        prefix = f"{TEMPORARY_PREFIX}{os.getpid()}-"
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=prefix)
        with os.fdopen(handle, "wb") as file:
            file.write(b"[%d,%b]" % (crc32(entry), entry))
        os.replace(temporary, target)
        temporary = None
    except (OSError, TypeError):
        return
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def remove(folder: str) -> int:
    """Remove what was stored in a folder, unfinished files of killed runs included; returns its bytes."""
    from lintpost.files.atomic_write import TEMPORARY_PREFIX

    size = 0
    names = os.listdir(folder) if os.path.isdir(folder) else []
    for name in names:
        if re.fullmatch(r"[0-9a-f]{8}\.json", name) or name.startswith(TEMPORARY_PREFIX):
            path = os.path.join(folder, name)
            with suppress(FileNotFoundError):  # another run has just removed or renamed it
                size += os.path.getsize(path)
                os.remove(path)
    return size


def _file(key: str) -> str:
    from zlib import crc32

    # The key has a path, which need not be UTF-8.
    checksum = crc32(key.encode(errors="surrogatepass"))
    return os.path.join(cache_folder(), f"{checksum:08x}.json")
