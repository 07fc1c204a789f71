"""The same word twice in a list."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import entry_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.list_edits import remove_item
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site


class Options(CheckOptions):
    """`field` whose list is looked at."""

    field: str = "tags"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each later item that is an earlier one in other case, width or spacing."""
    entry = entry_of(post, options.field)
    if entry is None:
        return
    first: dict[str, ValueNode] = {}
    for index, node in enumerate(entry.node.items or ()):
        if not isinstance(node.value, str) or not node.value.strip():
            continue
        earlier = first.setdefault(fold(node.value), node)
        if earlier is node:
            continue
        edit = remove_item(post.source, entry, index)
        key = "same" if earlier.value == node.value else "variant"
        yield Hit(
            node.start,
            node.end,
            key,
            {"field": options.field, "word": node.value, "first": earlier.value},
            Fix("safe", (edit,)) if edit else None,
            (Related(earlier.start, earlier.end),),
        )


CHECK = Check(
    name="duplicate-item",
    options=Options,
    messages={"same": ("word",), "variant": ("field", "first", "word")},
    run=run,
    reads=("front-matter",),
    changes=("front-matter",),
)
