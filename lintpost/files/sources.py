"""Which files settings were read from, so that what came of them is kept just as long."""

from collections.abc import Iterator
from contextlib import contextmanager

_recording: list[dict[str, None]] = []


def note(*paths: str) -> None:
    """Say that files, or folders whose lists of files count, are being read."""
    for record in _recording:
        record.update(dict.fromkeys(paths))


@contextmanager
def recorded() -> Iterator[dict[str, None]]:
    """The paths that are noted from here to the end of the block, as the keys of a dict."""
    record: dict[str, None] = {}
    _recording.append(record)
    try:
        yield record
    finally:
        _recording.remove(record)
