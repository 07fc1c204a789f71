"""The files of the cache of compiled data: nothing is left behind when one cannot be written."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import pytest

from lintpost.files import compiled_cache
from lintpost.files.atomic_write import TEMPORARY_PREFIX


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(folder))
    return folder


def fail(*_: Any, **__: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupt(*_: Any, **__: Any) -> None:
    raise KeyboardInterrupt


class Full:
    """A file on a full disk, where a write or, for what is buffered, the close fails."""

    def __init__(self, file: IO[bytes], fails: str) -> None:
        self._file = file
        self._fails = fails

    def __enter__(self) -> "Full":
        return self

    def write(self, data: bytes) -> None:
        self._file.write(data[:10])
        if self._fails == "write":
            fail()

    def __exit__(self, *_: object) -> None:
        self._file.close()
        if self._fails == "close":
            fail()


@pytest.mark.parametrize("step", ["write", "close", "replace", "mkstemp", "makedirs"])
def test_a_full_disk_leaves_nothing(
    cache: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    compiled_cache.store("key", "old", [1])
    (name,) = os.listdir(cache)
    with monkeypatch.context() as patched:
        if step in ("write", "close"):
            fdopen = os.fdopen
            patched.setattr(
                compiled_cache.os, "fdopen", lambda handle, mode: Full(fdopen(handle, mode), step)
            )
        elif step == "mkstemp":
            patched.setattr("tempfile.mkstemp", fail)
        else:
            patched.setattr(compiled_cache.os, step, fail)
        compiled_cache.store("key", "new", [2])
    assert os.listdir(cache) == [name]
    assert compiled_cache.load("key", "old") == [1]
    assert compiled_cache.load("key", "new") is None


def test_an_interrupt_leaves_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(compiled_cache.os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            compiled_cache.store("key", "new", [2])
    assert os.listdir(cache) == []


def test_the_next_run_sweeps_what_a_kill_left(cache: Path) -> None:
    cache.mkdir()
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = cache / f"{TEMPORARY_PREFIX}{dead.pid}-left"
    fresh = cache / f"{TEMPORARY_PREFIX}{dead.pid}-fresh"
    other = cache / f"{TEMPORARY_PREFIX}{os.getpid()}-other"
    for path in (left, fresh, other):
        path.write_text("x", "utf-8")
    os.utime(left, (time.time() - 60,) * 2)
    os.utime(other, (time.time() - 60,) * 2)
    compiled_cache.store("key", "new", [2])
    names = set(os.listdir(cache)) - {os.path.basename(compiled_cache._file("key"))}
    assert names == {fresh.name, other.name}  # their processes may still run
    assert compiled_cache.remove(str(cache)) > 0
    assert os.listdir(cache) == []


def test_a_folder_in_the_place_of_a_file(cache: Path) -> None:
    os.makedirs(compiled_cache._file("key"))
    compiled_cache.store("key", "new", [2])
    assert compiled_cache.load("key", "new") is None
    assert os.listdir(cache) == [os.path.basename(compiled_cache._file("key"))]


def test_a_key_whose_path_is_not_utf8(cache: Path) -> None:
    key = "names:/\udcff.yml"
    compiled_cache.store(key, [key], {"a": "\udcff"})
    assert compiled_cache.load(key, [key]) == {"a": "\udcff"}
    assert len(os.listdir(cache)) == 1
