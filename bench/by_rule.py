"""Measures what each rule and each shared layer costs over a corpus.

    python bench/by_rule.py [CORPUS] [--rounds N] [--least PERCENT]

CORPUS is a folder of posts (default: examples/posts); the recommended rules are on, without names and tags.
What several rules share is charged to itself and not to whoever asks first: the values of `Memo` by their
keys, and the layers of `_LAYERS`. A value that is made with the help of another is charged without it. Times
are the least of the rounds, in microseconds a post.
"""

import argparse
import contextlib
import gc
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from inputs import posts_of
from measure import ROOT

from lintpost.checks.common.patterns import scopes
from lintpost.checks.common.patterns.phrases import Phrases
from lintpost.config.active import ActiveRule, active_under
from lintpost.config.run_settings import CliOverrides
from lintpost.engine.check_post import Checker
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.suppressions import Suppressions
from lintpost.post import post as post_module
from lintpost.post.memo import Memo, MemoKey
from lintpost.post.source import Source, UnreadablePost, read_source
from lintpost.site.literals import Literals

_MOST_BYTES = 10_000_000
_LAYERS: tuple[tuple[Any, str, str], ...] = (
    (post_module, "parse_front_matter", "front matter"),
    (post_module, "Markdown", "Markdown"),
    (Literals, "find", "words of all rules"),
    (Phrases, "_may", "looks for phrases in the source"),
    (scopes, "_made", "scopes"),
    (Suppressions, "__init__", "suppressions"),
    (Checker, "finding_of", "findings"),
)


class Meter:
    """A stack of what runs; time goes to the top of it."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._stack = ["· bench"]
        self._since = time.process_time()

    def enter(self, name: str) -> None:
        """Charge `name` from now on."""
        now = time.process_time()
        self.seconds[self._stack[-1]] += now - self._since
        self._stack.append(name)
        self._since = time.process_time()

    def leave(self) -> None:
        """Charge again what ran before."""
        now = time.process_time()
        self.seconds[self._stack.pop()] += now - self._since
        self._since = time.process_time()

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that is charged to `name`."""

        @wraps(function)
        def charged(*arguments: Any, **more: Any) -> Any:
            self.enter(name)
            try:
                return function(*arguments, **more)
            finally:
                self.leave()

        return charged

    def drained(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A generator function that is charged to `name`; its values come as a list."""
        return self.around(name, lambda *arguments: list(function(*arguments)))


def instrumented(meter: Meter, checker: Checker) -> Checker:
    """Let a meter see the layers, and the rules of a checker whose settings have no overrides."""
    for owner, attribute, name in _LAYERS:
        setattr(owner, attribute, meter.around(f"· {name}", getattr(owner, attribute)))
    plain = Memo.get_or_make

    def get_or_make(memo: Memo, key: MemoKey[Any], make: Callable[[], Any], *parts: Any) -> Any:
        return plain(memo, key, meter.around(f"· {key.name}", make), *parts)

    Memo.get_or_make = get_or_make  # type: ignore[method-assign]
    for kept, over_site in ((checker._active, False), (checker._over_site, True)):
        rules = active_under(checker.settings, (), over_site=over_site)
        kept[()] = [_charged(meter, rule) for rule in rules], checker.settings.site
    return checker


def _charged(meter: Meter, rule: ActiveRule) -> ActiveRule:
    check, name = rule.check, rule.rule.name
    if check.run is not None:
        check = check._replace(run=meter.drained(name, check.run))
    if check.facts is not None:
        check = check._replace(facts=meter.around(name, check.facts))
    return rule._replace(check=check)


def measured(paths: list[str], rounds: int) -> dict[str, float]:
    """Seconds by rule and by layer: the least of several rounds, after one that loads everything."""
    settings = Configurations(None, CliOverrides(), isolated=True).settings(None)
    meter = Meter()
    checker = instrumented(meter, Checker(settings))
    sources = list(_readable(paths))
    best: dict[str, float] = {}
    gc.disable()
    for number in range(rounds + 1):
        meter.seconds.clear()
        for source in sources:
            meter.around("· engine", checker.check_source)(source)
        if number:
            for name, seconds in meter.seconds.items():
                best[name] = min(best.get(name, seconds), seconds)
    return best


def _readable(paths: list[str]) -> Iterator[Source]:
    for path in paths:
        with contextlib.suppress(UnreadablePost):
            yield read_source(path, _MOST_BYTES)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the cost of each rule and layer.")
    parser.add_argument("corpus", nargs="?", default=os.path.join(ROOT, "examples", "posts"))
    parser.add_argument("--rounds", type=int, default=3, help="rounds of which the least counts")
    parser.add_argument(
        "--least", type=float, default=0.3, help="percent below which none is shown"
    )
    options = parser.parse_args()
    paths = posts_of(options.corpus)
    found = measured(paths, options.rounds)
    total = sum(found.values())
    print(f"{'µs a post':>9}  {'%':>5}")
    for name, seconds in sorted(found.items(), key=lambda item: -item[1]):
        if seconds >= total * options.least / 100:
            print(f"{seconds / len(paths) * 1e6:9.1f}  {seconds / total * 100:5.1f}  {name}")
    print(f"{total / len(paths) * 1e6:9.1f}  100.0  all ({len(paths)} posts)")


if __name__ == "__main__":
    main()
