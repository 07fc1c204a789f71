"""A key that stands twice in one mapping."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.mapping_edits import remove_entry
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each later key, with the first one as a related place."""
    front = post.front_matter
    if front is None or front.root is None:
        return
    for entry in front.duplicates:
        first = next(
            (
                other
                for node in front.root.walk()
                if node.entries and entry in node.entries
                for other in node.entries
                if other.key == entry.key and other.start < entry.start
            ),
            None,
        )
        line = post.source.location(first.start)[0] if first else 0
        edit = None
        same = first is not None and first.node.value == entry.node.value
        if same and front.format == "yaml" and entry in (front.root.entries or ()):
            edit = remove_entry(post.source, front.root, entry, front.inner_end, site.yaml)
        related = (Related(first.start, first.end),) if first else ()
        yield Hit(
            entry.start,
            entry.end,
            "",
            {"key": entry.key, "line": line},
            Fix("safe", (edit,)) if edit else None,
            related,
        )


CHECK = Check(
    name="duplicate-key",
    options=Options,
    messages={"": ("key", "line")},
    run=run,
    reads=("front-matter",),
    site=("yaml",),
    changes=("front-matter",),
)
