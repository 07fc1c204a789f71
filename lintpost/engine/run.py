"""Checks many posts, on one worker or several, with the same result either way."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lintpost.engine.check_path import CheckedPost, check_path
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.reviewed_sites import reviewed_sites

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
    Posts whose results are in the configurations' cache are not checked again. Where rules look over the
    whole site, all posts are checked before the first result comes.
    """
    how = _How(configurations, jobs, executor)
    results = _results(paths, how, keep_text=keep_text)
    if not reviewed_sites(paths, configurations):
        yield from results
        return
    from lintpost.engine.review.review_results import review_results

    yield from review_results(
        results,
        configurations,
        lambda others: _results(others, how, only_facts=True),
        keep_text=keep_text,
    )


def facts_of(paths: list[str], configurations: Configurations) -> Iterator[PostResult]:
    """The facts of posts, in the order of the paths, as results without findings."""
    return _results(paths, _How(configurations), only_facts=True)


class _How(NamedTuple):
    """How the posts of a run are checked."""

    configurations: Configurations
    jobs: int = 0
    executor: "Executor | None" = None


def _results(
    paths: list[str], how: _How, *, keep_text: bool = False, only_facts: bool = False
) -> Iterator[PostResult]:
    if how.configurations.cache is not None:
        from lintpost.engine.cache.cached_check import cached_check

        yield from cached_check(
            paths,
            how.configurations,
            keep_text,
            lambda uncached: _checked(
                uncached, how, keep_text=keep_text, for_cache=True, only_facts=only_facts
            ),
            only_facts=only_facts,
        )
        return
    checked = _checked(paths, how, keep_text=keep_text, for_cache=False, only_facts=only_facts)
    for batch in checked:
        for one in batch:
            yield one.result


def _checked(
    paths: list[str], how: _How, *, keep_text: bool, for_cache: bool, only_facts: bool
) -> Iterator[list[CheckedPost]]:
    """Check every path, in batches."""
    configurations, jobs, executor = how
    sizes = [_size(path) for path in paths]
    if executor is not None:
        from lintpost.engine.workers import chunks_of, run_on, task_of

        task = task_of(
            configurations, keep_text=keep_text, for_cache=for_cache, only_facts=only_facts
        )
        yield from run_on(executor, chunks_of(paths, sizes, _REMOTE_CHUNKS // 4), task)
        return
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if sum(sizes) > _WORTH_A_POOL else 1
    if jobs == 1 or len(paths) < 2:
        for path in paths:
            yield [
                check_path(
                    configurations,
                    path,
                    keep_text=keep_text,
                    for_cache=for_cache,
                    only_facts=only_facts,
                )
            ]
        return
    from lintpost.engine.workers import run_on_processes, task_of

    task = task_of(configurations, keep_text=keep_text, for_cache=for_cache, only_facts=only_facts)
    yield from run_on_processes(paths, sizes, task, jobs)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
