"""Nothing is lost: killed at any moment, with no room, no right, or someone else at the same file."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from lintpost.files import atomic_write
from lintpost.files.atomic_write import write_atomically
from tests.conftest import ROOT, run_cli

BEFORE = "githubの話。\n" + "本文です。\n" * 400
AFTER = BEFORE.replace("github", "GitHub")
POSTS = 120


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lintpost.yml").write_text("names: names.yml\nposts: [posts/]\n", encoding="utf-8")
    (tmp_path / "names.yml").write_text("names: [GitHub]\n", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    _reset(tmp_path)
    return tmp_path


def _reset(folder: Path) -> None:
    for number in range(POSTS):
        (folder / "posts" / f"{number:03}.md").write_text(BEFORE, encoding="utf-8")


def _fix(folder: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "lintpost", "check", "--fix", "--select", "names/spelling", "-q"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.mark.slow
def test_killed_at_any_moment(folder: Path) -> None:
    """kill -9: every post is the old one or the new one, to the byte, and a second run ends the work."""
    chance = random.Random(7)
    whole = time.perf_counter()
    _fix(folder).wait()
    whole = time.perf_counter() - whole
    mixed = 0
    for _ in range(20):
        _reset(folder)
        process = _fix(folder)
        time.sleep(whole * chance.uniform(0.2, 1.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        texts = [
            path.read_text(encoding="utf-8") for path in sorted((folder / "posts").glob("*.md"))
        ]
        assert len(texts) == POSTS
        assert set(texts) <= {BEFORE, AFTER}
        mixed += len(set(texts)) == 2
    assert mixed >= 3
    time.sleep(atomic_write._ORPHANED)
    assert _fix(folder).wait() in (0, 1)
    assert {path.read_text(encoding="utf-8") for path in (folder / "posts").glob("*.md")} == {AFTER}
    left = [path.name for path in (folder / "posts").iterdir() if path.suffix != ".md"]
    assert left == []


@pytest.mark.parametrize("step", ["mkstemp", "write", "fsync", "replace"])
def test_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whatever fails, the file is the old one and nothing lies beside it."""
    path = tmp_path / "a.md"
    path.write_text("old\n", encoding="utf-8")

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "mkstemp":
        monkeypatch.setattr(tempfile, "mkstemp", full)
    elif step == "write":
        real = os.fdopen

        def opened(handle: int, mode: str) -> object:
            file = real(handle, mode)

            class Full:
                def __enter__(self) -> "Full":
                    return self

                def __exit__(self, *_: object) -> None:
                    file.close()

                write = full

            return Full()

        monkeypatch.setattr(atomic_write.os, "fdopen", opened)
    else:
        monkeypatch.setattr(atomic_write.os, step, full)
    problem = write_atomically(str(path), "old\n", "new\n")
    assert problem is not None
    assert problem.en == "could not be written: No space left on device"
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == "old\n"
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_report_that_cannot_be_written(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m lintpost check -q > /dev/full", shell=True, cwd=folder, capture_output=True,
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"No space left on device" in done.stderr


def test_a_second_writer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "posts" / "000.md"
    assert write_atomically(str(path), "someone else's\n", AFTER) is not None
    assert path.read_text(encoding="utf-8") == BEFORE


def test_mode_owner_and_links_are_kept(folder: Path) -> None:
    path, link = folder / "posts" / "000.md", folder / "posts" / "link.md"
    os.chmod(path, 0o640)
    link.symlink_to("000.md")
    if os.geteuid() == 0:
        os.chown(path, 1234, 4321)
    done = run_cli("check", "--fix", "--select", "names/spelling", "posts/link.md", cwd=folder)
    assert done.returncode == 0
    assert path.read_text(encoding="utf-8") == AFTER
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    if os.geteuid() == 0:
        assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_post(folder: Path) -> None:
    os.chmod(folder / "posts" / "000.md", 0o444)
    done = run_cli("check", "--fix", cwd=folder)
    assert done.returncode == 2
    assert "posts/000.md: could not be written" in done.stderr.decode()
    assert (folder / "posts" / "001.md").read_text(encoding="utf-8") == AFTER
