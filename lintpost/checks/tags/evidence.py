"""Tags that nothing in the post bears out."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import words
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.evidence import lower_text, occurs
from lintpost.site.site import Site

WHOLE_POST = True
"""No line of its own is to blame: it is reported for a post that changed anywhere."""


class Options(CheckOptions):
    """`field` whose words must be borne out."""

    CHOICES = {"vocabulary": ("tags", "categories")}

    field: str = "tags"
    vocabulary: str = "tags"


def needs(options: Options) -> str:
    """The vocabulary."""
    return options.vocabulary


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each word with `evidence` of which the post's title, summaries and body have none."""
    vocabulary = site.vocabularies[options.vocabulary]
    for node, word in words(post, options.field):
        tag = vocabulary.current_tag(word)
        if tag is None or not tag.evidence:
            continue
        signs = (tag.name, *tag.aliases, *tag.evidence)
        if not any(occurs(sign, lower_text(post)) for sign in signs):
            params = {"word": word, "evidence": list(tag.evidence[:5])}
            yield Hit(node.start, node.end, "", params)
