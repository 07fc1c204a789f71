"""One reading of a configuration, and whether it is still what its files say."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from lintpost.config import settings_cache
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings_cache import CachedSettings
from lintpost.engine.check_post import Checker
from lintpost.engine.configurations import Configurations
from lintpost.engine.discovery.discover import Scope
from lintpost.files.compiled_cache import bypassed, cache_folder
from lintpost.files.package import is_own_file
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.files.sources import SourceRead, Sources, digest_of, record_paths, recorded
from lintpost.files.stamp import file_stamp
from lintpost.post.post import Post
from lintpost.post.regular_file import open_regular
from lintpost.post.source import Source, UnreadablePost, decode, read_source
from lintpost.server.workspace.known_findings import KnownFindings

UnsavedTexts = Mapping[str, bytes]


class Fault(NamedTuple):
    """What is wrong with a settings file, and the text that it is about; None where that cannot be read."""

    error: SettingsError
    source: Source | None


class EditorConfigurations(Configurations):
    """Configurations whose run settings are those of the files as they are open, not those of a cache."""

    def cached_settings(self, config: str | None) -> CachedSettings:
        """A configuration's run settings and fingerprint. Raises `SettingsError`."""
        if config not in self._cached:
            self._cached[config] = settings_cache.cached_settings(*self._load(config))
        return self._cached[config]

    def find_posts_again(self) -> None:
        """Let the posts of sites be looked for anew: some may have come or gone."""
        self._posts.clear()


class SiteSettings:
    """A configuration (None: no file) as it was read once.

    `fault` is why it cannot be used, or why some rule cannot; then there may be no `checker`.
    """

    def __init__(
        self, config: str | None, path: str, texts: UnsavedTexts, overlay: CliOverrides
    ) -> None:
        """`path` is that of a post under the configuration, which need not exist."""
        self.config = config
        self.fault: Fault | None = None
        self._texts = texts
        self.checker: Checker | None = None
        self.known: KnownFindings | None = None
        """The findings of the baseline; None without one."""
        self._unsaved = _differing(texts)
        cache = None if self._unsaved else cache_folder()
        self.configurations = EditorConfigurations(
            None, overlay, isolated=config is None, cache=cache
        )
        with recorded() as sources, bypassed(bool(self._unsaved)):
            try:
                checker = self.configurations.checker(path)
                self.checker = checker
                checker.active(Post(Source(path, ""), checker.settings.site.syntax))
                self.known = _known(checker)
            except SettingsError as error:
                self.note(error)
        self._sources = _with_folders(sources, config) if self.fault else sources

    @property
    def files(self) -> list[str]:
        """The absolute paths that it was read from, lintpost's own files left out."""
        paths = map(os.path.abspath, self._sources)
        return [path for path in paths if not is_own_file(path)]

    def note(self, error: SettingsError) -> None:
        """Note a fault. A later one, which only some posts show, does not take an earlier one's place."""
        if self.fault is None:
            self.fault = Fault(error, self._source(error.place.path))

    def is_current(self, texts: UnsavedTexts) -> bool:
        """Whether reading it again would give the same. It takes a status of each of its files."""
        return all(self._is_same(path, read, texts) for path, read in self._sources.items())

    def takes(self, path: str) -> bool:
        """Whether `posts` and `exclude` take a file, which need not exist."""
        if self.checker is None:
            return False
        settings = self.checker.settings
        return Scope(settings.root, settings.posts, settings.exclude).takes(path)

    def close(self) -> None:
        """Close the cache."""
        self.configurations.close()

    def _source(self, path: str) -> Source | None:
        data = self._texts.get(os.path.abspath(path))
        try:
            if data is not None:
                return Source(path, decode(path, data))
            return read_source(path, MAX_BYTES)
        except UnreadablePost:
            return None

    def _is_same(self, path: str, read: SourceRead, texts: UnsavedTexts) -> bool:
        absolute = os.path.abspath(path)
        if is_own_file(absolute):
            return True
        data = texts.get(absolute)
        if data is not None:
            # What is read by its stamp alone is no settings file, unless it could not be read.
            return digest_of(data) == read.digest if read.digest else self.fault is None
        if absolute in self._unsaved:
            return False  # its document was closed, and what was read is not in the file
        return file_stamp(path) == read.stamp


def _known(checker: Checker) -> KnownFindings | None:
    """The findings of the baseline that the settings name. Raises `SettingsError`: of a file that is missing, in
    the configuration that names it.
    """
    settings = checker.settings
    if settings.baseline is None:
        return None
    record_paths(settings.baseline)
    try:
        return KnownFindings(settings.baseline)
    except SettingsError as error:
        if os.path.exists(settings.baseline) or settings.path is None:
            raise
        raise SettingsError(FilePosition(settings.path), error.text) from None


def _differing(texts: UnsavedTexts) -> frozenset[str]:
    """The open files whose text is not what the disk has."""
    found = set()
    for path, data in texts.items():
        try:
            with open_regular(path) as file:
                if file.read(len(data) + 1) != data:
                    found.add(path)
        except OSError:
            found.add(path)
    return frozenset(found)


def _with_folders(sources: Sources, config: str | None) -> Sources:
    """What a faulty configuration was read from, and the folders in which a file may be missing."""
    paths = [*sources, *([config] if config else [])]
    folders = dict.fromkeys(os.path.dirname(os.path.abspath(path)) for path in paths)
    stamped = {path: SourceRead(file_stamp(path), None) for path in (*paths, *folders)}
    return {**stamped, **sources}
