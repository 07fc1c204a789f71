"""Front-matter keys out of the house's order."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.mapping_edits import own_entries, reorder
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`keys` in the order wanted; without any, the `order` of the house's front matter."""

    keys: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit, at the first key that stands behind one that it should precede."""
    front = post.front_matter
    order = options.keys or (site.schema.order if site.schema else ())
    if front is None or front.root is None or not order:
        return
    rank = {key: index for index, key in enumerate(order)}
    highest = None
    for entry in own_entries(front.root):
        if entry.key not in rank:
            continue
        if highest is not None and rank[entry.key] < rank[highest.key]:
            edit = None
            if front.format == "yaml" and not front.duplicates:
                edit = reorder(post.source, front.root, order, front.inner_end, site.yaml)
            yield Hit(
                entry.start,
                entry.end,
                "",
                {"key": entry.key, "before": highest.key},
                Fix("safe", (edit,)) if edit else None,
                (Related(highest.start, highest.end),),
            )
            return
        highest = entry


CHECK = Check(
    name="key-order",
    options=Options,
    messages={"": ("before", "key")},
    run=run,
    reads=("front-matter",),
    site=("schema", "yaml"),
    changes=("front-matter",),
)
