"""A per-user cache of data compiled from files (rules, dictionaries, schemas), one JSON file each."""

import json
import os
import re
import sys
from typing import Any


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


def load(key: str, fingerprint: Any) -> Any:
    """The value stored under a key; None if there is none, or its fingerprint differs."""
    try:
        with open(_file(key), encoding="utf-8") as file:
            entry = json.load(file)
        known = entry["key"] == key and entry["fingerprint"] == fingerprint
        return entry["value"] if known else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def store(key: str, fingerprint: Any, value: Any) -> None:
    """Store a JSON value. Errors are ignored: without a cache lintpost is only slower."""
    import tempfile

    from lintpost.files.atomic_write import TEMPORARY_PREFIX

    target = _file(key)
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        prefix = f"{TEMPORARY_PREFIX}{os.getpid()}-"
        handle, name = tempfile.mkstemp(dir=os.path.dirname(target), prefix=prefix)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"key": key, "fingerprint": fingerprint, "value": value}, file)
        os.replace(name, target)
    except (OSError, TypeError):
        return


def remove(folder: str) -> int:
    """Remove what was stored in a folder, unfinished files of killed runs included; returns its bytes."""
    from lintpost.files.atomic_write import TEMPORARY_PREFIX

    size = 0
    names = os.listdir(folder) if os.path.isdir(folder) else []
    for name in names:
        if re.fullmatch(r"[0-9a-f]{8}\.json", name) or name.startswith(TEMPORARY_PREFIX):
            path = os.path.join(folder, name)
            size += os.path.getsize(path)
            os.remove(path)
    return size


def _file(key: str) -> str:
    from zlib import crc32  # a run whose settings are cached reads no file of this cache

    return os.path.join(cache_folder(), f"{crc32(key.encode()):08x}.json")
