"""The settings of all sites that are worked on, read anew when their files change."""

import os
from collections.abc import Callable, Iterator

from lintpost.config.run_settings import FILE_NAMES, CliOverrides, find_config
from lintpost.language import Lang, environment_language
from lintpost.server.workspace.site_settings import Fault, SiteSettings, UnsavedTexts


class AllSettings:
    """Settings by their configuration files. Of one that is faulty the last good reading stays in force."""

    def __init__(self, texts: UnsavedTexts, overlay: CliOverrides) -> None:
        """`texts` are those of open documents, by path; what the mapping holds may change."""
        self._overlay = overlay
        self._texts = texts
        self._read: dict[str | None, SiteSettings] = {}
        self._good: dict[str | None, SiteSettings] = {}
        self.reading = 0
        """Counts the readings: whatever depends on settings is valid while this stays the same."""

    def of_post(self, path: str) -> SiteSettings | None:
        """The settings in force for a post; None where its configuration was never without fault."""
        config = find_config(os.path.dirname(os.path.abspath(path)))
        self._update(config, path)
        return self._good.get(config)

    def of_file(self, path: str) -> SiteSettings | None:
        """The settings of the configuration nearest to any file, such as a dictionary."""
        return self.of_post(os.path.join(os.path.dirname(path), "post.md"))

    def reload(self) -> bool:
        """Read again what has changed; whether anything has."""
        before = self.reading
        for config, settings in list(self._read.items()):
            if config is not None and not os.path.lexists(config):
                self._drop(config)
            elif not settings.is_current(self._texts):
                self._update(config, os.path.join(os.path.dirname(config or ""), "post.md"))
        return self.reading != before

    def forget(self, is_done_with: Callable[[str], bool]) -> None:
        """Forget the configurations that nobody works under any more, by their paths."""
        for config in [one for one in self._read if one is not None and is_done_with(one)]:
            self._drop(config)

    def faults(self) -> Iterator[tuple[str | None, Fault]]:
        """The configurations that are faulty now, and what is wrong with them."""
        for config, settings in self._read.items():
            if settings.fault is not None:
                yield config, settings.fault

    def lang_of(self, config: str | None) -> Lang:
        """The language of a configuration: of the reading that is in force, else that of the environment."""
        good = self._good.get(config)
        return good.checker.settings.lang if good and good.checker else environment_language()

    def in_force(self) -> list[SiteSettings]:
        """The settings of all sites that were asked for."""
        return list(self._good.values())

    def knows(self, path: str) -> bool:
        """Whether a file is a configuration, or was read for one."""
        if os.path.basename(path) in FILE_NAMES:
            return True
        return any(path in settings.files for settings in self._read.values())

    def _update(self, config: str | None, path: str) -> None:
        """Read a configuration, unless the last reading is valid still."""
        known = self._read.get(config)
        if known is not None and known.is_current(self._texts):
            return
        read = SiteSettings(config, path, self._texts, self._overlay)
        if known is not None and known is not self._good.get(config):
            known.close()
        self._read[config] = read
        if read.checker is not None and read.fault is None:
            if config in self._good:
                self._good[config].close()
            self._good[config] = read
        self.reading += 1

    def _drop(self, config: str) -> None:
        for settings in {self._read.pop(config), self._good.pop(config, None)}:
            if settings is not None:
                settings.close()
        self.reading += 1
