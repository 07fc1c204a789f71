"""The pages of a site by their addresses, as its posts are now, for what is asked of links."""

import os

from lintpost.post.post import Post
from lintpost.server.workspace.post_notes import PostNotes
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.resolve import Resolver
from lintpost.site.addresses.site_pages import SitePages
from lintpost.site.files import SiteFiles


class KnownPages:
    """Makes the resolver of a site's links anew when an address, or the disk, may have changed since the last."""

    def __init__(self, settings: SiteSettings, notes: PostNotes) -> None:
        assert settings.checker is not None
        self._checker = settings.checker
        self._is_site = settings.config is not None
        self._notes = notes
        self._last: tuple[SiteFiles, tuple[int, PageNote | None, str], Resolver] | None = None

    @property
    def root(self) -> str:
        """The folder that paths are named from."""
        return self._checker.settings.root

    def name_of(self, path: str) -> str:
        """A path from the root, with slashes."""
        return os.path.relpath(path, self.root).replace(os.sep, "/")

    def paths(self) -> list[str]:
        """The posts of the site, which need not be read yet; none without a configuration."""
        return self._notes.paths() if self._is_site else []

    def resolver(self, post: Post, seconds: float | None = None) -> Resolver | None:
        """The resolver of the site with a post, which need not be saved yet; None where the files are not at hand.

        Posts are read for some seconds (None: all); of a larger site not every page is known then.
        """
        files = self._checker.settings.site.files
        if files is None:
            return None
        if self._is_site:
            self._notes.update(seconds)
        own = (
            None if self._is_noted(post) else PageNote.of_front_matter(post.front_matter, post.text)
        )
        key = self._notes.pages_version, own, post.path if own is not None else ""
        if self._last is None or self._last[0] is not files or self._last[1] != key:
            self._last = files, key, Resolver(self._pages(files, post.path, own))
        return self._last[2]

    def _is_noted(self, post: Post) -> bool:
        return self._is_site and post.path in self._notes.by_path

    def _pages(self, files: SiteFiles, path: str, own: PageNote | None) -> SitePages:
        """The pages; `own` is the note of a post at a path that is none of the site's."""
        noted = self._notes.by_path.values() if self._is_site else ()
        notes = {note.name: note.page for note in noted}
        if own is not None:
            notes[self.name_of(path)] = own
        return SitePages(files, notes, self._checker.settings.site.yaml)
