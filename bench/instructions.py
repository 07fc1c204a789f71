"""Counts instructions, which do not depend on how busy the machine is, and compares them with a budget.

    python bench/instructions.py [--write]

Runs lintpost under valgrind's callgrind (https://valgrind.org/docs/manual/cl-manual.html). Counts are
ratios, to the start of Python and to reading the same posts. The exit status is 1 if one is more than
10 % above budget.json. With --write, the counts are written to budget.json, and added to history.jsonl with the
commit that they are of: many small steps, none of them a tenth, show there.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

from floors import READING
from inputs import config, grown, posts_of
from measure import ROOT, commit, environment, lintpost

_BUDGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "budget.json")
_HISTORY = os.path.join(os.path.dirname(_BUDGET), "history.jsonl")
_MARGIN = 1.1
_POSTS = 8
_SETTLED = 2.5
"""Seconds."""


def instructions(command: list[str], cache: str) -> int:
    """The number of instructions of a process. Exits if valgrind fails."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env=environment(PYTHONHASHSEED="0", LINTPOST_CACHE_DIR=cache),
    )  # fmt: skip
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        sys.exit(f"valgrind: {done.stderr[-500:]}")
    return int(found[1])


def counted(folder: str) -> dict[str, float]:
    """The ratios: starting lintpost to starting Python, and checking a post to reading it."""
    posts = posts_of(os.path.join(ROOT, "examples", "posts"))
    made = grown(max(posts, key=os.path.getsize), 40_000, folder)
    copies = [shutil.copy(made, os.path.join(folder, f"{number}.md")) for number in range(_POSTS)]
    chosen, cache = config(folder), os.path.join(folder, "cache")
    check = lintpost("check", "--output-format", "concise", "--config", chosen, "--no-cache")
    # The first run fills the cache of parsed rules; files that are younger than this are not trusted.
    time.sleep(_SETTLED)
    subprocess.run(
        [*check, made], cwd=ROOT, env=environment(LINTPOST_CACHE_DIR=cache),
        stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    python = [sys.executable, "-c"]
    one, all_ = (instructions([*check, "-j1", *paths], cache) for paths in (copies[:1], copies))
    reading = [instructions([*python, READING, *paths], cache) for paths in (copies[:1], copies)]
    return {
        "start": round(one / instructions([sys.executable, "-I", "-c", "pass"], cache), 2),
        "post": round((all_ - one) / (reading[1] - reading[0]), 2),
    }


def main() -> None:
    """Count, print, compare."""
    parser = argparse.ArgumentParser(description="Compare instruction counts with a budget.")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    python = platform.python_version().rpartition(".")[0]
    with tempfile.TemporaryDirectory() as folder:
        found = counted(folder)
    if options.write:
        with open(_BUDGET, "w", encoding="utf-8") as file:
            file.write(json.dumps({"python": python, **found}, indent=2) + "\n")
        with open(_HISTORY, "a", encoding="utf-8") as file:
            file.write(json.dumps({"commit": commit(), "python": python, **found}) + "\n")
    with open(_BUDGET, encoding="utf-8") as file:
        budget = json.load(file)
    for name, ratio in found.items():
        print(f"{name}: {ratio} (budget {budget[name]})")
    if budget["python"] != python:
        print(f"the budget is Python {budget['python']}'s: not compared")
    elif any(ratio > budget[name] * _MARGIN for name, ratio in found.items()):
        sys.exit("more instructions than the budget allows")


if __name__ == "__main__":
    main()
