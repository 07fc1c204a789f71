"""What the reviews of links have in common: the pages of the site by the facts of its posts, and the links, resolved."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lintpost.checks.common.links.internal_links import InternalLink
from lintpost.checks.contract.check import Facts
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.resolution import Resolution, Target, target_of
from lintpost.site.addresses.resolve import Resolver
from lintpost.site.addresses.site_pages import Page, SitePages
from lintpost.site.site import Site

_PAGE: MemoKey[dict[str, Any]] = MemoKey("page-note")
_RESOLVER: MemoKey[list[tuple[dict[str, Any], Resolver]]] = MemoKey("resolver")
_LINKS: MemoKey[list[tuple[Resolver, list[Any], list["ResolvedLink"]]]] = MemoKey("resolved-links")


class ResolvedLink(NamedTuple):
    """A link of a page, and what it leads to."""

    page: Page
    link: InternalLink
    target: Target
    resolution: Resolution


def note_page(post: Post) -> dict[str, Any]:
    """What the addresses of a post depend on, for `resolver_of`: one note for every check."""
    return post.memo.get_or_make(
        _PAGE, lambda: PageNote.of_front_matter(post.front_matter, post.text).to_fact()
    )


def resolver_of(facts: Mapping[str, Facts], site: Site) -> Resolver | None:
    """The resolver for facts with ``page`` (see `note_page`); None where the files of the site are not at hand.

    Rules that are reviewed one after the other have the same pages: the last resolver is kept.
    """
    if site.files is None:
        return None
    pages = {path: fact["page"] for path, fact in facts.items()}
    kept = site.memo.get_or_make(_RESOLVER, list)
    if not kept or kept[0][0] != pages:  # quick, for the notes of posts are the same objects
        notes = {path: PageNote.of_fact(fact) for path, fact in pages.items()}
        kept[:] = [(pages, Resolver(SitePages(site.files, notes, site.yaml)))]
    return kept[0][1]


def resolved_links(
    facts: Mapping[str, Facts], resolver: Resolver, site: Site
) -> Sequence[ResolvedLink]:
    """The links and images of the facts' ``links`` (see `note_links`), but for those that lead to other hosts. Those
    of the last rule are kept as its resolver is.
    """
    links = [fact["links"] for fact in facts.values()]
    kept = site.memo.get_or_make(_LINKS, list)
    if not kept or kept[0][0] is not resolver or kept[0][1] != links:
        kept[:] = [(resolver, links, list(_resolved(facts, resolver)))]
    return kept[0][2]


def _resolved(facts: Mapping[str, Facts], resolver: Resolver) -> Iterator[ResolvedLink]:
    for path, fact in facts.items():
        page = resolver.pages.of(path)
        hosts = page.generator.hosts
        for noted in fact["links"]:
            if not hosts and "://" in noted[1][:9]:
                continue
            target = target_of(noted[1])
            if target.host and target.host not in hosts:
                continue
            link = InternalLink.of_fact(noted)
            yield ResolvedLink(page, link, target, resolver.resolve(page, link.kind, target))
