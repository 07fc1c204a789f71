"""Times processes and pieces of code, each in a process of its own."""

import os
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# A run without compiled modules would measure the compiler.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def wall(command: list[str], cwd: str = ROOT) -> float:
    """Seconds that a process takes."""
    begin = time.perf_counter()
    subprocess.run(
        command,
        cwd=cwd,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - begin


def best_in_turns(commands: dict[str, list[str]], rounds: int, cwd: str = ROOT) -> dict[str, float]:
    """The best seconds of each command; they take turns, so that a slow moment of the machine hits all."""
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best[name], wall(command, cwd))
    return best


def inner(code: str, *arguments: str) -> list[float]:
    """The numbers that a piece of code prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [float(number) for number in done.stdout.split()]


def peak_megabytes(command: list[str], cwd: str = ROOT) -> float:
    """The most memory that a process held (its resident set, as the kernel counts it)."""
    process = subprocess.Popen(
        command, cwd=cwd, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_maxrss / 1024


def lintpost(*arguments: str) -> list[str]:
    """A command of lintpost, by this interpreter."""
    return [sys.executable, "-m", "lintpost", *arguments]
