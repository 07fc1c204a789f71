"""The settings of each post of a run."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from lintpost.config import settings_cache
from lintpost.config.run_settings import CliOverrides, RunSettings, find_config
from lintpost.config.settings_cache import CachedSettings
from lintpost.files.settings_error import SettingsError, broken

if TYPE_CHECKING:
    from lintpost.config.settings import Settings
    from lintpost.engine.cache.store import Store
    from lintpost.engine.check_post import Checker
    from lintpost.engine.discovery.discover import NotFound, Scope
    from lintpost.files.sources import Sources


class Configurations:
    """The settings of each post: those of the configuration file nearest to it. For one thread.

    `adapt` changes settings that were read before they are used. With a `cache` (a folder) the run
    settings are taken from there while they are valid, and all settings are read once a post must be
    checked.
    """

    def __init__(
        self,
        config: str | None,
        overlay: CliOverrides,
        *,
        isolated: bool = False,
        adapt: "Callable[[Settings], Settings] | None" = None,
        cache: str | None = None,
    ) -> None:
        self.adapt = adapt
        self.config = config
        self.overlay = overlay
        self.isolated = isolated
        self.cache = cache
        self._store: Store | None = None
        self._loaded: dict[str | None, tuple[Settings, Sources]] = {}
        self._cached: dict[str | None, CachedSettings] = {}
        self._checkers: dict[str | None, Checker] = {}
        self._digests: dict[str | None, str] = {}
        self._found: dict[str, str | None] = {}
        self._posts: dict[Scope, tuple[list[str], list[NotFound]]] = {}

    @property
    def store(self) -> "Store | None":
        """The cache's results, opened at first use; None without a cache."""
        if self._store is None and self.cache is not None:
            from lintpost.engine.cache.store import Store

            self._store = Store(self.cache)
        return self._store

    def close(self) -> None:
        """Close the cache."""
        if self._store is not None:
            self._store.close()

    def config_for(self, folder: str) -> str | None:
        """The configuration file for the posts of a folder."""
        if self.config is not None or self.isolated:
            return self.config
        if folder not in self._found:
            self._found[folder] = find_config(folder)
        return self._found[folder]

    def site_posts(self, run: RunSettings) -> "tuple[list[str], list[NotFound]]":
        """What `discover` finds without arguments, looked for once."""
        from lintpost.engine.discovery.discover import Scope, discover

        scope = Scope(run.root, run.posts, run.exclude)
        if scope not in self._posts:
            self._posts[scope] = discover([], scope)
        return self._posts[scope]

    def settings(self, config: str | None) -> "Settings":
        """Read a configuration once. Raises `SettingsError`."""
        return self._load(config)[0]

    def cached_settings(self, config: str | None) -> CachedSettings:
        """A configuration's run settings and fingerprint, from the cache while they are valid there.

        The fingerprint is "" without a cache. Raises `SettingsError`.
        """
        store = self.store
        if store is None:
            return self._uncached_settings(config)
        if config not in self._cached:
            key = settings_cache.cache_key(config, self.overlay)
            text = store.settings(key)
            found = settings_cache.from_json(text) if text is not None else None
            if found is None:
                settings, sources = self._load(config)
                found = settings_cache.cached_settings(settings, sources)
                # What is wrong with an installed package may be mended outside of `sources`.
                if not settings.faults:
                    store.save_settings(key, settings_cache.to_json(found, sources))
                    self._save_manifest(settings, found, store)
            self._cached[config] = found
        return self._cached[config]

    @staticmethod
    def _save_manifest(settings: "Settings", cached: CachedSettings, store: "Store") -> None:
        from lintpost.engine.cache import manifest

        found = manifest.manifest_of(settings, cached.package)
        if found is not None:
            settings_id = store.settings_id(cached.fingerprint)
            store.save_manifest(settings_id, found.common, manifest.to_bytes(found))

    def _uncached_settings(self, config: str | None) -> CachedSettings:
        from lintpost.config.rule_states import site_rules

        if config not in self._cached:
            settings = self.settings(config)
            self._cached[config] = CachedSettings(
                settings.run_settings, "", "", site_rules(settings)
            )
        return self._cached[config]

    def content_digest(self, path: str) -> str:
        """A digest of the settings that a post is checked by, as they were read. Raises `SettingsError`."""
        config = self.config_for(os.path.dirname(os.path.abspath(path)))
        if config not in self._digests:
            self._digests[config] = settings_cache.content_digest(*self._load(config))
        return self._digests[config]

    def leading(self, paths: list[str]) -> "Settings":
        """The settings that decide for the run as a whole (language, exit status, which posts).

        They are those of the first path whose configuration can be read; of the working folder
        where there are no paths. Raises `SettingsError` where none can be read.
        """
        return self.settings(self._leading(paths))

    def leading_run_settings(self, paths: list[str]) -> RunSettings:
        """The run settings of `leading`."""
        return self.cached_settings(self._leading(paths)).run_settings

    def checker(self, path: str) -> "Checker":
        """The checker for a post. Raises `SettingsError`."""
        config = self.config_for(os.path.dirname(os.path.abspath(path)))
        if config not in self._checkers:
            from lintpost.engine.check_post import Checker

            self._checkers[config] = Checker(self.settings(config))
        return self._checkers[config]

    def _load(self, config: str | None) -> "tuple[Settings, Sources]":
        """Settings, and the files and folders that they were read from."""
        if config not in self._loaded:
            from lintpost.config.rule_states import refuse_options_of_off_rules
            from lintpost.config.settings import load_settings
            from lintpost.files.sources import recorded

            try:
                with recorded() as sources:
                    settings = load_settings(config, self.overlay)
                refuse_options_of_off_rules(settings)
            except SettingsError:
                raise
            except Exception as error:
                if config is None:
                    raise
                raise broken(config, error) from error
            adapted = self.adapt(settings) if self.adapt else settings
            self._loaded[config] = adapted, sources
        return self._loaded[config]

    def _leading(self, paths: list[str]) -> str | None:
        folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths]
        configs = dict.fromkeys(
            self.config_for(os.path.abspath(folder)) for folder in folders or [""]
        )
        error: SettingsError | None = None
        for config in configs:
            try:
                self.cached_settings(config)
            except SettingsError as found:
                error = error or found
            else:
                return config
        assert error is not None
        raise error
