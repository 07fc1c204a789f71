"""Measures what rules over the whole site cost a run in which one post has changed.

    python bench/changed.py [CORPUS] [--posts N] [--rounds N]

Copies of a corpus (default: examples/posts) are checked once, then again after each of these: nothing, another body, another title;
with the rules over the whole site that are on by default, and without (``--no-site``). The figures are processor
seconds of whole processes, the medians of the rounds.
"""

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from tempfile import TemporaryDirectory

from inputs import multiplied, posts_of
from measure import ROOT, environment

_TITLE = re.compile(r"(?m)^title:.*$")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure runs after one post has changed.")
    parser.add_argument("corpus", nargs="?", default=os.path.join(ROOT, "examples", "posts"))
    parser.add_argument("--posts", type=int, default=2_500)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    paths = posts_of(arguments.corpus)
    with TemporaryDirectory() as folder:
        times = -(-arguments.posts // len(paths))
        made = multiplied(paths, times, os.path.join(folder, "site"))
        for path in made[arguments.posts :]:
            os.remove(path)
        with open(os.path.join(folder, "site", "lintpost.yml"), "w", encoding="utf-8") as file:
            file.write("extends: recommended\n")
        _report(folder, next(path for path in made if _TITLE.search(_read(path))), arguments.rounds)


def _report(folder: str, post: str, rounds: int) -> None:
    text = _read(post)
    changes: dict[str, Callable[[int], str]] = {
        "nothing": lambda _: text,
        "a body": lambda number: f"{text}\nA line more, number {number}.\n",
        "a title": lambda number: _TITLE.sub(f"title: Another title, number {number}", text, 1),
    }
    print(f"{'changed':10} {'all rules':>10} {'--no-site':>10} {'more':>6}")
    for options in ((), ("--no-site",)):
        _seconds(folder, options)
    for name, change in changes.items():
        found: dict[tuple[str, ...], list[float]] = {(): [], ("--no-site",): []}
        for number in range(rounds):
            with open(post, "w", encoding="utf-8") as file:
                file.write(change(number))
            for options, some in found.items():
                some.append(_seconds(folder, options))
        with_site, without = map(statistics.median, found.values())
        print(f"{name:10} {with_site:10.2f} {without:10.2f} {with_site - without:6.2f}")


def _seconds(folder: str, options: tuple[str, ...]) -> float:
    """Processor seconds of a run, in user mode and in the system."""
    command = [
        sys.executable,
        "-m",
        "lintpost",
        "check",
        "--jobs",
        "1",
        "--output-format",
        "concise",
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [*command, *options, "."],
        cwd=os.path.join(folder, "site"),
        env=environment(LINTPOST_CACHE_DIR=os.path.join(folder, "cache")),
        stdout=subprocess.DEVNULL,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    main()
