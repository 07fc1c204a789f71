"""Runs lintpost on a pseudo-terminal, and models the screen that a person would see."""

import fcntl
import os
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import pyte
from rich.cells import cell_len

from tests.conftest import ROOT

ROWS = 24
_DEADLINE = 60.0
"""Seconds after which a run counts as hung, and is killed."""
_REACTION = 0.1
"""Seconds from what a person sees to what they type."""
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")


class Seen(NamedTuple):
    """What a run left behind."""

    status: int
    raw: str
    """Everything that was written to the terminal."""
    columns: int
    orphans: bool
    """Whether a process of the run was alive when the command itself had ended."""

    @property
    def escapes(self) -> list[str]:
        """The escape sequences in the order of writing."""
        return _ESCAPE.findall(self.raw)

    def screen(self) -> list[str]:
        """The lines that stand on the screen at the end."""
        return screen_of(self.raw, self.columns)

    def too_wide(self) -> list[str]:
        """The lines that the terminal had to break, as they were written."""
        lines = re.split(r"[\r\n]", _ESCAPE.sub("", self.raw))
        return [line for line in lines if cell_len(line) > self.columns]


class Run:
    """A run of lintpost in the foreground of a terminal of its own.

    `stdout` and `stderr` may go to files; what does not is the terminal. With `LANG=C.UTF-8`, no colour
    variables, and the caller's cache folder and day.
    """

    def __init__(
        self, *arguments: str, cwd: Path, columns: int = 80, stdout: Path | None = None,
        stderr: Path | None = None, **environment: str,
    ) -> None:  # fmt: skip
        self._columns = columns
        self._written = b""
        self._master, slave = os.openpty()
        termios.tcsetwinsize(slave, (ROWS, columns))
        with ExitStack() as stack:
            stack.callback(os.close, slave)
            out, err = (
                stack.enter_context(path.open("wb")) if path else slave for path in (stdout, stderr)
            )
            self._process = subprocess.Popen(
                [sys.executable, "-m", "lintpost", *arguments], cwd=cwd, env=variables(**environment),
                stdin=slave, stdout=out, stderr=err,
                start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            )  # fmt: skip

    @property
    def raw(self) -> str:
        """What was written so far."""
        return self._written.decode(errors="replace")

    def wait_for(self, pattern: str) -> None:
        """Read until a regular expression matches what was written."""
        self._read(lambda: re.search(pattern, self.raw) is not None)
        assert re.search(pattern, self.raw), self.raw

    def type(self, keys: str) -> None:
        """Type as a person does, not in the moment in which the program asks.

        "\\x03" is Ctrl-C, which the terminal makes SIGINT of. One that comes between Python's look
        for signals and its reading of a line is seen only when the line ends.
        """
        end = time.monotonic() + _REACTION
        while (
            time.monotonic() < end
        ):  # a terminal goes on reading; the system drops what it has not read
            self._drain(0.02)
        os.write(self._master, keys.encode())

    def finish(self) -> Seen:
        """Read until the command has ended."""
        self._read(lambda: self._process.poll() is not None)
        status = self._process.poll()
        orphans = _group_lives(self._process.pid)
        if status is None or orphans:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._drain()
        os.close(self._master)
        assert status is not None, f"no end after {_DEADLINE} s: {self.raw}"
        return Seen(status, self.raw, self._columns, orphans)

    def _read(self, enough: Callable[[], bool]) -> None:
        """Read until enough, the end of the terminal, or the deadline."""
        end = time.monotonic() + _DEADLINE
        while not enough() and time.monotonic() < end:
            self._drain(0.02)

    def _drain(self, patience: float = 0) -> None:
        """Read what is there, waiting for `patience` seconds for the first of it."""
        while select.select([self._master], [], [], patience)[0]:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # EIO: no process has the terminal open any more
                time.sleep(patience)
                return
            if not data:
                return
            self._written += data
            patience = 0


def run(*arguments: str, cwd: Path, columns: int = 80, stdout: Path | None = None, **environment: str) -> Seen:  # fmt: skip
    """A run from beginning to end, in which nothing is typed."""
    return Run(*arguments, cwd=cwd, columns=columns, stdout=stdout, **environment).finish()


def piped(*arguments: str, cwd: Path, columns: int | None = None, **environment: str) -> str:
    """Standard output of the same command in a pipe, as wide as a terminal if `columns` are given."""
    if columns:
        environment["COLUMNS"] = str(columns)
    done = subprocess.run(
        [sys.executable, "-m", "lintpost", *arguments], cwd=cwd, stdin=subprocess.DEVNULL,
        env=variables(**environment), capture_output=True, check=False,
    )  # fmt: skip
    assert done.stderr == b""
    return done.stdout.decode()


def variables(**more: str) -> dict[str, str]:
    """The environment of a run."""
    dropped = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "LINTPOST_DEBUG", "LC_ALL")  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}


def screen_of(text: str, columns: int) -> list[str]:
    """The lines on a terminal of some width that was sent a text, without blanks at their ends.

    The modelled screen is high enough for all of them: what scrolls away counts, too.
    """
    lines = text.count("\n") + cell_len(text) // columns + 2
    screen = pyte.Screen(columns, lines)
    pyte.Stream(screen).feed(text)
    return [line.rstrip() for line in screen.display[: screen.cursor.y + 1]]


def report_of(lines: list[str]) -> list[str]:
    """The lines of a screen without the next step, which only terminals are told: it is the last sentence."""
    at = max(number for number, line in enumerate(lines) if line.startswith(("次は：", "Next: ")))
    return [*lines[:at], lines[-1]]


def check_end(seen: Seen, status: int) -> None:
    """What holds for every end of every command."""
    assert seen.status == status, seen.raw
    assert "Traceback" not in seen.raw
    assert "internal error" not in seen.raw
    assert "内部エラー" not in seen.raw
    assert not seen.orphans
    assert "\x1b[?25l" not in seen.escapes  # nothing hides the cursor


def as_shown(text: str, columns: int) -> list[str]:
    """The lines of a screen that a program's output was sent to."""
    return screen_of(text.replace("\n", "\r\n"), columns)


def _group_lives(group: int) -> bool:
    """Whether a process of a group is alive; one that is about to end gets a second to do so."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.02)
    return True
