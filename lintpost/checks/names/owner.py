"""A product beside a maker that is not its own: 「GoogleのCopilot」."""

import itertools
from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import HEADING
from lintpost.post.post import Post
from lintpost.site.name import Mention, Name
from lintpost.site.site import Site

_MARKS = r"[*_「『“\" ]*"
# "GoogleのGemini", "Google社が開発したGemini", "Google's Gemini".
_MAKES = lazy(
    rf"[*_」』”\"]*(?:社)?(?:の|製の?|謹製の?|が(?:開発|提供|公開|発表|リリース|展開|販売)(?:した|する|している)"
    rf"|['’]s ){_MARKS}"
)
# A word that goes on makes something else of it: 「GoogleのChatGPT対策」 is Google's.
_GOES_ON = lazy(r"[*_」』”\"]*[ ・-]?[0-9A-Za-z\u30a1-\u30ff\u4e00-\u9fff々'’]")


class Options(CheckOptions):
    """No options: makers stand under `owner` of the names."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each product in a post, at its first wrong maker."""
    if site.names is None or not site.names.owned:
        return
    makers = site.names.makers
    seen: set[Name] = set()
    for left, right in itertools.pairwise(site.names.mentions(post)):
        product, maker = right.name, left.name
        if not product.owners or product in seen or maker.name not in makers:
            continue
        if maker.name in product.owners or left.field != right.field or not right.exact:
            continue
        if not _MAKES.fullmatch(post.text, left.end, right.start) or _goes_on(post, right):
            continue
        seen.add(product)
        params = {"name": right.text, "maker": left.text, "owner": product.owners[0]}
        yield Hit(left.start, right.end, "", params)


def _goes_on(post: Post, mention: Mention) -> bool:
    if not mention.field and post.markdown.flags_at(mention.start) & HEADING:
        return True  # headings put names side by side
    return _GOES_ON.match(post.text, mention.end) is not None


CHECK = Check(
    name="name-owner",
    options=Options,
    messages={"": ("maker", "name", "owner")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
)
