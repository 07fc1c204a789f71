"""The work of a check grows with the size of the post, whatever is in it.

Nothing here depends on how fast or how busy the machine is. Of our own functions the lines that run are
counted, which come out the same each time. What runs inside of Python (regular expressions, searches,
copies, the parsers) cannot be counted, so its processor time is taken: a function is at fault if the least of several
times grows by much more than the text does.
"""

import gc
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import inf

import pytest

from lintpost.engine import time_limit
from tests.linear.meter import Meter
from tests.linear.patterns import MDX, PATTERNS

pytestmark = pytest.mark.slow

COUNTED = (12, 24, 48)
"""How often the text of a pattern is repeated where lines are counted."""
COUNTED_AGAIN = (96, 192)
"""How often where a function looks as if it were at fault: some work is bounded."""
GROWTH = 2.5
"""A doubling may add so many times the lines that the one before added: 2 is linear, 4 quadratic."""
FEW = 20
"""Lines that say nothing."""

TIMED = 100
"""Characters of the text of a pattern where time is taken; 16 times as many are tried, then 64, then 256: what is no
linear work shows in both steps, and what delays a busy machine in one."""
SHORTEST = 0.0005
PROVEN = 0.004
"""Seconds below which the time of a function is no reason to try again, and none to call it at fault."""
TIMES_16 = 25.0
TIMES_4 = 8.0
"""The time for 16 and 4 times the text may be so many times as long: 16 and 4 are linear, 256 and 16
quadratic."""
TRIES = 4
"""How often at most: a busy machine delays now this, now that, and the least of several times is the function's."""

CASES = [
    (f"a.{ending}", name) for ending, kind in (("md", PATTERNS), ("mdx", MDX)) for name in kind
]
each_pattern = pytest.mark.parametrize(("path", "name"), CASES)


@pytest.fixture(scope="module")
def meter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meter]:
    gc.disable()  # as the command does: a collection takes longer the more there is
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(time_limit, "SECONDS", 60.0)  # counting makes everything slower
        yield Meter(tmp_path_factory.mktemp("linear"))
    gc.enable()


def pattern(path: str, name: str) -> Callable[[int], str]:
    return (PATTERNS if path == "a.md" else MDX)[name]


def grows_too_fast(counts: list[int]) -> bool:
    """Whether each doubling added more lines than it may."""
    added = [later - earlier for earlier, later in pairwise(counts)]
    return all(later > GROWTH * earlier + FEW for earlier, later in pairwise(added))


def at_fault(meter: Meter, path: str, text: Callable[[int], str]) -> dict[str, list[int]]:
    """The functions whose lines grow too fast, with their number for each size."""
    meter.check(path, text(COUNTED[-1]))  # dictionaries and patterns are loaded
    runs = [meter.steps(path, text(n)) for n in COUNTED]
    suspects = [name for name in runs[-1] if grows_too_fast([run[name] for run in runs])]
    if suspects:
        runs += [meter.steps(path, text(n)) for n in COUNTED_AGAIN]
    rows = {name: [run[name] for run in runs] for name in suspects}
    return {name: row for name, row in rows.items() if grows_too_fast(row)}


def too_slow(meter: Meter, path: str, text: Callable[[int], str]) -> dict[str, list[float]]:
    """The functions whose time grows too fast, with the least that they took of each size."""
    n = 8
    while len(text(n)) < TIMED:
        n *= 2
    few, many = (meter.seconds(path, text(size * n), exact=False) for size in (1, 16))
    suspects = {
        name: [few.get(name, 0.0), time]
        for name, time in many.items()
        if time > TIMES_16 * max(few.get(name, 0.0), SHORTEST / TIMES_16)
    }
    for times in (16, 64):
        suspects = still_too_slow(
            meter, path, [text(times * n), text(4 * times * n)], set(suspects)
        )
    return suspects


def still_too_slow(
    meter: Meter, path: str, texts: list[str], names: set[str]
) -> dict[str, list[float]]:
    """Which functions take much more than 4 times as long for the second text, by the least of several times."""
    least = [dict.fromkeys(names, inf) for _ in texts]
    found: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(TRIES):
        if not found:
            break
        for times, one in zip(least, texts, strict=True):
            taken = meter.seconds(path, one, exact=True)
            times.update((name, min(times[name], taken.get(name, 0.0))) for name in names)
        rows = {name: [times[name] for times in least] for name in found}
        found = {name: row for name, row in rows.items() if row[1] > max(TIMES_4 * row[0], PROVEN)}
    return found


@each_pattern
def test_the_lines_that_run_are_linear(meter: Meter, path: str, name: str) -> None:
    assert at_fault(meter, path, pattern(path, name)) == {}


@each_pattern
def test_the_time_of_each_function_is_linear(meter: Meter, path: str, name: str) -> None:
    assert too_slow(meter, path, pattern(path, name)) == {}
