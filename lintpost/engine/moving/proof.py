"""Proves that new targets are all that changes in a post."""

from collections.abc import Sequence

from lintpost.engine.edits.events import tokens_of
from lintpost.engine.edits.front_matter_proof import front_matter_holds
from lintpost.engine.edits.offset_map import OffsetMap
from lintpost.post.edit import Edit
from lintpost.post.offsets import Offsets
from lintpost.post.post import Post


def changes_targets_alone(before: Post, after: Post, edits: Sequence[Edit]) -> bool:
    """Whether the front matter differs in the keys that the edits touch, and the body in what they lie in: the same
    events come in the same order.
    """
    if not front_matter_holds(before, after, edits, frozenset(["front-matter"])):
        return False
    body = before.text[before.body :]
    old, new = tokens_of(body), tokens_of(after.text[after.body :])
    if len(old) != len(new):
        return False
    where = OffsetMap(edits)
    offsets = Offsets(body, body.encode())
    definitions = any(edit.start >= before.body for edit in edits)
    for one, other in zip(old, new, strict=True):
        if one.kind != other.kind:
            return False
        if one.detail == other.detail:
            continue
        start, end = (before.body + offsets.point(at) for at in (one.start, one.end))
        # A link by reference has its target elsewhere.
        by_label = definitions and one.kind.endswith(("Link", "Image"))
        if not by_label and not where.touches(start, end):
            return False
    return True
