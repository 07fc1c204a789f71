"""Kanji that are read or look alike: what a word may have been meant to be."""

import os
from functools import cache

_FOLDER = os.path.dirname(os.path.abspath(__file__))


@cache
def read_alike(kanji: str) -> str:
    """The other kanji with a Sino-Japanese reading of this one, each once; none for a kanji that the table lacks."""
    return _others(kanji, _groups())


@cache
def _groups() -> list[str]:
    """The kanji of each reading; the table is read at the first question."""
    found: dict[str, str] = {}
    with open(os.path.join(_FOLDER, "readings.txt"), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                reading, kanji = line.split()
                found[reading] = found.get(reading, "") + kanji
    return list(found.values())


@cache
def look_alike(kanji: str) -> str:
    """The other kanji that the eye takes for this one; none for a kanji that the table lacks."""
    return _others(kanji, _shapes())


@cache
def _shapes() -> list[str]:
    with open(os.path.join(_FOLDER, "shapes.txt"), encoding="utf-8") as lines:
        return [line.strip() for line in lines if not line.startswith("#")]


def _others(kanji: str, groups: list[str]) -> str:
    """The other kanji of the groups that have this one, each once."""
    found = (group for group in groups if kanji in group)
    return "".join(dict.fromkeys("".join(found))).replace(kanji, "")
