"""Names that are spelled, or spaced, otherwise than the dictionary says."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.name_mentions import names_a_reference, trust_in
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_MARKUP = lazy(r"[*_`<\[\]\\\"':#]")


class Options(CheckOptions):
    """`report`: wrong letters (variants and case) or wrong spacing."""

    report: Literal["spelling", "spacing"] = "spelling"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each wrong form; the fix writes the right one."""
    if site.names is None:
        return
    roles = ("spacing",) if options.report == "spacing" else ("variant", "case")
    for mention in site.names.mentions(post):
        if mention.role not in roles:
            continue
        fix = None
        if mention.exact and not (_MARKUP.search(mention.form) or names_a_reference(post, mention)):
            fix = Fix(trust_in(mention), (Edit(mention.start, mention.end, mention.form),))
        params = {"text": mention.text, "name": mention.form}
        key = "harvested" if mention.name.harvested else mention.role
        yield Hit(mention.start, mention.end, key, params, fix)


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
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("text",),
    block_alone=True,
)
