"""The ``robots.txt`` of every origin that a run meets, each asked for once."""

import threading
from collections import defaultdict
from urllib.parse import urljoin

from lintpost.surveys.links.request import AGENT, Answer, Requester
from lintpost.surveys.links.robots import RobotsRules, parse_robots
from lintpost.surveys.links.url import Url, url_of
from lintpost.surveys.links.verdict import Failure

_MOST_BYTES = 500_000
"""Bytes that are read (RFC 9309, 2.5: at least 500 KiB need be)."""
_MOST_REDIRECTS = 5


class SiteRobots:
    """Rules by origin. For several threads."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester
        self._rules: dict[str, RobotsRules | None] = {}
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def rules(self, url: Url) -> tuple[bool, RobotsRules | None]:
        """Whether the rules were asked for just now (by this thread or another), and the rules of an address's origin.

        None: its server cannot say just now, so that nothing may be asked for (RFC 9309, 2.3.1.4). A file that is
        not there allows everything. Raises `Failure` where there was no answer: the next address asks again.
        """
        with self._lock:
            if url.origin in self._rules:
                return False, self._rules[url.origin]
            lock = self._locks[url.origin]
        with lock:
            if url.origin not in self._rules:
                self._rules[url.origin] = self._asked(url)
            return True, self._rules[url.origin]

    def _asked(self, url: Url) -> RobotsRules | None:
        address = f"{url.origin}/robots.txt"
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._answer(address, url)
            if answer is None:
                return RobotsRules()
            if 300 <= answer.status < 400 and answer.location:
                address = urljoin(address, answer.location)
                continue
            if answer.status == 429 or answer.status >= 500:
                return None
            text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
            return parse_robots(text, AGENT)
        return RobotsRules()

    def _answer(self, address: str, url: Url) -> Answer | None:
        """The answer at an address; None where a redirect leads to another host that fails, or is none."""
        try:
            target = url_of(address)
            return self._requester.ask(target, "GET", _MOST_BYTES)
        except Failure:
            if address.startswith(f"{url.origin}/"):
                raise
            return None
