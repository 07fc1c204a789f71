"""Where the links of a post lead: a page by its address or its file, and a part of it by its id."""

import os
from posixpath import dirname, normpath
from typing import NamedTuple

from lintpost.checks.common.links.anchor_places import (
    AnchorPlace,
    anchor_places,
    by_id,
    html_anchor_places,
)
from lintpost.checks.common.links.body_links import BodyLink
from lintpost.checks.common.links.internal_links import internal_target
from lintpost.post.post import Post
from lintpost.post.source import Source, UnreadablePost
from lintpost.server.features.places import Place
from lintpost.server.workspace.known_pages import KnownPages
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.resolution import target_of
from lintpost.site.addresses.resolve import Resolver
from lintpost.site.addresses.site_pages import Page
from lintpost.site.anchors.rules import AnchorRule
from lintpost.site.files import EXTENSIONS, INDEXES


class Destination(NamedTuple):
    """What a link leads to: a file by its path from the root, and a part of it by its fragment ("": the whole)."""

    file: str
    fragment: str


class SiteLinks:
    """The links of a site as `links/dead-link` and `links/dead-anchor` follow them, seen from one post.

    Where no generator is known, links lead to files, which those rules say nothing of.
    """

    def __init__(
        self,
        workspace: Workspace,
        settings: SiteSettings,
        post: Post,
        seconds: float | None = None,
    ) -> None:
        """`post` need not be saved yet. Other posts are read for some seconds (None: all)."""
        assert settings.checker is not None
        self._workspace = workspace
        self._syntax = settings.checker.settings.site.syntax
        self._post = post
        self.pages: KnownPages = workspace.pages_of(settings)
        self.name = self.pages.name_of(post.path)
        """The post's path from the root."""
        self.resolver: Resolver | None = self.pages.resolver(post, seconds)
        self._anchors: dict[str, list[AnchorPlace]] = {}

    @property
    def generator(self) -> Generator | None:
        """The generator of the post's site; None where the files are not at hand."""
        page = self.page(self.name)
        return page.generator if page is not None else None

    def page(self, file: str) -> Page | None:
        """The page of a file; None for one that is no page. Where no generator is known, only posts are."""
        if self.resolver is None:
            return None
        pages = self.resolver.pages
        found = pages.posts.get(file)
        is_known = found is None and _is_known(pages.generators.of(file))
        return pages.at_path(file) if is_known else found

    def destination(self, link: BodyLink, post: Post | None = None) -> Destination | None:
        """Where a link leads, of this post or another one; None for what leads to no page or file that is there."""
        target = internal_target(link.target)
        if target is None or link.kind == "image":
            return None
        taken = target_of(target)
        name = self.name if post is None else self.pages.name_of(post.path)
        page = self.page(name)
        if page is None or self.resolver is None:
            is_own = not taken.path and not taken.host
            return Destination(name, taken.fragment or "") if is_own else None
        resolution = self.resolver.resolve(page, link.kind, taken)
        if resolution.state == "found" and resolution.page is not None:
            return Destination(resolution.page.path, taken.fragment or "")
        is_by_file = resolution.state == "found" or not _is_known(page.generator)
        if link.kind != "link" or taken.host or not is_by_file:
            return None
        file = self._file_of(page, taken.path)
        return Destination(file, taken.fragment or "") if file is not None else None

    def anchors(self, file: str) -> list[AnchorPlace]:
        """The anchors of a page by its file; none where it cannot be read."""
        if file not in self._anchors:
            self._anchors[file] = self._anchors_of(file)
        return self._anchors[file]

    def ids(self, wanted: Destination) -> frozenset[str]:
        """Every id of the part that is meant; none for a whole page."""
        if not wanted.fragment:
            return frozenset()
        place = by_id(self.anchors(wanted.file)).get(wanted.fragment)
        return frozenset(place.ids) if place is not None else frozenset([wanted.fragment])

    def place(self, wanted: Destination) -> Place | None:
        """The part that is meant, or the beginning of the file that does not have it; None for a part that the post
        itself does not have.
        """
        part = by_id(self.anchors(wanted.file)).get(wanted.fragment) if wanted.fragment else None
        source = self._source(wanted.file) if part is not None else None
        if source is not None and part is not None:
            return Place(source, part.start, part.end)
        if wanted.file == self.name and wanted.fragment not in ("", "top"):
            return None
        return Place(Source(self._path(wanted.file), ""), 0, 0)

    def _anchors_of(self, file: str) -> list[AnchorPlace]:
        if file == self.name:
            return anchor_places(self._post, self._rule(file))
        source = self._source(file)
        if source is None:
            return []
        if not file.endswith(EXTENSIONS):
            return html_anchor_places(source.text)
        post = Post(source, self._syntax)
        found = anchor_places(post, self._rule(file))
        post.memo.clear()
        return found

    def _rule(self, file: str) -> AnchorRule:
        if self.resolver is None:
            return AnchorRule.ANY
        return self.resolver.pages.generators.of(file).anchors

    def _source(self, file: str) -> Source | None:
        if file == self.name:
            return self._post.source
        try:
            return self._workspace.source_at(self._path(file))
        except UnreadablePost:
            return None

    def _path(self, file: str) -> str:
        return os.path.normpath(os.path.join(self.pages.root, file))

    def _file_of(self, page: Page, path: str) -> str | None:
        """The file at a path that a link of a page names, the ending of a post given or not."""
        assert self.resolver is not None
        files = self.resolver.pages.files
        if path.startswith("/"):
            base = page.generator.base
            path = path.removeprefix(base) if path.startswith(f"{base}/") else path
            bases = [root + path.lstrip("/") for root in page.generator.static_roots]
        else:
            bases = [f"{dirname(page.path)}/{path}" if dirname(page.path) else path]
        for base in map(normpath, bases):
            forms = [f"{base}{ending}" for ending in EXTENSIONS]
            forms += [f"{base}/{index}{ending}" for index in INDEXES for ending in EXTENSIONS]
            for form in (base, *forms):
                if files.has(form) and not files.names_in(form):
                    return form
        return None


def _is_known(generator: Generator) -> bool:
    """Whether `links/dead-link` says anything of a generator's links."""
    return generator.is_whole or generator.is_guessed
