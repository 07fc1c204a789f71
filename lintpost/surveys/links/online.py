"""Asks the servers of external addresses whether they are there: few at once, each host slowly, robots.txt honoured.

The one part of lintpost that uses the network.
"""

import queue
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintpost.surveys.links.host_queues import HostQueues, Turn
from lintpost.surveys.links.inquiry import Inquiry, Wait
from lintpost.surveys.links.request import Requester
from lintpost.surveys.links.site_robots import SiteRobots
from lintpost.surveys.links.url import url_of
from lintpost.surveys.links.verdict import Failure, Verdict

_PER_HOST = 2
"""Requests at once to one host."""
_LONGEST_DELAY = 30.0
"""Seconds of ``Crawl-delay`` that are honoured."""
_LOST_AFTER = 2
"""Addresses of a host that failed in the same way, after which the others are not asked for."""
_OF_HOST = frozenset(["no-host", "timeout", "no-answer", "busy"])
"""Failures that are those of a host rather than of an address."""


class OnlineOptions(NamedTuple):
    """How to ask: threads, the longest that a request may take and the time between two requests to one host (both in
    seconds), and whether hosts that are not public may be asked.
    """

    jobs: int = 8
    timeout: float = 10.0
    delay: float = 1.0
    allow_private: bool = False


def check_online(addresses: Iterable[str], options: OnlineOptions) -> Iterator[tuple[str, Verdict]]:
    """Yield each address, which must be without a fragment, with its verdict, as the answers come.

    A host that nobody knows is dead if another one answered; without any answer the network may be down.
    """
    asker = _Asker(options)
    count = asker.add(addresses)
    unknown_hosts: list[tuple[str, Verdict]] = []
    answered = False
    try:
        asker.start(min(options.jobs, count))
        for _ in range(count):
            found = asker.results.get()
            if isinstance(found, BaseException):
                raise found
            answered = answered or found[1].status is not None
            if found[1].reason == "no-host":
                unknown_hosts.append(found)
            else:
                yield found
    finally:
        asker.stop()
    for address, verdict in unknown_hosts:
        yield address, verdict._replace(state="dead") if answered else verdict


class _Asker:
    """The threads of one run and what they share."""

    def __init__(self, options: OnlineOptions) -> None:
        self._requester = Requester(options.timeout, allow_private=options.allow_private)
        self._robots = SiteRobots(self._requester)
        self._queues: HostQueues[Inquiry] = HostQueues(options.delay, _PER_HOST)
        self._failed: Counter[tuple[str, str]] = Counter()
        self._lost: dict[str, Verdict] = {}
        self.results: queue.SimpleQueue[tuple[str, Verdict] | BaseException] = queue.SimpleQueue()

    def add(self, addresses: Iterable[str]) -> int:
        """Queue addresses; returns how many."""
        count = 0
        for address in addresses:
            count += 1
            self._queues.put(_host(address), Inquiry(address))
        return count

    def start(self, threads: int) -> None:
        """Begin to ask."""
        for _ in range(threads):
            threading.Thread(target=self._work, daemon=True).start()

    def stop(self) -> None:
        """Ask no more; requests that are under way end by their deadline."""
        self._queues.stop()

    def _work(self) -> None:
        while (turn := self._queues.take()) is not None:
            try:
                self._advance(turn)
            except Exception as error:  # the run ends with it instead of waiting for this address
                self.results.put(error)
                return
            finally:
                self._queues.release(turn.host)

    def _advance(self, turn: Turn[Inquiry]) -> None:
        """One request for an address, then its verdict, or another turn."""
        inquiry = turn.item
        found = self._step(inquiry, turn.host)
        if isinstance(found, Wait):
            if found.is_for_host:
                self._queues.pause(turn.host, found.seconds)
            self._queues.put(_host(inquiry.current), inquiry, found.seconds)
            return
        if found.reason in _OF_HOST:
            self._failed[turn.host, found.reason] += 1
            if self._failed[turn.host, found.reason] >= _LOST_AFTER:
                self._lost[turn.host] = found
        self.results.put((inquiry.address, found))

    def _step(self, inquiry: Inquiry, host: str) -> Verdict | Wait:
        if host in self._lost:
            return self._lost[host]
        try:
            url = url_of(inquiry.current)
            if url.is_reserved:
                return Verdict("refused", None, "reserved")
            is_new, rules = self._robots.rules(url)
            if rules is None:
                return Verdict("unknown", None, "robots-unreadable")
            if is_new and rules.delay:
                self._queues.slow_down(host, min(rules.delay, _LONGEST_DELAY))
            if not rules.allows(url.target):
                return Verdict("unknown", None, "robots")
            if is_new:
                return Wait()  # what was asked for in this turn is robots.txt
            return inquiry.after_answer(self._requester.ask(url, inquiry.method))
        except Failure as failure:
            return inquiry.after_failure(failure)


def _host(address: str) -> str:
    """The host that an address is queued under."""
    try:
        return url_of(address).server
    except Failure:
        return ""
