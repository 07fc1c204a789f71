"""Checks many posts, on one worker or several, with the same result either way."""

import os
from collections.abc import Callable, Iterator

from lintpost.config.head import Overlay, find_config
from lintpost.config.settings import Settings, load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.finding import PostError, PostResult
from lintpost.language import Text
from lintpost.packs.settings_error import SettingsError

_CHUNK_BYTES = 1_000_000
_WORTH_A_POOL = 12_000_000
"""Bytes of posts below which starting workers takes longer than it saves (bench/run.py)."""


class Configurations:
    """The settings of each post: those of the configuration file nearest to it.

    `adapt` changes settings that were read before they are used.
    """

    def __init__(
        self,
        config: str | None,
        overlay: Overlay,
        *,
        isolated: bool = False,
        adapt: Callable[[Settings], Settings] = lambda settings: settings,
    ) -> None:
        self.adapt = adapt
        self.config = config
        self.overlay = overlay
        self.isolated = isolated
        self._settings: dict[str | None, Settings] = {}
        self._checkers: dict[str | None, Checker] = {}
        self._found: dict[str, str | None] = {}

    def config_for(self, folder: str) -> str | None:
        """The configuration file for the posts of a folder."""
        if self.config is not None or self.isolated:
            return self.config
        if folder not in self._found:
            self._found[folder] = find_config(folder)
        return self._found[folder]

    def settings(self, config: str | None) -> Settings:
        """Read a configuration once. Raises `SettingsError`."""
        if config not in self._settings:
            self._settings[config] = self.adapt(load_settings(config, self.overlay))
        return self._settings[config]

    def leading(self, paths: list[str]) -> Settings:
        """The settings that decide for the run as a whole (language, exit status, which posts).

        They are those of the first path whose configuration can be read; of the working folder
        where there are no paths. Raises `SettingsError` where none can be read.
        """
        folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths]
        configs = dict.fromkeys(
            self.config_for(os.path.abspath(folder)) for folder in folders or [""]
        )
        error: SettingsError | None = None
        for config in configs:
            try:
                return self.settings(config)
            except SettingsError as found:
                error = error or found
        assert error is not None
        raise error

    def checker(self, path: str) -> Checker:
        """The checker for a post."""
        config = self.config_for(os.path.dirname(os.path.abspath(path)))
        if config not in self._checkers:
            self._checkers[config] = Checker(self.settings(config))
        return self._checkers[config]


def check_path(configurations: Configurations, path: str, *, keep_text: bool) -> PostResult:
    """Check one post; a fault in its configuration is a result with an error."""
    try:
        return configurations.checker(path).check_file(path, keep_text=keep_text)
    except SettingsError as error:
        text = Text(error.message("en"), error.message("ja"))
        return PostResult(path, (), (PostError(path, text, of_settings=True),), 0, None)


def check_paths(
    paths: list[str],
    configurations: Configurations,
    *,
    jobs: int,
    keep_text: bool,
    done: Callable[[int], None] | None = None,
) -> Iterator[PostResult]:
    """The results in the order of the paths. `jobs` is the number of workers, 0 to choose.

    `done` is told how many posts each finished batch had.
    """
    sizes = [_size(path) for path in paths]
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if sum(sizes) > _WORTH_A_POOL else 1
    if jobs == 1 or len(paths) < 2:
        for path in paths:
            yield check_path(configurations, path, keep_text=keep_text)
            if done:
                done(1)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunks = _chunks(paths, sizes, jobs)
    arguments = (configurations.config, configurations.overlay, configurations.isolated, keep_text)
    with ProcessPoolExecutor(
        min(jobs, len(chunks)), initializer=_start_worker, initargs=arguments
    ) as pool:
        futures = [pool.submit(_check_chunk, chunk) for chunk in chunks]
        try:
            for future in futures:
                results = future.result()
                yield from results
                if done:
                    done(len(results))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _chunks(paths: list[str], sizes: list[int], jobs: int) -> list[list[str]]:
    """Runs of neighbouring posts of about equal bytes, several for each worker."""
    limit = max(1, min(_CHUNK_BYTES, sum(sizes) // (jobs * 4)))
    chunks: list[list[str]] = [[]]
    filled = 0
    for path, size in zip(paths, sizes, strict=True):
        if chunks[-1] and filled + size > limit:
            chunks.append([])
            filled = 0
        chunks[-1].append(path)
        filled += size
    return chunks


_worker: tuple[Configurations, bool] | None = None


def _start_worker(config: str | None, overlay: Overlay, isolated: bool, keep_text: bool) -> None:
    import gc
    import signal

    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    gc.disable()  # findings form no cycles, and a worker lives for one run
    _worker = Configurations(config, overlay, isolated=isolated), keep_text


def _check_chunk(paths: list[str]) -> list[PostResult]:
    assert _worker is not None
    configurations, keep_text = _worker
    return [check_path(configurations, path, keep_text=keep_text) for path in paths]
