"""Shares work out to threads, so that no host gets more than a few requests at once, nor one right after another."""

import heapq
import threading
import time
from collections import defaultdict
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class _Host:
    """What waits for a host. Times are those of `time.monotonic`."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.active = 0
        self.free_at = 0.0
        self.is_listed = False
        self.waiting: list[tuple[float, int, object]] = []


class Turn(NamedTuple, Generic[T]):
    """A host and the item whose turn it is."""

    host: str
    item: T


class HostQueues(Generic[T]):
    """Queues of items by host. Every item that was taken must be given back by `release`; an item that goes on, to
    the same host or another, is `put` before.
    """

    def __init__(self, delay: float, per_host: int) -> None:
        """`delay` is the time in seconds between two starts at one host, `per_host` how many run at once."""
        self._per_host = per_host
        self._hosts: dict[str, _Host] = defaultdict(lambda: _Host(delay))
        self._ready: list[tuple[float, int, str]] = []
        self._changed = threading.Condition()
        self._number = 0
        self._left = 0
        self._is_stopped = False

    def put(self, host: str, item: T, wait: float = 0.0) -> None:
        """Add an item, to be taken in `wait` seconds at the earliest."""
        with self._changed:
            self._number += 1
            self._left += 1
            entry = (time.monotonic() + wait if wait else 0.0, self._number, item)
            heapq.heappush(self._hosts[host].waiting, entry)
            self._list(host)

    def pause(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while."""
        with self._changed:
            state = self._hosts[host]
            state.free_at = max(state.free_at, time.monotonic() + seconds)

    def slow_down(self, host: str, delay: float) -> None:
        """Leave more time, in seconds, between two starts."""
        with self._changed:
            self._hosts[host].delay = max(self._hosts[host].delay, delay)

    def take(self) -> Turn[T] | None:
        """The next item, once its host is free; None when nothing is left, or at a stop."""
        with self._changed:
            while self._left and not self._is_stopped:
                if not self._ready:
                    self._changed.wait()
                    continue
                now = time.monotonic()
                due, _, host = self._ready[0]
                if due > now:
                    self._changed.wait(due - now)
                    continue
                heapq.heappop(self._ready)
                state = self._hosts[host]
                state.is_listed = False
                if max(state.free_at, state.waiting[0][0]) > now:
                    self._list(host)  # it was paused meanwhile
                    continue
                item = heapq.heappop(state.waiting)[2]
                state.active += 1
                state.free_at = now + state.delay
                self._list(host)
                return Turn(host, item)  # type: ignore[arg-type]
            return None

    def release(self, host: str) -> None:
        """Say that the work on an item that was taken is over."""
        with self._changed:
            self._hosts[host].active -= 1
            self._left -= 1
            self._list(host)
            self._changed.notify_all()

    def stop(self) -> None:
        """Let no more be taken."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    def _list(self, host: str) -> None:
        """Note when a host is free, if it has work and room for it."""
        state = self._hosts[host]
        if state.is_listed or not state.waiting or state.active >= self._per_host:
            return
        state.is_listed = True
        self._number += 1
        due = max(state.free_at, state.waiting[0][0])
        heapq.heappush(self._ready, (due, self._number, host))
        self._changed.notify()
