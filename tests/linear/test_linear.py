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
"""Characters of the text of a pattern where time is taken; 16 and 64 times as many are tried."""
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
    few, many = meter.seconds(path, text(n)), meter.seconds(path, text(16 * n))
    suspects = {
        name: [few.get(name, 0.0), time]
        for name, time in many.items()
        if time > TIMES_16 * max(few.get(name, 0.0), SHORTEST / TIMES_16)
    }
    least = [dict.fromkeys(suspects, inf), dict.fromkeys(suspects, inf)]
    for _ in range(TRIES):
        if suspects:
            for times, size in zip(least, (16, 64), strict=True):
                taken = meter.seconds(path, text(size * n))
                times.update((name, min(times[name], taken.get(name, 0.0))) for name in suspects)
            found = {name: [times[name] for times in least] for name in suspects}
            suspects = {
                name: [fewer, more]
                for name, (fewer, more) in found.items()
                if more > max(TIMES_4 * fewer, PROVEN)
            }
    return suspects


@each_pattern
def test_the_lines_that_run_are_linear(meter: Meter, path: str, name: str) -> None:
    assert at_fault(meter, path, pattern(path, name)) == {}


@each_pattern
def test_the_time_of_each_function_is_linear(meter: Meter, path: str, name: str) -> None:
    assert too_slow(meter, path, pattern(path, name)) == {}
