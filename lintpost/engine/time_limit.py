"""Stops a rule that takes too long over one post.

A regular expression such as ``(a+)+$`` may try more ways to match than it could in years. The modules `re` and
`regex` look for signals while they match, so a timer stops them, and any other code of a rule. Only the main
thread of a process can have one: elsewhere, and on Windows, there is no limit.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 2.0
"""Processor time that a rule may take over a post, however short."""
_CHARACTERS = 50_000
"""Characters of a post for which a rule may take a second more."""
_TICK = 0.25
"""Seconds of processor time after which the clock is looked at again."""


class RuleTimeout(Exception):
    """A rule took longer than it may. `seconds`: what it had."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = round(seconds)


class TimeLimit:
    """The limit for each rule over one post. `running` is the name of the one that is at work."""

    __slots__ = ("_seconds", "_seen", "_ticks", "running")

    def __init__(self, characters: int) -> None:
        self.running = ""
        self._seconds = SECONDS + characters / _CHARACTERS
        self._seen = ""
        self._ticks = 0

    def tick(self, *_signal: object) -> None:
        """Count a tick for the running rule. Raises `RuleTimeout` if it has had too many."""
        if self.running != self._seen:
            self._seen, self._ticks = self.running, 0
        self._ticks += 1
        if self.running and self._ticks * _TICK > self._seconds:
            raise RuleTimeout(self._seconds)


@contextmanager
def time_limit(characters: int) -> Iterator[TimeLimit]:
    """Limit the time of rules over a post of some characters within the block."""
    limit = TimeLimit(characters)
    if not _is_possible():
        yield limit
        return
    signal.signal(signal.SIGVTALRM, limit.tick)
    signal.setitimer(signal.ITIMER_VIRTUAL, _TICK, _TICK)
    try:
        yield limit
    finally:
        limit.running = ""  # first, so that a last tick raises nothing
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def _is_possible() -> bool:
    """Whether this thread may have a timer, and nobody else has one."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL
    )
