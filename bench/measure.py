"""Measures commands and programs, each in a process of its own."""

import os
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def environment(**more: str) -> dict[str, str]:
    """The environment of measured processes: bytecode files are written, or each run would compile."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | more


def wall(command: list[str], cwd: str = ROOT) -> float:
    """Run time of a command in seconds."""
    begin = time.perf_counter()
    subprocess.run(
        command,
        cwd=cwd,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - begin


def best_in_turns(commands: dict[str, list[str]], rounds: int, cwd: str = ROOT) -> dict[str, float]:
    """The fastest run of each command in seconds.

    The commands take turns, so that a busy moment of the machine slows down all of them.
    """
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best[name], wall(command, cwd))
    return best


def inner(code: str, *arguments: str) -> list[float]:
    """The numbers that a program prints. Raises `CalledProcessError` if it fails."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [float(number) for number in done.stdout.split()]


def peak_megabytes(command: list[str], cwd: str = ROOT) -> float:
    """Peak resident set size of a process."""
    process = subprocess.Popen(
        command, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_maxrss / 1024


def lintpost(*arguments: str) -> list[str]:
    """A lintpost command, run by this interpreter."""
    return [sys.executable, "-m", "lintpost", *arguments]


def commit() -> str:
    """The commit that is measured, abbreviated; "none" outside a repository."""
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or "none"
