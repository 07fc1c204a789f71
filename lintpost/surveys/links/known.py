"""Addresses that were there when they were last asked for, kept in the cache.

Only good answers are kept: an address that was dead yesterday is asked for again.
"""

import time
from collections.abc import Mapping
from typing import Any

from lintpost.files import compiled_cache
from lintpost.surveys.links.verdict import Verdict

_KEY = "links --online"
_VERSION = 1
_DAY = 86_400
_LONGEST = 90
"""Days after which an answer is forgotten, whatever age a run allows."""


class KnownAddresses:
    """The answers of earlier runs that are at most `max_age` days old."""

    def __init__(self, max_age: int) -> None:
        self._now = time.time()
        oldest = self._now - max_age * _DAY
        self._found = {
            address: answer
            for address, answer in _loaded().items()
            if oldest < answer[0] <= self._now
        }

    def get(self, address: str) -> Verdict | None:
        """What is known of an address, without its fragment."""
        answer = self._found.get(address)
        if answer is None:
            return None
        _, status, new = answer
        return Verdict("moved" if new else "ok", status, "", "", new)

    def save(self, verdicts: Mapping[str, Verdict]) -> None:
        """Keep the good answers among those of this run, and drop what they contradict."""
        kept = {
            address: answer
            for address, answer in _loaded().items()
            if address not in verdicts and answer[0] > self._now - _LONGEST * _DAY
        }
        for address, verdict in verdicts.items():
            if verdict.state in ("ok", "moved"):
                kept[address] = [self._now, verdict.status, verdict.new]
        compiled_cache.store(_KEY, _VERSION, kept)


def _loaded() -> dict[str, list[Any]]:
    value = compiled_cache.load(_KEY, _VERSION)
    return value if isinstance(value, dict) else {}
