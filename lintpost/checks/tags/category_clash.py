"""A tag that only says what the category says already."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import strings, words
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site


class Options(CheckOptions):
    """`field` whose words must differ from those of `against`."""

    field: str = "tags"
    against: tuple[str, ...] = ("categories", "category")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each tag that is one of the post's categories, or a category of the house."""
    own: dict[str, ValueNode] = {}
    for key in options.against:
        own.update({fold(word): node for node, word in words(post, key)})
    for field in strings(post, options.against):
        own[fold(field.value)] = field.node
    house = site.vocabularies.get("categories")
    tags = site.vocabularies.get(options.field)
    for node, word in words(post, options.field):
        folded = fold(word)
        if folded in own:
            related = (Related(own[folded].start, own[folded].end),)
            yield Hit(node.start, node.end, "own", {"word": word}, related=related)
        elif house is not None and word in house.tags and not (tags and word in tags.tags):
            yield Hit(node.start, node.end, "house", {"word": word})


CHECK = Check(
    name="category-clash",
    options=Options,
    messages={"own": ("word",), "house": ("word",)},
    run=run,
    reads=("front-matter",),
    site=("vocabularies",),
)
