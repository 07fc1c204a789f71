"""Names that are spelled, or spaced, otherwise than the dictionary says."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.names.mentions import is_link, names_a_reference
from lintpost.checks.common.names.other_spellings import is_in_page_title, is_other_spelling
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Applicability, Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import QUOTE
from lintpost.post.post import Post
from lintpost.site.name import Mention
from lintpost.site.site import Site

_MARKUP = lazy(r"[*_`<\[\]\\\"':#]")


class Options(CheckOptions):
    """`report`: wrong letters (variants and case) or wrong spacing."""

    report: Literal["spelling", "spacing"] = "spelling"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each wrong form; the fix writes the right one. In the title of a page it is a note."""
    if site.names is None:
        return
    roles = ("spacing",) if options.report == "spacing" else ("variant", "case")
    for mention in site.names.mentions(post):
        if mention.role not in roles or is_other_spelling(post, mention):
            continue
        params = {"text": mention.text, "name": mention.form}
        if is_in_page_title(post, mention):
            yield Hit(mention.start, mention.end, mention.role, params, is_note=True)
            continue
        fix = None
        if mention.exact and not (_MARKUP.search(mention.form) or names_a_reference(post, mention)):
            fix = Fix(_trust(post, mention), (Edit(mention.start, mention.end, mention.form),))
        key = "harvested" if mention.name.harvested else mention.role
        yield Hit(mention.start, mention.end, key, params, fix)


def _trust(post: Post, mention: Mention) -> Applicability:
    """What is quoted stays as it was written; a link whose text is the name alone is no title."""
    if mention.name.harvested:
        return "unsafe"  # nobody has looked at the entry
    if not mention.field and post.markdown.flags_at(mention.start) & QUOTE:
        return "unsafe"
    if not mention.field and is_link(post, mention):
        return "safe"
    return trust_at(post, mention.start, mention.end)


CHECK = Check(
    name="name-spelling",
    options=Options,
    messages=by_option(
        "report",
        {
            "spacing": {"spacing": ("name", "text")},
            "spelling": dict.fromkeys(("variant", "case", "harvested"), ("name", "text")),
        },
    ),
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("text",),
)
