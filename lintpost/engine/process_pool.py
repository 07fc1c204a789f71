"""A pool of processes of this machine, which end with this one."""

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess

_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals that end a process, of those that this system has."""


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Delay Ctrl-C to the end of the block, and let processes that start in it never see one.

    Otherwise a worker that is interrupted before `_prepare` has run prints a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def process_pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes of this machine, which end with this one, whatever signal ends it."""
    with ProcessPoolExecutor(jobs, initializer=_prepare) as pool, _ended_by_signals(pool):
        yield pool


@contextmanager
def _ended_by_signals(pool: ProcessPoolExecutor) -> Iterator[None]:
    """End the workers at once on a signal that ends this process, then let it end as it would have.

    They would wait for work for ever otherwise, or go on with what they are at.
    """
    parent = os.getpid()

    def end(number: int, _frame: object) -> None:
        if os.getpid() == parent:  # a worker that was just forked has this handler too
            _terminate([*pool._processes.values()])
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    # A handler that somebody set, or `nohup`, stays. Only the main thread may set one.
    in_main = threading.current_thread() is threading.main_thread()
    numbers = [n for n in _ENDING if in_main and signal.getsignal(n) == signal.SIG_DFL]
    for number in numbers:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


def _prepare() -> None:
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    for number in _ENDING:
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # findings form no cycles, and a worker lives for one run


def _end_with_parent() -> None:
    """End this worker once its parent is gone, if it was killed without a chance to end its workers."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def stop_pool(pool: ProcessPoolExecutor) -> None:
    """End the workers at once, in the middle of their chunks."""
    processes = [*pool._processes.values()]  # Python 3.14 has terminate_workers()
    pool.shutdown(wait=False, cancel_futures=True)
    _terminate(processes)


def _terminate(processes: Sequence[BaseProcess]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()
