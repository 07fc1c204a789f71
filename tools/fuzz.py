"""Fixes posts that are put together at random, with every rule on, and takes a second look at the outcome.

``python tools/fuzz.py CORPUS [--count 50000] [--seed 1] [--jobs 2]``: CORPUS is a folder of posts. Prints
each failure with its number (``--only`` tries one number again) and the smallest post that fails alike. Exit
status: 0 nothing failed, 1 something did.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from fuzzing.houses import HOUSES, House, house
from fuzzing.posts import Pieces, fuzzed_post, read_pieces
from fuzzing.shrink import shrunk
from fuzzing.trial import try_post

_EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_ENDINGS = {".md", ".markdown", ".mdx"}
_AT_ONCE = 50


class Outcome(NamedTuple):
    """Some posts: how many fixes were written and refused, and lines for those that failed."""

    posts: int
    applied: int
    refused: Counter[str]
    failures: list[str]


@cache
def _pieces(folder: str) -> Pieces:
    paths = (path for path in chain(Path(folder).rglob("*"), _EXAMPLES.rglob("*")))
    return read_pieces(sorted(path for path in paths if path.suffix in _ENDINGS and path.is_file()))


def run(corpus: str, seed: int, folder: str, numbers: range) -> Outcome:
    """Try the posts of some numbers; `folder` is for the settings."""
    pieces = _pieces(corpus)
    failures = []
    applied = 0
    refused: Counter[str] = Counter()
    for number in numbers:
        where = house(HOUSES[number % len(HOUSES)], folder)
        text = fuzzed_post(pieces, random.Random(f"{seed}:{number}"))
        trial = try_post(where, text)
        applied += len(trial.fixed.applied)
        refused.update(dict(trial.fixed.result.refused))
        if trial.failures:
            failures.append(_told(where, number, text, trial.failures))
    return Outcome(len(numbers), applied, refused, failures)


def _told(where: House, number: int, text: str, failures: list[str]) -> str:
    kinds = {failure.split(" ")[0] for failure in failures}
    small = shrunk(text, lambda less: any(f.split(" ")[0] in kinds for f in try_post(where, less).failures))  # fmt: skip
    trial = try_post(where, small)
    lines = [f"{number} ({where.name}):", *failures[:5]]
    lines += [f"of {small!r}", f"to {trial.fixed.after!r}", *trial.failures[:3]]
    return "\n  ".join(lines)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", type=int, help="the number of one post")
    options = parser.parse_args()
    numbers = (
        range(options.count) if options.only is None else range(options.only, options.only + 1)
    )
    parts = [numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE)]
    total = Outcome(0, 0, Counter(), [])
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(options.jobs) as pool:
        for done in pool.map(partial(run, options.corpus, options.seed, folder), parts):
            total = Outcome(*(a + b for a, b in zip(total, done, strict=True)))
            for failure in done.failures:
                print(failure, flush=True)
            print(f"{total.posts} posts, {total.applied} fixes", file=sys.stderr, end="\r")
    print(f"{total.posts} posts, {total.applied} fixes, {total.refused.total()} refused, "
          f"{len(total.failures)} posts failed")  # fmt: skip
    for rule, count in total.refused.most_common():
        print(f"  {count} of {rule} refused")
    return 1 if total.failures else 0


if __name__ == "__main__":
    sys.exit(main())
