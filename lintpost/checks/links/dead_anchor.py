"""Links to a heading or an anchor that its page does not have."""

from collections.abc import Iterator, Mapping

from lintpost.checks.common.links.anchor_notes import Anchors, html_anchors, note_anchors
from lintpost.checks.common.links.fixes import with_fragment
from lintpost.checks.common.links.internal_links import note_links
from lintpost.checks.common.links.site_resolver import (
    ResolvedLink,
    note_page,
    resolved_links,
    resolver_of,
)
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.addresses.address import key_of
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.resolve import Resolver
from lintpost.site.addresses.site_pages import Page
from lintpost.site.addresses.suggest import nearest_name
from lintpost.site.anchors.layouts import is_common, layout_ids
from lintpost.site.files import EXTENSIONS
from lintpost.site.site import Site

_LONGEST = 60
"""Characters of an anchor that a message shows."""


class Options(CheckOptions):
    """None."""


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """What the post's addresses depend on, its anchors, and its links."""
    return {"page": note_page(post), "links": note_links(post), **note_anchors(post)}


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each fragment that no heading and no id of its page bears out."""
    resolver = resolver_of(facts, site)
    if resolver is None:
        return
    reader = _Reader(facts, resolver, site)
    for one in resolved_links(facts, resolver, site):
        fragment = one.target.fragment
        page = one.resolution.page
        if not fragment or page is None or one.link.kind == "image":
            continue
        if one.resolution.state not in ("found", "letters"):
            continue
        ids = reader.ids(page.path, page.generator)
        if not ids or fragment in ids or is_common(fragment):
            continue  # a page without any is all its layout's
        if not reader.is_sure(one, page, ids) or fragment in reader.layout_ids(page.generator):
            continue
        near = nearest_name(fragment, list(ids))
        same = page.path == one.page.path
        params = {
            "anchor": fragment[:_LONGEST],
            "known": (near or "")[:_LONGEST],
            "page": Text(page.path, page.path),
        }
        key = ("own" if same else "other") + ("-nearest" if near else "")
        fix = with_fragment(one, near) if near else None
        yield SiteHit(one.page.path, one.link.place, key, params, fix)


class _Reader:
    """Reads the ids of pages, each once."""

    def __init__(self, facts: Mapping[str, Facts], resolver: Resolver, site: Site) -> None:
        self._facts = facts
        self._files = resolver.pages.files
        self._site = site
        self._ids: dict[str, frozenset[str] | None] = {}
        self._layouts: dict[Generator, frozenset[str]] = {}

    def ids(self, path: str, generator: Generator) -> frozenset[str] | None:
        """The ids of a page; None where there may be others."""
        if path not in self._ids:
            anchors = self._anchors(path)
            self._ids[path] = _ids(anchors, generator) if anchors is not None else None
        return self._ids[path]

    def is_sure(self, one: ResolvedLink, page: Page, ids: frozenset[str]) -> bool:
        """Whether no layout is likely to make the anchor: those of lists make many. Without a known generator only
        what looks like a heading's id is held against the page.
        """
        if page.path not in self._facts and page.generator.may_make(
            key_of(page.addresses.own or "/")
        ):
            return False
        if one.page.generator.is_whole:
            return True
        fragment = one.target.fragment or ""
        return not fragment.isascii() or nearest_name(fragment, list(ids)) is not None

    def layout_ids(self, generator: Generator) -> frozenset[str]:
        """The ids of the site's own layouts."""
        if generator not in self._layouts:
            self._layouts[generator] = layout_ids(self._files, generator.root)
        return self._layouts[generator]

    def _anchors(self, path: str) -> Anchors | None:
        fact = self._facts.get(path)
        if fact is not None:
            return Anchors.of_fact(fact)
        text = self._files.text(path)
        if text is None:
            return None
        if path.endswith(EXTENSIONS):
            return Anchors.of_fact(note_anchors(Post(Source(path, text), self._site.syntax)))
        return html_anchors(text)


def _ids(anchors: Anchors, generator: Generator) -> frozenset[str] | None:
    """The ids under the generator's rule."""
    if anchors.has_terms and generator.has_term_ids:
        return None
    return anchors.ids(generator.anchors)


CHECK = Check(
    name="dead-anchor",
    options=Options,
    messages={
        "own": ("anchor",),
        "own-nearest": ("anchor", "known"),
        "other": ("anchor", "page"),
        "other-nearest": ("anchor", "known", "page"),
    },
    run=None,
    reads=("front-matter", "markdown"),
    site=("files", "yaml"),
    changes=("link",),
    facts=facts,
    shares=("page", "links"),
    review=review,
)
