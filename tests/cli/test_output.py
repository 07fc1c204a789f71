"""Where reports are written: devices, pipes, links, descriptors and closed streams."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_cli

Write = Callable[..., Path]


@pytest.fixture
def bad(site: Write) -> Path:
    """A folder with a post that has a finding."""
    return site(bad_md="---\ntitle: One\n---\n\n**bold.**text\n")


CONCISE = ("check", "--output-format", "concise", "bad.md")


@pytest.mark.skipif(os.name != "posix", reason="POSIX only")
@pytest.mark.parametrize("option", ["--output-file=/dev/null", "--report=json:/dev/null"])
def test_a_device_stays_a_device(bad: Path, option: str) -> None:
    before = os.stat("/dev/null")
    assert run_cli("check", "bad.md", option, cwd=bad).returncode == 1
    after = os.stat("/dev/null")
    assert (after.st_mode, after.st_ino, after.st_rdev) == (
        before.st_mode, before.st_ino, before.st_rdev,
    )  # fmt: skip
    assert stat.S_ISCHR(after.st_mode)


@pytest.mark.skipif(not hasattr(os, "mknod") or os.geteuid() != 0, reason="root only")
def test_a_device_of_any_name_stays_a_device(bad: Path) -> None:
    """In a folder that the user may write to, as root may to /dev."""
    try:
        os.mknod(bad / "null", 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        (bad / "null").write_text("x")
    except OSError:
        pytest.skip("no devices here")
    (bad / "link").symlink_to("null")
    for name in ("null", "link"):
        assert run_cli(*CONCISE, "--output-file", name, cwd=bad).returncode == 1
    assert stat.S_ISCHR(os.stat(bad / "null").st_mode)
    assert (bad / "link").is_symlink()


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="no /dev/stdout")
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_a_report_to_an_open_descriptor(bad: Path, name: str) -> None:
    """Into a pipe, and behind what a file has already."""
    expected = run_cli(*CONCISE, cwd=bad).stdout
    assert expected.startswith(b"bad.md:")
    assert run_cli(*CONCISE, "--output-file", name, cwd=bad).stdout == expected
    command = f"(echo first; {sys.executable} -m lintpost {' '.join(CONCISE)} --output-file {name}; echo last) > out"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, shell=True, cwd=bad, env=environment, check=True)
    assert (bad / "out").read_bytes() == b"first\n" + expected + b"last\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_a_report_into_a_named_pipe(bad: Path) -> None:
    os.mkfifo(bad / "pipe")
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit((bad / "pipe").read_bytes)
        assert run_cli(*CONCISE, "--output-file=pipe", cwd=bad).returncode == 1
        assert read.result(20) == run_cli(*CONCISE, cwd=bad).stdout
    assert stat.S_ISFIFO(os.stat(bad / "pipe").st_mode)


@pytest.mark.skipif(os.name != "posix", reason="POSIX only")
def test_a_report_through_a_link_keeps_link_and_mode(bad: Path) -> None:
    (bad / "there").mkdir()
    target = bad / "there/report"
    target.write_text("old")
    target.chmod(0o640)
    (bad / "link").symlink_to("there/report")
    (bad / "broken").symlink_to("there/new")
    expected = run_cli(*CONCISE, cwd=bad).stdout
    for name in ("link", "broken"):
        assert run_cli(*CONCISE, "--output-file", name, cwd=bad).returncode == 1
        assert (bad / name).is_symlink()
        assert (bad / name).read_bytes() == expected
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(os.listdir(bad / "there")) == ["new", "report"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none/out.txt", "No such file or directory"),
        ("there", "Is a directory"),
        ("/dev/full", "No space left on device"),
        ("/dev/fd/77", "Bad file descriptor"),
        ("bad.md/x", "Not a directory"),
    ],
)
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_errors_name_the_path_that_was_given(bad: Path, name: str, why: str) -> None:
    (bad / "there").mkdir()
    for option in (f"--output-file={name}", f"--report=json:{name}"):
        done = run_cli("check", "bad.md", option, cwd=bad)
        assert (done.returncode, done.stderr.decode()) == (2, f"lintpost: {name}: {why}\n")
    assert sorted(os.listdir(bad)) == ["bad.md", "there"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX only")
@pytest.mark.parametrize(
    ("closed", "status"),
    [(">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), ("<&- >&- 2>&-", 1), ("- <&-", 1), ("--fix >&-", 1)],
)
def test_closed_streams(bad: Path, closed: str, status: int) -> None:
    """No traceback, no file that gets what is printed, and the status as ever."""
    path = "" if closed.startswith("-") and "--" not in closed else "bad.md"
    command = f"{sys.executable} -m lintpost check --no-config {path} {closed}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("LINTPOST_DEBUG", None)
    done = subprocess.run(
        command, shell=True, cwd=bad, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (status, b"")
