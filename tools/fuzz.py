"""Fixes posts that are put together at random, with every rule on, and takes a second look at the outcome.

``python tools/fuzz.py CORPUS [--count 50000] [--seed 1] [--jobs 2]``: CORPUS is a folder of posts. Prints
each failure with its number (``--only`` tries one number again) and the smallest post that fails alike. Exit
status: 0 nothing failed, 1 something did.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from fuzzing.posts import Pieces
from fuzzing.run import NOTHING, Outcome, pieces_of, run

_AT_ONCE = 50


@cache
def _pieces(corpus: str) -> Pieces:
    return pieces_of(Path(corpus))


def _run(corpus: str, seed: int, folder: str, numbers: range) -> Outcome:
    return run(_pieces(corpus), seed, folder, numbers)


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
    total = NOTHING
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(options.jobs) as pool:
        for done in pool.map(partial(_run, options.corpus, options.seed, folder), parts):
            total = total.plus(done)
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
