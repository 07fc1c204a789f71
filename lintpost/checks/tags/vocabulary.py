"""The words of a list against the house's vocabulary."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.front_values import entry_of, words
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.front_matter.list_edits import remove_item
from lintpost.post.front_matter.scalars import replace_value
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site


class Options(CheckOptions):
    """`report`: the words of `field` outside the vocabulary, the aliases, or the retired words."""

    field: str = "tags"
    vocabulary: Literal["tags", "categories"] = "tags"
    report: Literal["unknown", "alias", "retired"] = "unknown"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each word of the kind asked for."""
    vocabulary = site.vocabularies[options.vocabulary]
    entry = entry_of(post, options.field)
    if entry is None:
        return
    seen: set[str] = set()
    for node, word in words(post, options.field):
        if fold(word) in seen:
            continue  # duplicate-item reports it
        seen.add(fold(word))
        tag = vocabulary.tags.get(word) or vocabulary.find(word)
        kind = "unknown" if tag is None else "retired" if tag.retired else "alias"
        if kind != options.report or (tag is not None and not tag.retired and tag.name == word):
            continue
        if tag is None:
            nearest = vocabulary.suggestions(word)
            key = "near" if nearest else "unknown"
            yield Hit(node.start, node.end, key, {"word": word, "nearest": nearest})
        else:
            new = tag.use if tag.retired else tag.name
            key = "spelling" if kind == "alias" and fold(word) == fold(tag.name) else kind
            if kind == "retired":
                key = "retired" if new else "dropped"
            yield Hit(
                node.start, node.end, key, {"word": word, "use": new}, _fix(post, entry, node, new)
            )


def _fix(post: Post, entry: Entry, node: ValueNode, new: str | None) -> Fix | None:
    """Write the right word; take the item out where there is none, or the list has it already."""
    nodes = entry.node.items or []
    taken = {
        fold(other.value) for other in nodes if other is not node and isinstance(other.value, str)
    }
    edit: Edit | None
    if new is None or fold(new) in taken:
        edit = remove_item(post.source, entry, nodes.index(node))
    else:
        edit = replace_value(post.text, node, new)
    return Fix("safe", (edit,)) if edit else None


CHECK = Check(
    name="vocabulary",
    options=Options,
    messages=by_option(
        "report",
        {
            "alias": {"alias": ("use", "word"), "spelling": ("use", "word")},
            "retired": {"retired": ("use", "word"), "dropped": ("use", "word")},
            "unknown": {"near": ("nearest", "word"), "unknown": ("nearest", "word")},
        },
    ),
    run=run,
    reads=("front-matter",),
    site=("vocabularies",),
    requires=lambda options: options.vocabulary,
    changes=("front-matter",),
)
