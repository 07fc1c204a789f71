"""Which posts make up the site of a configuration."""

import os
from collections.abc import Iterable

from lintpost.engine.configurations import Configurations
from lintpost.engine.discovery.ignore_files import relative_folder
from lintpost.files.sources import is_recording, record_paths


class SitePosts:
    """The posts of a configuration's site: those that a run without arguments would check, but for those
    with a nearer configuration, and the posts that the run names.

    Without a configuration file a site is what the run names: its working folder may be any folder.
    `shown` has the path of each post as users read it, by its key, which is its path from the
    configuration's folder, with slashes.
    """

    def __init__(
        self, config: str | None, named: Iterable[str], configurations: Configurations
    ) -> None:
        run = configurations.cached_settings(config).run_settings
        self._root = run.root
        self._links: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        if config is not None:
            posts, _ = configurations.site_posts(run)
            folders = {os.path.dirname(path) for path in posts}
            own = {
                one for one in folders if configurations.config_for(os.path.abspath(one)) == config
            }
            self.shown = {
                self._relative(path): path for path in posts if os.path.dirname(path) in own
            }
        self._found = frozenset(self.shown)
        for path in named:
            self.shown[self.key(path)] = path
        if is_recording():
            record_paths(*map(os.path.abspath, self.shown.values()))

    def key(self, path: str) -> str:
        """The key of a post, whatever links lead to it."""
        key = self._relative(path)
        if key in self._found:
            return key
        if not self._links:
            found = self._found
            self._links = {os.path.realpath(os.path.join(self._root, key)): key for key in found}
        return self._links.get(os.path.realpath(path), key)

    def _relative(self, path: str) -> str:
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = relative_folder(os.path.abspath(folder), self._root)
        return self._folders[folder] + name
