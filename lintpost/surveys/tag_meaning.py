"""Tags that mean the same by a table of synonyms: ``Google`` and ``グーグル``, ``EU AI法`` and ``EU AI Act``."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from lintpost.post.lazy import lazy
from lintpost.site.fold import fold
from lintpost.surveys.tag_words import loose

_TABLE = os.path.join(os.path.dirname(__file__), "synonyms", "groups.txt")
_TOKEN = lazy(r"[a-z0-9+#]+|[ァ-ヶー]+|[^\W_a-zァ-ヶー]+")
_LONGEST = 3
"""Tokens of the longest phrase that is looked up as one word."""
_MOST_KEYS = 16
"""Meanings of one tag that are compared; a word of several groups multiplies them."""
Meaning = tuple[str, ...]


def meanings(word: str) -> list[Meaning]:
    """What a tag may mean: sequences of groups of the table, or of words that it does not have.

    Two tags mean the same where they share one.
    """
    found: list[Meaning] = [(group,) for group in _groups().get(loose(word), ())]
    tokens = [loose(token) for token in _TOKEN.findall(fold(word))]
    if found and len(tokens) < 2:
        return found
    choices: list[list[str]] = []
    at = 0
    while at < len(tokens):
        longest = min(_LONGEST, len(tokens) - 1) if found else _LONGEST
        for length in range(min(longest, len(tokens) - at), 0, -1):
            text = "".join(tokens[at : at + length])
            groups = _groups().get(text)
            if groups or length == 1:
                choices.append(groups or [text])
                at += length
                break
    for meaning in product(*choices):
        if len(found) == _MOST_KEYS:
            break
        found.append(meaning)
    return found


def same_meaning(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each pair of tags that share a meaning, in the order of the words."""
    holders: dict[Meaning, list[str]] = defaultdict(list)
    for word in words:
        for meaning in meanings(word):
            holders[meaning].append(word)
    for meaning, same in holders.items():
        if not any(group.startswith("=") for group in meaning):
            continue  # no word of the table: what they share is the spelling
        for index, one in enumerate(same):
            for other in same[index + 1 :]:
                yield one, other


def has_group(folded: str) -> bool:
    """Whether a folded word is in the table."""
    return folded in _groups()


def members(word: str) -> list[str]:
    """The parts of a tag that is a list: ``小売・卸売業``; none for other tags."""
    parts = [part.strip() for part in re.split(r"[・/／、,&＆]", word)]
    return parts if len(parts) > 1 and all(parts) else []


@cache
def _groups() -> dict[str, list[str]]:
    """The groups of each word of the table, as ``=12``."""
    found: dict[str, list[str]] = defaultdict(list)
    with open(_TABLE, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if not line.startswith("#"):
                for word in line.rstrip("\n").split("\t"):
                    found[word].append(f"={number}")
    return dict(found)
