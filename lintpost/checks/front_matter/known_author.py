"""Authors whom the house does not know."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.scalars import replace_value
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.nearest import nearest
from lintpost.site.site import Site


class Options(CheckOptions):
    """`authors` of the house (none: nothing is checked), as they are written in `fields`."""

    authors: tuple[str, ...] = ()
    fields: tuple[str, ...] = ("author", "authors")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each author that is not one of the known, be it a string, an item, or the `name` of a mapping."""
    front = post.front_matter
    if front is None or not options.authors:
        return
    for key in options.fields:
        entry = front.get(key)
        for node in entry.node.each() if entry is not None else ():
            name = _name(node)
            if not isinstance(name.value, str) or not name.value.strip():
                continue
            word = name.value.strip()
            if word in options.authors:
                continue
            same = [author for author in options.authors if fold(author) == fold(word)]
            if same:
                fix = Fix("safe", (replace_value(post.text, name, same[0]),))
                yield Hit(name.start, name.end, "spelling", {"word": word, "use": same[0]}, fix)
                continue
            near = nearest(word, options.authors)
            key_of = "near" if near else "unknown"
            yield Hit(name.start, name.end, key_of, {"word": word, "nearest": near})


def _name(node: ValueNode) -> ValueNode:
    entry = node.get("name")
    return entry.node if entry is not None else node


CHECK = Check(
    name="known-author",
    options=Options,
    messages={
        "spelling": ("use", "word"),
        "near": ("nearest", "word"),
        "unknown": ("nearest", "word"),
    },
    run=run,
    reads=("front-matter",),
    changes=("front-matter",),
)
