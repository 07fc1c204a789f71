"""Which files settings are read from, so that what is cached of them is valid just as long."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_recorders: ContextVar[tuple[dict[str, None], ...]] = ContextVar("_recorders", default=())
"""Those of the blocks that this thread (or task) is in: readers in others are none of their business."""


def note(*paths: str) -> None:
    """Say that files, or folders whose lists of files count, are being read."""
    for recorder in _recorders.get():
        recorder.update(dict.fromkeys(paths))


def is_recording() -> bool:
    """Whether this thread is in a block of `recorded`."""
    return bool(_recorders.get())


@contextmanager
def recorded() -> Iterator[dict[str, None]]:
    """The paths that are noted from here to the end of the block, as the keys of a dict."""
    recorder: dict[str, None] = {}
    token = _recorders.set((*_recorders.get(), recorder))
    try:
        yield recorder
    finally:
        _recorders.reset(token)
