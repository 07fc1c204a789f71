"""Checks many posts, on one worker or several, with the same result either way."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lintpost.engine.check_path import CheckedPost, check_path
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.reviewed_sites import reviewed_sites

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from lintpost.engine.cache.carried import Carried

WORTH_A_POOL = 12_000_000
"""Bytes of posts below which starting workers takes longer than it saves (bench/run.py)."""
_CARRIED_SHARE = 8
"""How many posts' carried results are completed in the time that checking one post takes, roughly."""
_REMOTE_CHUNKS = 64
"""Chunks for a given executor, whose number of workers is not known."""


Maker = Callable[..., Iterator[list[CheckedPost]]]
"""Checks posts by their paths; a second argument is what is carried over of some of them."""


class Run(NamedTuple):
    """A run over some posts. `jobs` is the number of workers, 0 to choose.

    An `executor` is any of `concurrent.futures`; its workers must see the posts under the same paths.
    `count_others` passes on the facts of the other posts of a site, whose number it is given, to show how far
    they are.
    """

    paths: list[str]
    configurations: Configurations
    jobs: int = 0
    keep_text: bool = False
    executor: "Executor | None" = None
    count_others: "Callable[[Iterable[PostResult], int], Iterable[PostResult]] | None" = None

    def checked(self) -> Iterator[PostResult]:
        """The results in the order of the paths, before `completed`, which also reads the texts of those
        with facts.

        Posts whose results are in the configurations' cache are not checked again.
        """
        if self.configurations.cache is None:
            return self._made(only_facts=False)
        from lintpost.engine.cache.cached_check import cached_check

        return cached_check(
            self.paths, self.configurations, self.keep_text, self._maker(only_facts=False)
        )

    def completed(self, results: Iterable[PostResult]) -> Iterator[PostResult]:
        """The results of `checked` with the findings of rules that look over the whole site: where there are
        any, all posts are checked before the first result comes.
        """
        if not reviewed_sites(self.paths, self.configurations):
            yield from results
            return
        from lintpost.engine.review.review_results import review_results

        yield from review_results(
            results,
            self.configurations,
            self._facts_of_others,
            keep_text=self.keep_text,
        )

    def facts(self) -> Iterator[PostResult]:
        """The facts of the posts alone, in the order of the paths, as results without findings."""
        if self.configurations.cache is None:
            return self._made(only_facts=True)
        from lintpost.engine.cache.cached_facts import cached_facts

        return cached_facts(self.paths, self.configurations, self._maker(only_facts=True))

    def _facts_of_others(self, others: list[str]) -> Iterable[PostResult]:
        facts = self._replace(paths=others).facts()
        return self.count_others(facts, len(others)) if self.count_others else facts

    def _made(self, *, only_facts: bool) -> Iterator[PostResult]:
        for batch in _checked(self, for_cache=False, only_facts=only_facts):
            for checked in batch:
                yield checked.result

    def _maker(self, *, only_facts: bool) -> Maker:
        """Checks some of the posts, for the cache."""
        return lambda some, carried=None: _checked(
            self._replace(paths=some), for_cache=True, only_facts=only_facts, carried=carried
        )


def check_paths(
    paths: list[str],
    configurations: Configurations,
    *,
    jobs: int,
    keep_text: bool,
    executor: "Executor | None" = None,
) -> Iterator[PostResult]:
    """The results of a `Run`, in the order of the paths."""
    run = Run(paths, configurations, jobs, keep_text, executor)
    return run.completed(run.checked())


def _checked(
    run: Run, *, for_cache: bool, only_facts: bool, carried: "Mapping[str, Carried] | None" = None
) -> Iterator[list[CheckedPost]]:
    """Check every path, in batches. `carried` is what is known of some of the posts (`check_path`)."""
    paths, configurations, jobs, keep_text, executor, _ = run
    known = carried or {}
    sizes = [size_of(path) // (_CARRIED_SHARE if path in known else 1) for path in paths]
    if executor is not None:
        from lintpost.engine.workers import checking, chunks_of, run_on, task_of

        task = task_of(
            configurations, keep_text=keep_text, for_cache=for_cache, only_facts=only_facts
        )
        work = checking(task, known)
        yield from run_on(executor, chunks_of(paths, sizes, _REMOTE_CHUNKS // 4), work)
        return
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if sum(sizes) > WORTH_A_POOL else 1
    if jobs == 1 or len(paths) < 2:
        for path in paths:
            yield [
                check_path(
                    configurations,
                    path,
                    keep_text=keep_text,
                    for_cache=for_cache,
                    only_facts=only_facts,
                    carried=known.get(path),
                )
            ]
        return
    from lintpost.engine.workers import checking, run_on_processes, task_of

    task = task_of(configurations, keep_text=keep_text, for_cache=for_cache, only_facts=only_facts)
    yield from run_on_processes(paths, sizes, checking(task, known), jobs)


def size_of(path: str) -> int:
    """The size of a file in bytes; 0 where it cannot be told."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
