"""A list that is written as something else."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.list_text import as_list
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.scalars import quote_value
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`field` that must hold a list of strings."""

    field: str = "tags"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At a value that is no list, or at each item that is no string."""
    front = post.front_matter
    entry = front.get(options.field) if front else None
    if front is None or entry is None or entry.node.value is None:
        return
    node = entry.node
    if node.items is None:
        edit = as_list(post.text, node, yaml=front.format == "yaml")
        fix = Fix("safe", (edit,)) if edit else None
        key = "string" if isinstance(node.value, str) else "scalar"
        if node.entries is not None:
            key = "mapping"
        params = {"field": options.field, "value": str(node.value)}
        yield Hit(node.start, node.end, key, params, fix)
        return
    for item in node.items:
        if item.value is None or isinstance(item.value, str):
            continue
        shown = post.text[item.start : item.end]
        fix = None
        if item.items is None and item.entries is None:
            fix = Fix("safe", (quote_value(post.text, item),))
        params = {"field": options.field, "value": shown.split("\n")[0]}
        yield Hit(item.start, item.end, "item" if fix else "nested", params, fix)


CHECK = Check(
    name="list-type",
    options=Options,
    messages={
        "string": ("field", "value"),
        "scalar": ("field", "value"),
        "mapping": ("field",),
        "item": ("field", "value"),
        "nested": ("value",),
    },
    run=run,
    reads=("front-matter",),
    changes=("front-matter",),
)
