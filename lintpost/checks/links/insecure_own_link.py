"""Links by http to a site that is served by https."""

from collections.abc import Iterator, Mapping

from lintpost.checks.common.links.internal_links import InternalLink, note_links
from lintpost.checks.common.links.site_resolver import note_page, resolver_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Fix, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.addresses.resolution import target_of
from lintpost.site.site import Site

_HTTP = "http://"


class Options(CheckOptions):
    """None."""


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """What the post's addresses depend on, and its links and images by http."""
    links = [link for link in note_links(post) if link[1].startswith(_HTTP)]
    return {"page": note_page(post), "by-http": links} if links else None


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each such link to the site's own host."""
    resolver = resolver_of(facts, site)
    if resolver is None:
        return
    for path, fact in facts.items():
        generator = resolver.pages.of(path).generator
        for noted in fact["by-http"]:
            link = InternalLink.of_fact(noted)
            if generator.is_secure and target_of(link.target).host in generator.hosts:
                edit = Edit(link.offset, link.offset + len(_HTTP), "https://")
                fix = Fix("unsafe", (edit,)) if link.offset >= 0 else None
                yield SiteHit(path, link.place, "", {"target": link.target}, fix)


CHECK = Check(
    name="insecure-own-link",
    options=Options,
    messages={"": ("target",)},
    run=None,
    reads=("front-matter", "markdown"),
    site=("files", "yaml"),
    changes=("link",),
    facts=facts,
    shares=("page",),
    review=review,
)
