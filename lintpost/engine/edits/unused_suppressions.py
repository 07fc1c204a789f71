"""Finds the suppressions that switch nothing off, and writes the fixes that remove them."""

from collections import Counter
from collections.abc import Iterator

from lintpost.checks.contract.hit import Fix, Hit
from lintpost.engine.edits.suppressions import Suppression, Suppressions
from lintpost.post.edit import Edit
from lintpost.post.post import Post

_BLANKS = (" ", "\t")
_BETWEEN_NAMES = frozenset(" \t\r\n,")


def unused(post: Post, suppressions: Suppressions, idle: list[Suppression]) -> Iterator[Hit]:
    """A hit for each suppression of `idle`, with the fix that removes it: the comment, if all of its
    names are idle, else the name alone. A comment that an ``enable`` ends is left: they belong together.
    """
    names = Counter(item.comment for item in suppressions.all)
    idle_names = Counter(item.comment for item in idle)
    first_names = {item.comment: item.start for item in reversed(suppressions.all)}
    paired = {item.comment for item in idle if suppressions.is_paired(item)}
    for item in idle:
        fix = None
        if idle_names[item.comment] < names[item.comment]:
            fix = _without_name(post, item, is_first=item.start == first_names[item.comment])
        elif item.comment not in paired:
            fix = _without_comment(post, item)
        yield Hit(item.start, item.end, "rule" if item.rule else "all", {"rule": item.rule}, fix)


def _without_name(post: Post, item: Suppression, *, is_first: bool) -> Fix:
    """The fix that takes one of several names out of a comment, with what parts it from its neighbour."""
    text, start, end = post.text, item.start, item.end
    if is_first:
        while text[end] in _BETWEEN_NAMES:
            end += 1
    else:
        while text[start - 1] in _BETWEEN_NAMES:
            start -= 1
    return Fix("safe", (Edit(start, end, ""),))


def _without_comment(post: Post, item: Suppression) -> Fix:
    """The fix that takes a comment out, with the blanks before it, or with its line if nothing else is on
    it.
    """
    text, (start, end) = post.text, item.comment
    while text[start - 1 : start] in _BLANKS:
        start -= 1
    after = end
    while text[after : after + 1] in _BLANKS:
        after += 1
    starts_line = start == 0 or text[start - 1] in "\r\n"
    if not starts_line or text[after : after + 1] not in ("", "\r", "\n"):
        return Fix("safe", (Edit(start, end, ""),))
    line_end = 2 if text.startswith("\r\n", after) else 1
    return Fix("safe", (Edit(start, min(after + line_end, len(text)), ""),))
