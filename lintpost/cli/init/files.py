"""Writes the files of a new site: all of them, or none where `lintpost init` does not come to its end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def all_or_none(files: dict[str, str]) -> Iterator[None]:
    """Write files, with texts by their names, for the block. Where an error or Ctrl-C ends it, each is again what
    it was before: there would be half a configuration otherwise, which the next `init` refuses to overwrite.

    Folders that were made stay. Raises `OSError` where a file cannot be written.
    """
    before = {name: _read(name) for name in files}
    try:
        for name, content in files.items():
            write(name, content)
        yield
    except BaseException:
        for name, data in before.items():
            _restore(name, data)
        raise


def write(name: str, content: str) -> None:
    """Write one file and the folders that it is in."""
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(content)


def _read(name: str) -> bytes | None:
    """The bytes of a file; None where there is none."""
    try:
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _restore(name: str, data: bytes | None) -> None:
    with suppress(OSError):  # what could not be written
        if data is None:
            os.unlink(name)
            return
        with open(name, "wb") as file:
            file.write(data)
