"""Checks posts on several workers, with the results in the order of the posts."""

import os
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lintpost.config.run_settings import CliOverrides
from lintpost.engine.check_path import CheckedPost, check_path
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.process_pool import interrupts_held, process_pool, stop_pool
from lintpost.engine.work import Work, killed
from lintpost.files.compiled_cache import bypassed, is_bypassed

if TYPE_CHECKING:
    from lintpost.engine.cache.carried import Carried

T = TypeVar("T")

_KILLED = "KilledWorker"
"""The name of Dask's error for a task whose workers were killed time and again."""
_CHUNK_BYTES = 1_000_000
_CHUNKS_EACH = 4
"""Chunks for each worker: fewer leave workers idle at the end, more cost messages."""


class Task(NamedTuple):
    """What workers need to know beside the posts. `run` tells runs apart, for workers that outlive one."""

    run: str
    folder: str
    config: str | None
    overlay: CliOverrides
    isolated: bool
    keep_text: bool
    for_cache: bool
    only_facts: bool
    no_cache: bool


def task_of(
    configurations: Configurations, *, keep_text: bool, for_cache: bool, only_facts: bool = False
) -> Task:
    """The task for a run from the working folder."""
    config = configurations.config
    return Task(
        run=os.urandom(8).hex(),
        folder=os.getcwd(),
        config=os.path.abspath(config) if config else None,
        overlay=configurations.overlay,
        isolated=configurations.isolated,
        keep_text=keep_text,
        for_cache=for_cache,
        only_facts=only_facts,
        no_cache=is_bypassed(),
    )


def checking(task: Task, carried: "Mapping[str, Carried] | None" = None) -> Work[CheckedPost]:
    """The work of checking posts. `carried` is what is known of some of them (`check_path`)."""
    return Work(
        partial(check_chunk, task),
        lambda path: CheckedPost(PostResult.failed(killed(path))),
        partial(_of, carried=carried),
    )


def run_on_processes(
    paths: list[str], sizes: list[int], work: Work[T], jobs: int
) -> Iterator[list[T]]:
    """The results of neighbouring posts, chunk by chunk, from processes of this machine.

    A worker that is killed (for want of memory, say) loses no results: its posts are checked again, and
    a post that kills its worker again is a result with an error.
    """
    chunks = chunks_of(paths, sizes, jobs)
    at = 0
    with process_pool(min(jobs, len(chunks))) as pool:
        try:
            for checked in run_on(pool, chunks, work):
                at += 1
                yield checked
            return
        except BrokenExecutor:
            pass
        except BaseException:  # nobody waits for what the workers are still at
            stop_pool(pool)
            raise
    for chunk in chunks[at:]:
        yield _once_more(chunk, work)


def run_on(executor: Executor, chunks: list[list[str]], work: Work[T]) -> Iterator[list[T]]:
    """The results of chunks from any executor, in order. After an error no further chunk is started.

    A chunk whose results the executor lost (its worker was killed) is submitted once more; if they are lost
    again each of its posts is, and one whose worker is killed even then is a result with an error.
    """
    with interrupts_held():
        futures: list[Future[list[T]]] = [
            executor.submit(work.do, chunk, *work.known(chunk)) for chunk in chunks
        ]
    futures.reverse()
    try:
        for chunk in chunks:
            try:
                checked = futures[-1].result()
            except (BrokenExecutor, CancelledError):
                raise
            except Exception:
                checked = _submit_again(executor, chunk, work)
            futures.pop()  # so that the results of a long run are not all kept in memory
            yield checked
    finally:
        for future in futures:
            future.cancel()


def _submit_again(executor: Executor, paths: list[str], work: Work[T]) -> list[T]:
    try:
        return executor.submit(work.do, paths).result()
    except Exception as error:
        if type(error).__name__ != _KILLED:
            raise
    if len(paths) > 1:
        return [checked for path in paths for checked in _submit_again(executor, [path], work)]
    return [work.lost(paths[0])]


def chunks_of(paths: list[str], sizes: list[int], jobs: int) -> list[list[str]]:
    """Runs of neighbouring posts of about equal bytes, several for each worker."""
    limit = max(1, min(_CHUNK_BYTES, sum(sizes) // (jobs * _CHUNKS_EACH)))
    chunks: list[list[str]] = [[]]
    filled = 0
    for path, size in zip(paths, sizes, strict=True):
        if chunks[-1] and filled + size > limit:
            chunks.append([])
            filled = 0
        chunks[-1].append(path)
        filled += size
    return chunks


def _of(
    paths: list[str], carried: "Mapping[str, Carried] | None"
) -> "tuple[()] | tuple[dict[str, Carried]]":
    """The last argument of `check_chunk`, if it needs one."""
    found = {path: carried[path] for path in paths if path in carried} if carried else {}
    return (found,) if found else ()


def check_chunk(
    task: Task, paths: list[str], carried: "Mapping[str, Carried] | None" = None
) -> list[CheckedPost]:
    """Check some posts. Runs in a worker, whose working folder may be another."""
    configurations = _configurations(task)
    known = carried or {}
    with bypassed(task.no_cache):
        if task.folder == os.getcwd():
            return [_check(configurations, path, task, known.get(path)) for path in paths]
        return [
            _shown(
                _check(configurations, os.path.join(task.folder, path), task, known.get(path)), path
            )
            for path in paths
        ]


def _check(
    configurations: Configurations, path: str, task: Task, carried: "Carried | None"
) -> CheckedPost:
    return check_path(
        configurations,
        path,
        keep_text=task.keep_text,
        for_cache=task.for_cache,
        only_facts=task.only_facts,
        carried=carried,
    )


_worker = threading.local()


def _configurations(task: Task) -> Configurations:
    """The configurations of a run, read once by each worker, which may be a thread."""
    if getattr(_worker, "task", None) != task:
        _worker.task = task
        _worker.configurations = Configurations(task.config, task.overlay, isolated=task.isolated)
    configurations: Configurations = _worker.configurations
    return configurations


def _shown(checked: CheckedPost, path: str) -> CheckedPost:
    """A result whose post has the path that the run knows it by."""
    result = checked.result
    renamed = result._replace(
        path=path,
        findings=tuple(finding._replace(path=path) for finding in result.findings),
        errors=tuple(error._replace(path=path) for error in result.errors),
    )
    return CheckedPost(renamed, checked.entry)


def _once_more(paths: list[str], work: Work[T]) -> list[T]:
    """Check posts whose worker was killed in a process of their own; each in one if that is killed."""
    try:
        with process_pool(1) as pool, interrupts_held():
            future = pool.submit(work.do, paths)
        return future.result()
    except BrokenExecutor:
        if len(paths) > 1:
            return [checked for path in paths for checked in _once_more([path], work)]
        return [work.lost(paths[0])]
