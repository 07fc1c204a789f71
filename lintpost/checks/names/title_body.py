"""A name that the title promises and the body never mentions."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.evidence import occurs
from lintpost.site.site import Site


class Options(CheckOptions):
    """`field` whose names the body must mention."""

    field: str = "title"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first mention in the field of each name of which the body has no form, not even in code."""
    if site.names is None:
        return
    mentions = site.names.mentions(post)
    mentioned = {mention.name for mention in mentions if not mention.field}
    body = ""
    for mention in mentions:
        if mention.field != options.field or mention.name in mentioned:
            continue
        mentioned.add(mention.name)
        # A longer name, a link or a line of code speaks of it too: "OpenAI o1", `import openai`.
        body = body or post.text[post.body :].lower()
        forms = (*mention.name.forms, *mention.name.variants)
        if body.strip() and not any(occurs(form, body) for form in forms):
            params = {"name": mention.text, "key": options.field}
            yield Hit(mention.start, mention.end, "", params)


CHECK = Check(
    name="name-title-body",
    options=Options,
    messages={"": ("key", "name")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    whole_post=True,
)
