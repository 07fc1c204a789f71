"""The resolver of a review: the pages of the site by the facts of its posts."""

from collections.abc import Iterator, Mapping
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
_LAST: MemoKey[list[tuple[dict[str, PageNote], Resolver]]] = MemoKey("resolver")


class ResolvedLink(NamedTuple):
    """A link of a page, and what it leads to."""

    page: Page
    link: InternalLink
    target: Target
    resolution: Resolution


def note_page(post: Post) -> dict[str, Any]:
    """What the addresses of a post depend on, for `resolver_of`."""
    return post.memo.get_or_make(
        _PAGE, lambda: PageNote.of_front_matter(post.front_matter, post.text).to_fact()
    )


def resolver_of(facts: Mapping[str, Facts], site: Site) -> Resolver | None:
    """The resolver for facts with ``page`` (see `note_page`); None where the files of the site are not at hand.

    Rules that are reviewed one after the other have the same pages: the last resolver is kept.
    """
    if site.files is None:
        return None
    notes = {path: PageNote.of_fact(fact["page"]) for path, fact in facts.items()}
    kept = site.memo.get_or_make(_LAST, list)
    if not kept or kept[0][0] != notes or kept[0][1].pages.files is not site.files:
        kept[:] = [(notes, Resolver(SitePages(site.files, notes, site.yaml)))]
    return kept[0][1]


def resolved_links(facts: Mapping[str, Facts], resolver: Resolver) -> Iterator[ResolvedLink]:
    """Every link of the facts' ``links`` (see `note_links`)."""
    for path, fact in facts.items():
        page = resolver.pages.of(path)
        for noted in fact["links"]:
            link = InternalLink.of_fact(noted)
            target = target_of(link.target)
            yield ResolvedLink(page, link, target, resolver.resolve(page, link.kind, target))
