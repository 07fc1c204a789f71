"""A product beside a maker that is not its own: 「Googleが開発したCopilot」."""

import itertools
from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import HEADING
from lintpost.post.post import Post
from lintpost.site.name import Mention, Name
from lintpost.site.name_relations import SOFTWARE, Relations
from lintpost.site.site import Site

_CLOSE, _OPEN = r"[*_」』”\"]*", r"[*_「『“\" ]*"
# "Google製Gemini", "Google社が開発したGemini": who makes it.
_MAKES = lazy(
    rf"{_CLOSE}(?:社)?(?:製の?|謹製の?|が(?:独自に|自社)?(?:開発|発表)(?:した|する|している|中の)){_OPEN}"
)
# 「GoogleのGemini」 and "Google's Gemini" may be what Google uses.
_HAS = lazy(rf"{_CLOSE}(?:社)?(?:の|['’]s ){_OPEN}")
_BY = lazy(rf"{_CLOSE} (?:made |developed |built |created )?by {_OPEN}")
# A word that goes on makes something else of it: 「GoogleのChatGPT対策」 is Google's.
_ENDS = lazy(
    rf"{_CLOSE}(?:[はがをも、。，．,.!?！？:：;；)）\n]|とは|です|だ[。った]|という|"
    r" (?:is|was|has|had|will|can|and|or|are|does|could|would)\b|\s*\Z)"
)


class Options(CheckOptions):
    """No options: makers stand under `owner` of the names."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each product in a post, at its first wrong maker."""
    if site.names is None or not site.names.relations.owned:
        return
    seen: set[Name] = set()
    for left, right in itertools.pairwise(site.names.mentions(post)):
        between = post.text[left.end : right.start]
        if left.field != right.field or not right.exact:
            continue
        if _BY.fullmatch(between):
            product, maker = left, right
        else:
            product, maker = right, left
            if not (
                _MAKES.fullmatch(between) or _has(site.names.relations, product, maker, between)
            ):
                continue
        name = product.name
        if (
            name in seen
            or not _is_wrong(site.names.relations, name, maker.name)
            or _goes_on(post, right)
        ):
            continue
        seen.add(name)
        params = {"name": product.text, "maker": maker.text, "owner": name.owners[0]}
        yield Hit(left.start, right.end, "", params)


def _has(relations: Relations, product: Mention, maker: Mention, between: str) -> bool:
    """Whether 「AのB」 speaks of who makes B: A makes such things, and B is no device with a number."""
    if product.name.kind not in SOFTWARE or any(char.isdigit() for char in product.name.name):
        return False
    if _HAS.fullmatch(between) is None:
        return False
    return maker.name.name in relations.of_software


def _is_wrong(relations: Relations, product: Name, maker: Name) -> bool:
    """Whether a maker has nothing to do with a product, nor its parent or one of its own firms has."""
    if not product.owners or product.kind == "company" or maker.name not in relations.makers:
        return False
    owners = {*product.owners, product.name}
    above = {parent for owner in product.owners for parent in relations.parents.get(owner, ())}
    return maker.name not in owners | above and not owners.intersection(maker.owners)


def _goes_on(post: Post, mention: Mention) -> bool:
    if not mention.field and post.markdown.flags_at(mention.start) & HEADING:
        return True  # headings put names side by side
    return _ENDS.match(post.text, mention.end) is None


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
