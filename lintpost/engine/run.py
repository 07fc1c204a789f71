"""Checks many posts, on one worker or several, with the same result either way."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lintpost.engine.check_path import CheckedPost, check_path
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult

if TYPE_CHECKING:
    from concurrent.futures import Executor

_WORTH_A_POOL = 12_000_000
"""Bytes of posts below which starting workers takes longer than it saves (bench/run.py)."""
_REMOTE_CHUNKS = 64
"""Chunks for a given executor, whose number of workers is not known."""


def check_paths(
    paths: list[str],
    configurations: Configurations,
    *,
    jobs: int,
    keep_text: bool,
    executor: "Executor | None" = None,
) -> Iterator[PostResult]:
    """The results in the order of the paths. `jobs` is the number of workers, 0 to choose.

    An `executor` is any of `concurrent.futures`; its workers must see the posts under the same paths.
    Posts whose results are in the configurations' cache are not checked again.
    """
    if configurations.cache is not None:
        from lintpost.engine.cache.cached_check import cached_check

        yield from cached_check(
            paths,
            configurations,
            keep_text,
            lambda uncached: _checked(
                uncached, configurations, jobs, keep_text, executor, for_cache=True
            ),
        )
        return
    for batch in _checked(paths, configurations, jobs, keep_text, executor, for_cache=False):
        for checked in batch:
            yield checked.result


def _checked(
    paths: list[str],
    configurations: Configurations,
    jobs: int,
    keep_text: bool,
    executor: "Executor | None",
    *,
    for_cache: bool,
) -> Iterator[list[CheckedPost]]:
    """Check every path, in batches."""
    sizes = [_size(path) for path in paths]
    if executor is not None:
        from lintpost.engine.workers import chunks_of, run_on, task_of

        task = task_of(configurations, keep_text=keep_text, for_cache=for_cache)
        yield from run_on(executor, chunks_of(paths, sizes, _REMOTE_CHUNKS // 4), task)
        return
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if sum(sizes) > _WORTH_A_POOL else 1
    if jobs == 1 or len(paths) < 2:
        for path in paths:
            yield [check_path(configurations, path, keep_text=keep_text, for_cache=for_cache)]
        return
    from lintpost.engine.workers import run_on_processes, task_of

    task = task_of(configurations, keep_text=keep_text, for_cache=for_cache)
    yield from run_on_processes(paths, sizes, task, jobs)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
