"""A key that stands twice in one mapping."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.mapping_edits import own_entries, remove_entries
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each later key, with the first one as a related place."""
    front = post.front_matter
    if front is None or front.root is None or not front.duplicates:
        return
    firsts = _firsts(front.root)
    removals = _removals(post, front, firsts, site) if front.format == "yaml" else {}
    for entry in front.duplicates:
        first = firsts.get(entry.start)
        line = post.source.location(first.start)[0] if first else 0
        edit = removals.get(entry.start)
        yield Hit(
            entry.start,
            entry.end,
            "",
            {"key": entry.key, "line": line},
            Fix("safe", (edit,)) if edit else None,
            (Related(first.start, first.end),) if first else (),
        )


def _firsts(root: ValueNode) -> dict[int, Entry]:
    """The first entry of the same key, by the offset at which a later one begins."""
    found: dict[int, Entry] = {}
    for node in root.walk():
        seen: dict[str, Entry] = {}
        for entry in node.entries or ():
            first = seen.setdefault(entry.key, entry)
            if first.start < entry.start:
                found.setdefault(entry.start, first)
    return found


def _removals(
    post: Post, front: FrontMatter, firsts: dict[int, Entry], site: Site
) -> dict[int, Edit]:
    """The edits that take out top-level keys which say what the first one says, by offset.

    The last one of a key counts, so it stays where another value stands between. All edits are
    proved at once, for a parse of each would take quadratic time.
    """
    root = front.root
    if root is None:
        return {}
    own = {entry.start for entry in own_entries(root)}
    later = [(firsts[e.start], e) for e in front.duplicates if e.start in own and e.start in firsts]
    differing = {entry.key for first, entry in later if first.node.value != entry.node.value}
    same = [
        entry
        for first, entry in later
        if first.node.value == entry.node.value
        and not (entry.key in differing and entry is root.get(entry.key))
    ]
    if not same:
        return {}
    edits = remove_entries(post.source, root, same, front.inner_end, site.yaml)
    return {entry.start: edit for entry, edit in zip(same, edits, strict=True) if edit}


CHECK = Check(
    name="duplicate-key",
    options=Options,
    messages={"": ("key", "line")},
    run=run,
    reads=("front-matter",),
    site=("yaml",),
    changes=("front-matter",),
)
