"""Tags that nothing in the post bears out."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.front_values import words
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.evidence import lower_text, occurs
from lintpost.site.site import Site


class Options(CheckOptions):
    """`field` whose words must be borne out."""

    field: str = "tags"
    vocabulary: Literal["tags", "categories"] = "tags"


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


CHECK = Check(
    name="tag-evidence",
    options=Options,
    messages={"": ("evidence", "word")},
    run=run,
    reads=("front-matter",),
    site=("vocabularies",),
    requires=lambda options: options.vocabulary,
    whole_post=True,
)
