"""Where the links of a site lead: a page by its address or its file, and which posts link to it."""

import os
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from lintpost.checks.common.links.body_links import BodyLink, body_links
from lintpost.checks.common.links.internal_links import internal_target
from lintpost.post.post import Post
from lintpost.post.source import Source, UnreadablePost
from lintpost.server.features.links import anchors
from lintpost.server.features.places import Place
from lintpost.server.workspace.name_search import site_paths
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.resolution import target_of
from lintpost.site.addresses.resolve import Resolver
from lintpost.site.addresses.site_pages import Page, SitePages


class Destination(NamedTuple):
    """What a link leads to: the path of a page from the root, and a part of it ("": the whole page)."""

    page: str
    anchor: str


def link_at(post: Post, offset: int) -> BodyLink | None:
    """The link whose target is at an offset."""
    found = (one for one in body_links(post) if one.kind != "image")
    return next((one for one in found if one.start <= offset <= one.end), None)


def heading_at(post: Post, offset: int) -> str | None:
    """The anchor of the heading at an offset."""
    found = anchors(post).items()
    return next((anchor for anchor, (start, end) in found if start <= offset <= end), None)


class SiteLinks:
    """The links between the posts of a site, as they are now."""

    def __init__(self, workspace: Workspace, settings: SiteSettings, post: Post) -> None:
        """`post` is the one that is asked about; it counts as open, and need not be saved yet."""
        assert settings.checker is not None
        self._workspace = workspace
        self._named = settings.checker.settings
        self._post = post
        self._sources: dict[str, Source] = {}
        paths = dict.fromkeys((*site_paths(settings), post.path))
        for path in paths:
            try:
                self._sources[self._name(path)] = workspace.source_at(path)
            except UnreadablePost:
                continue
        self._resolver = self._made_resolver()

    def destination(self, link: BodyLink | str) -> Destination | None:
        """What a link of the post leads to, or where its heading with an anchor is; None for what is no page."""
        if isinstance(link, str):
            return Destination(self._name(self._post.path), link)
        return self._leads_to(self._post, link)

    def links_to(self, wanted: Destination) -> Iterator[Place]:
        """The links to a page, or to a part of it."""
        words = self._words(wanted.page)
        for name, source in self._sources.items():
            is_own = name == wanted.page
            if not is_own and words and not any(word in source.text for word in words):
                continue
            post = Post(source, self._named.site.syntax)
            for link in body_links(post):
                found = self._leads_to(post, link)
                if found is None or found.page != wanted.page:
                    continue
                if not wanted.anchor or found.anchor == wanted.anchor:
                    yield Place(source, link.start, link.end)
            post.memo.clear()

    def place(self, wanted: Destination) -> Place | None:
        """The beginning of a page, or the heading of a part of it."""
        source = self._sources.get(wanted.page)
        if source is None:
            return None
        post = Post(source, self._named.site.syntax)
        start, end = anchors(post).get(wanted.anchor, (0, 0))
        return Place(source, start, end)

    def _leads_to(self, post: Post, link: BodyLink) -> Destination | None:
        target = internal_target(link.target)
        if target is None or link.kind == "image" or self._resolver is None:
            return None
        taken = target_of(target)
        page = self._resolver.pages.posts.get(self._name(post.path))
        if page is None:
            return None
        found = self._resolver.resolve(page, link.kind, taken).page
        return Destination(found.path, (taken.fragment or "").lower()) if found else None

    def _name(self, path: str) -> str:
        """A path from the root, with slashes."""
        return os.path.relpath(path, self._named.root).replace(os.sep, "/")

    def _made_resolver(self) -> Resolver | None:
        site = self._named.site
        if site.files is None:
            return None
        notes = {
            name: PageNote.of_text(source.text, site.yaml) for name, source in self._sources.items()
        }
        return Resolver(SitePages(site.files, notes, site.yaml))

    def _words(self, name: str) -> list[str]:
        """Words of which a text that links to a page has one: the last parts of its addresses and of its file."""
        assert self._resolver is not None
        page: Page = self._resolver.pages.of(name)
        stem = os.path.splitext(os.path.basename(name))[0]
        parts = [one.rstrip("/").rpartition("/")[2] for one in page.addresses.all]
        words = [os.path.splitext(part)[0] for part in parts] + [stem]
        if not all(words):
            return []  # the page of the site's root: any text may link to it
        return list(dict.fromkeys((*words, *map(quote, words))))
