"""Words that the post spells otherwise than most of the site."""

from collections.abc import Iterator

from lintpost.checks.common.names.mentions import names_a_reference
from lintpost.checks.common.names.other_spellings import is_in_page_title
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """No options: the spellings stand in the file that `spellings` names."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each spelling that the file lists under `not`; what the dictionary knows is left to it."""
    if site.spellings is None:
        return
    known = site.names.mentions(post) if site.names is not None else []
    taken = {(mention.start, mention.end) for mention in known}
    for mention in site.spellings.mentions(post):
        if mention.text not in mention.name.variants or mention[:2] in taken:
            continue
        params = {"text": mention.text, "name": mention.form}
        if is_in_page_title(post, mention):
            yield Hit(mention.start, mention.end, "", params, is_note=True)
            continue
        fix = None
        if mention.exact and not names_a_reference(post, mention):
            fix = Fix("safe", (Edit(mention.start, mention.end, mention.form),))
        yield Hit(mention.start, mention.end, "", params, fix)


CHECK = Check(
    name="name-drift",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names", "spellings"),
    requires="spellings",
    changes=("text",),
    block_alone=True,
)
