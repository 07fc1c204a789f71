"""Lists with too few or too many items."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """How many items `field` may have; None sets no limit."""

    field: str = "tags"
    min: int | None = 1
    max: int | None = None


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At the list when it is too short, at the items beyond the limit when it is too long."""
    entry = post.front_matter.get(options.field) if post.front_matter else None
    if entry is None or entry.node.items is None:
        return
    nodes = entry.node.items
    params = {"field": options.field, "count": len(nodes)}
    if options.min is not None and len(nodes) < options.min:
        key = "few" if nodes else "none"
        yield Hit(entry.start, entry.end, key, {**params, "min": options.min})
    elif options.max is not None and len(nodes) > options.max:
        start, end = nodes[options.max].start, nodes[-1].end
        yield Hit(start, end, "many", {**params, "max": options.max})


def _reported(options: Options) -> set[str]:
    limit = options.min or 0
    found = {"none"} if limit > 0 else set()
    found |= {"few"} if limit > 1 else set()
    return found | ({"many"} if options.max is not None else set())


CHECK = Check(
    name="item-count",
    options=Options,
    messages={
        "none": ("field", "count", "min"),
        "few": ("field", "count", "min"),
        "many": ("field", "count", "max"),
    },
    reported=_reported,
    run=run,
    reads=("front-matter",),
)
