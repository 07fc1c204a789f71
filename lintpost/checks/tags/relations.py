"""Tags that need, forbid or do not suit one another, or the post's category."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.front_values import entry_of, words, words_of
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.list_edits import add_item
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.post import Post
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag, Vocabulary


class Options(CheckOptions):
    """`report`: words whose implied word is missing, pairs that exclude each other, or words of a
    group that the post's category (in `categories`) does not allow.
    """

    field: str = "tags"
    vocabulary: Literal["tags", "categories"] = "tags"
    report: Literal["implied", "excluded", "group"] = "implied"
    categories: tuple[str, ...] = ("categories", "category")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Hits of the kind asked for, at the words of the list."""
    vocabulary = site.vocabularies.get(options.vocabulary)
    entry = entry_of(post, options.field)
    if vocabulary is None or entry is None:
        return
    found: list[tuple[ValueNode, Tag]] = []
    for node, word in words(post, options.field):
        tag = vocabulary.current_tag(word)
        if tag is not None and all(tag is not other for _, other in found):
            found.append((node, tag))
    if options.report == "implied":
        yield from _implied(post, entry, vocabulary, found)
    elif options.report == "excluded":
        yield from _excluded(found)
    else:
        yield from _groups(post, options, site.vocabularies["categories"], found)


def _implied(
    post: Post, entry: Entry, vocabulary: Vocabulary, found: list[tuple[ValueNode, Tag]]
) -> Iterator[Hit]:
    present = {tag.name for _, tag in found}
    yaml = post.front_matter is not None and post.front_matter.format == "yaml"
    for node, tag in found:
        for parent in vocabulary.implied(tag):
            if parent not in present:
                present.add(parent)
                edit = add_item(post.source, entry.node, parent, yaml=yaml)
                fix = Fix("safe", (edit,)) if edit else None
                yield Hit(node.start, node.end, "", {"word": tag.name, "implied": parent}, fix)


def _excluded(found: list[tuple[ValueNode, Tag]]) -> Iterator[Hit]:
    for index, (node, tag) in enumerate(found):
        for earlier, other in found[:index]:
            if other.name in tag.excludes or tag.name in other.excludes:
                related = (Related(earlier.start, earlier.end),)
                params = {"word": tag.name, "other": other.name}
                yield Hit(node.start, node.end, "", params, related=related)


def _groups(
    post: Post, options: Options, house: Vocabulary, found: list[tuple[ValueNode, Tag]]
) -> Iterator[Hit]:
    own = words_of(post, options.categories)
    categories = [tag for tag in map(house.current_tag, own) if tag is not None]
    if not categories or any(not category.groups for category in categories):
        return
    allowed = list(dict.fromkeys(group for category in categories for group in category.groups))
    place = next(iter(own.values()))
    for node, tag in found:
        if tag.group and tag.group not in allowed:
            params = {
                "word": tag.name,
                "group": tag.group,
                "category": categories[0].name,
                "allowed": allowed,
            }
            yield Hit(node.start, node.end, "", params, related=(Related(place.start, place.end),))


CHECK = Check(
    name="tag-relations",
    options=Options,
    messages=by_option(
        "report",
        {
            "implied": {"": ("word", "implied")},
            "excluded": {"": ("word", "other")},
            "group": {"": ("word", "group", "category", "allowed")},
        },
    ),
    run=run,
    reads=("front-matter",),
    site=("vocabularies",),
    requires=lambda options: "categories" if options.report == "group" else options.vocabulary,
    changes=("front-matter",),
)
