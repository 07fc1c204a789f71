"""Facts of posts as reviews are handed them, from their JSON."""

import json
from collections.abc import Iterable
from typing import Any

from lintpost.checks.contract.check import Facts


class FactsReader:
    """Reads the facts of posts for one rule after the other. What several rules share is read once, so that they are
    handed the same objects.
    """

    def __init__(self) -> None:
        self._shared: dict[str, Any] = {}

    def read(self, texts: list[tuple[str, ...]], shares: tuple[str, ...]) -> list[Facts]:
        """The facts of posts for a rule: `texts` has its own of each post, at least one, and those under the keys that
        it `shares`.
        """
        own, *columns = zip(*texts, strict=True)
        facts: list[Facts] = _read(own)
        for key, column in zip(shares, columns, strict=True):
            new = set(column).difference(self._shared)
            self._shared.update(zip(new, _read(new), strict=True))
            for one, value in zip(facts, map(self._shared.__getitem__, column), strict=True):
                one[key] = value
        return facts


def _read(texts: Iterable[str]) -> list[Any]:
    values: list[Any] = json.loads(f"[{','.join(texts)}]")
    return values
