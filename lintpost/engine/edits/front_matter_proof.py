"""Whether edits change the keys of the front matter that they touch, and nothing else in it."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from lintpost.checks.contract.check import Change
from lintpost.engine.edits.offset_map import OffsetMap
from lintpost.post.edit import Edit
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.post import Post


def front_matter_holds(
    before: Post, after: Post, edits: Sequence[Edit], allowed: frozenset[Change]
) -> bool:
    """Whether the front matter says what it said, but for what the edits are allowed to change.

    Without an edit in it, it is the same to the letter. Of front matter that cannot be read, a fix must make
    front matter that can, or that can be read at least up to a later place. A fix of text changes strings, a
    fix of ``front-matter`` keys and values, each those alone that its edits touch or write.
    """
    old, new = before.front_matter, after.front_matter
    inside = [edit for edit in edits if edit.start < before.body]
    if not inside:
        return before.text[: before.body] == after.text[: after.body]
    if old is None or old.root is None or old.problems:
        return "front-matter" in allowed and _reads_further(new, inside)
    if new is None or new.root is None or new.problems:
        return False
    touched = _touched(old, inside)
    if "front-matter" not in allowed:
        return list(old.values) == list(new.values) and all(
            same(value, new.values[key])
            or (key in touched and _is_same_kind(value, new.values[key]))
            for key, value in old.values.items()
        )
    written = [edit.text for edit in inside]
    changed = [
        key
        for key in {**old.values, **new.values}
        if key not in old.values
        or key not in new.values
        or not same(old.values[key], new.values[key])
    ]
    return all(key in touched or any(_names(text, key) for text in written) for key in changed)


def _reads_further(new: FrontMatter | None, edits: Sequence[Edit]) -> bool:
    """Whether front matter that could not be read can be read, or fails behind what the edits wrote."""
    if new is None:
        return False
    written = OffsetMap(edits).written()
    return all(problem.start >= max(end for _, end in written) for problem in new.problems)


def _touched(front: FrontMatter, edits: Iterable[Edit]) -> set[str]:
    """The keys at or behind which an edit stands."""
    assert front.root is not None
    entries = sorted(front.root.entries or (), key=lambda entry: entry.start)
    if not entries:
        return set()
    ends = [*(entry.start for entry in entries[1:]), front.end]
    return {
        entry.key
        for entry, end in zip(entries, ends, strict=True)
        if any(edit.start <= end and entry.start <= edit.end for edit in edits)
    }


def _names(text: str, key: str) -> bool:
    """Whether what an edit writes holds a key."""
    return text.strip() == key or any(f"{key}{sign}" in text for sign in (":", " =", "=", '":'))


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal and of one type, all the way down; NaN equals itself."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and math.isnan(one):
        return math.isnan(other)
    return bool(one == other)


def _is_same_kind(one: Any, other: Any) -> bool:
    """Whether two values differ in the text of strings alone."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(_is_same_kind(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_is_same_kind, one, other))
    return isinstance(one, str) or same(one, other)
