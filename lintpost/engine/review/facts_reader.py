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
        """The facts of posts for a rule: `texts` has its own of each post and those under the keys that it `shares`."""
        facts: list[Facts] = _read(own for own, *_ in texts)
        if shares:
            new = {text for _, *shared in texts for text in shared} - self._shared.keys()
            self._shared.update(zip(new, _read(new), strict=True))
            for one, (_, *shared) in zip(facts, texts, strict=True):
                one.update(zip(shares, map(self._shared.__getitem__, shared), strict=True))
        return facts


def _read(texts: Iterable[str]) -> list[Any]:
    values: list[Any] = json.loads(f"[{','.join(texts)}]")
    return values
