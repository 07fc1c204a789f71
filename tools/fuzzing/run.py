"""Tries posts by number, and tells of those that fail."""

import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .houses import HOUSES, House, house
from .posts import Pieces, fuzzed_post, read_pieces
from .shrink import shrunk
from .trial import try_post

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples" / "posts"
ENDINGS = frozenset([".md", ".markdown", ".mdx"])


class Outcome(NamedTuple):
    """Some posts: how many fixes were written and refused, and lines for those that failed."""

    posts: int
    applied: int
    refused: Counter[str]
    failures: list[str]

    def plus(self, other: "Outcome") -> "Outcome":
        """Both as one."""
        return Outcome(
            self.posts + other.posts, self.applied + other.applied, self.refused + other.refused,
            self.failures + other.failures,
        )  # fmt: skip


NOTHING = Outcome(0, 0, Counter(), [])


def pieces_of(*folders: Path) -> Pieces:
    """The pieces of all posts in some folders and in the examples."""
    paths = [path for folder in (*folders, EXAMPLES) for path in folder.rglob("*")]
    return read_pieces(sorted(path for path in paths if path.suffix in ENDINGS and path.is_file()))


def run(pieces: Pieces, seed: int, folder: str, numbers: Iterable[int]) -> Outcome:
    """Try the posts of some numbers; `folder` is for the settings."""
    total = NOTHING
    for number in numbers:
        where = house(HOUSES[number % len(HOUSES)], folder)
        text = fuzzed_post(pieces, random.Random(f"{seed}:{number}"))
        trial = try_post(where, text)
        failures = [_told(where, number, text, trial.failures)] if trial.failures else []
        refused = Counter(dict(trial.fixed.result.refused))
        total = total.plus(Outcome(1, len(trial.fixed.applied), refused, failures))
    return total


def _told(where: House, number: int, text: str, failures: list[str]) -> str:
    """What failed, and the smallest post that fails alike."""
    kinds = {_kind(failure) for failure in failures}
    small = shrunk(text, lambda less: not kinds.isdisjoint(map(_kind, try_post(where, less).failures)))  # fmt: skip
    trial = try_post(where, small)
    lines = [f"{number} ({where.name}):", *failures[:5]]
    lines += [f"of {small!r}", f"to {trial.fixed.after!r}", *trial.failures[:3]]
    return "\n  ".join(lines)


def _kind(failure: str) -> str:
    return " ".join(failure.split(" ")[:3])
