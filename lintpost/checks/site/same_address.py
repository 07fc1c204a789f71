"""Two posts with one address, or an old address that another post has now."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintpost.checks.common.links.site_resolver import note_page, resolver_of
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.addresses.address import key_of
from lintpost.site.site import Site

_KEYS = ("permalink", "url", "path", "slug", "redirect_from", "aliases", "date", "title")
"""Where an address comes from: a finding stands at the first that a post has."""
_MOST_RELATED = 5


class Options(CheckOptions):
    """None."""


class _Claim(NamedTuple):
    path: str
    is_alias: bool


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """What the post's addresses depend on, and the places of its own and its old addresses."""
    front = post.front_matter
    own = (post.body, post.body)
    aliases = None
    for key in reversed(_KEYS):
        entry = front.get(key) if front is not None else None
        if entry is not None:
            if key in ("redirect_from", "aliases"):
                aliases = (entry.node.start, entry.node.end)
            else:
                own = (entry.node.start, entry.node.end)
    places = [place_of(post, *span) for span in (own, aliases) if span is not None]
    return {"page": note_page(post), "places": places}


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit in each post whose address another post has, and one for an alias that is another post's address."""
    resolver = resolver_of(facts, site)
    if resolver is None:
        return
    claims: dict[str, list[_Claim]] = {}
    for path, page in resolver.pages.posts.items():
        generator = page.generator
        if not generator.is_whole or generator.state(path, page.note, site.now) == "draft":
            continue
        own = key_of(page.addresses.own) if page.addresses.own else ""
        if own:
            claims.setdefault(own, []).append(_Claim(path, False))
        for alias in {key_of(alias) for alias in page.addresses.aliases} - {own}:
            claims.setdefault(alias, []).append(_Claim(path, True))
    for address, listed in sorted(claims.items()):
        for claim in listed if len(listed) > 1 else ():
            others = [other for other in listed if other.path != claim.path]
            if claim.is_alias or not all(other.is_alias for other in others):
                yield _hit(facts, address, claim, others)


def _hit(facts: Mapping[str, Facts], address: str, claim: _Claim, others: list[_Claim]) -> SiteHit:
    other = others[0].path
    params = {"address": address, "path": Text(other, other)}
    related = tuple((one.path, _place(facts, one)) for one in others[:_MOST_RELATED])
    key = "alias" if claim.is_alias else "own"
    return SiteHit(claim.path, _place(facts, claim), key, params, related=related)


def _place(facts: Mapping[str, Facts], claim: _Claim) -> Place:
    places = facts[claim.path]["places"]
    return Place(*places[-1 if claim.is_alias else 0])


CHECK = Check(
    name="same-address",
    options=Options,
    messages={"own": ("address", "path"), "alias": ("address", "path")},
    run=None,
    reads=("front-matter",),
    site=("files", "clock", "yaml"),
    facts=facts,
    shares=("page",),
    review=review,
)
