"""Checks posts on several workers, with the results in the order of the posts."""

import os
from collections.abc import Iterator
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
)
from functools import cache
from threading import get_ident

from lintpost.config.run_settings import CliOverrides
from lintpost.engine.check_path import Checked, check_path
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostError, PostResult
from lintpost.language import Text

Task = tuple[str, str | None, CliOverrides, bool, bool, bool]
"""The working folder, the configuration, the overlay; isolated, keep_text, remember."""
_CHUNK_BYTES = 1_000_000
_CHUNKS_EACH = 4
"""Chunks for each worker: fewer leave workers idle at the end, more cost messages."""


def task_of(configurations: Configurations, *, keep_text: bool, remember: bool) -> Task:
    """What workers are told, beside the posts."""
    config = configurations.config
    return (
        os.getcwd(), os.path.abspath(config) if config else None, configurations.overlay,
        configurations.isolated, keep_text, remember,
    )  # fmt: skip


def run_on_processes(
    paths: list[str], sizes: list[int], task: Task, jobs: int
) -> Iterator[list[Checked]]:
    """The results of neighbouring posts, chunk by chunk, from processes of this machine.

    A worker that is killed (by a lack of memory, say) takes no others with it: what it had is checked
    anew, and a post that kills its worker again is a result with an error.
    """
    chunks = chunks_of(paths, sizes, jobs)
    at = 0
    with ProcessPoolExecutor(min(jobs, len(chunks)), initializer=_prepare) as pool:
        try:
            for checked in run_on(pool, chunks, task):
                at += 1
                yield checked
            return
        except BrokenExecutor:
            pass
        except BaseException:  # nobody waits for what the workers are still at
            _stop(pool)
            raise
    for chunk in chunks[at:]:
        yield _once_more(chunk, task)


def run_on(executor: Executor, chunks: list[list[str]], task: Task) -> Iterator[list[Checked]]:
    """The results of chunks from any executor, in order; what has not begun is dropped at an error.

    An engine of others may lose what a worker had when it is killed: a chunk is asked for twice.
    """
    futures: list[Future[list[Checked]]] = [
        executor.submit(check_chunk, task, chunk) for chunk in chunks
    ]
    futures.reverse()
    try:
        for chunk in chunks:
            try:
                checked = futures[-1].result()
            except (BrokenExecutor, CancelledError):
                raise
            except Exception:
                checked = executor.submit(check_chunk, task, chunk).result()
            futures.pop()  # the results of a long run are not all held
            yield checked
    finally:
        for future in futures:
            future.cancel()


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


def check_chunk(task: Task, paths: list[str]) -> list[Checked]:
    """Check some posts. Runs in a worker, whose working folder may be another."""
    folder, _, _, _, keep_text, remember = task
    configurations = _configurations(task, get_ident())
    if folder == os.getcwd():
        return [
            check_path(configurations, path, keep_text=keep_text, remember=remember)
            for path in paths
        ]
    return [
        _shown(
            check_path(
                configurations, os.path.join(folder, path), keep_text=keep_text, remember=remember
            ),
            path,
        )
        for path in paths
    ]


@cache
def _configurations(task: Task, thread: int) -> Configurations:
    """Settings are read once by each worker, which may be a thread: a checker knows one post at a time."""
    _, config, overlay, isolated, _, _ = task
    return Configurations(config, overlay, isolated=isolated)


def _shown(checked: Checked, path: str) -> Checked:
    """A result whose post is named as it was asked for."""
    result = checked.result
    renamed = result._replace(
        path=path,
        findings=tuple(finding._replace(path=path) for finding in result.findings),
        errors=tuple(error._replace(path=path) for error in result.errors),
    )
    return checked._replace(result=renamed)


def _prepare() -> None:
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    gc.disable()  # findings form no cycles, and a worker lives for one run


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers at once, in the middle of their chunks."""
    processes = [*pool._processes.values()]  # Python 3.14 has terminate_workers()
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()


def _once_more(paths: list[str], task: Task) -> list[Checked]:
    """Check posts whose worker was killed in a process of their own; each in one if that is killed."""
    try:
        with ProcessPoolExecutor(1, initializer=_prepare) as pool:
            return pool.submit(check_chunk, task, paths).result()
    except BrokenExecutor:
        if len(paths) > 1:
            return [checked for path in paths for checked in _once_more([path], task)]
        why = Text(
            "the process that checked it was killed, twice; is there memory enough?",
            "検査のプロセスが2回、強制終了されました。メモリが足りているか確かめてください",
        )
        return [Checked(PostResult(paths[0], (), (PostError(paths[0], why),), 0, None))]
