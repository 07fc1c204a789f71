"""Opens files for reading that are really files: no pipe that blocks, no device that never ends."""

import os
import stat
from typing import BinaryIO

from lintpost.language import Text

_KINDS = (
    (stat.S_ISFIFO, Text("a named pipe, not a file", "ファイルではなく名前付きパイプです")),
    (stat.S_ISSOCK, Text("a socket, not a file", "ファイルではなくソケットです")),
    (stat.S_ISCHR, Text("a device, not a file", "ファイルではなくデバイスです")),
    (stat.S_ISBLK, Text("a device, not a file", "ファイルではなくデバイスです")),
)


class NotRegularError(OSError):
    """What is there is a pipe, a socket or a device; `text` says which."""

    def __init__(self, path: str, text: Text) -> None:
        super().__init__(0, text.en, path)
        self.text = text


def open_regular(path: str) -> BinaryIO:
    """Open a file, or the target of a link to one, without ever waiting.

    Raises `NotRegularError`, IsADirectoryError, or another OSError.
    """
    _refuse(path, os.stat(path).st_mode)  # to open a device may do something, a socket cannot be
    # Something else may be there by now.
    handle = os.open(
        path, os.O_RDONLY | _flag("O_NONBLOCK") | _flag("O_NOCTTY") | _flag("O_BINARY")
    )
    try:
        _refuse(path, os.fstat(handle).st_mode)
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _flag(name: str) -> int:
    """A flag of `os.open` that not every system has."""
    flag: int = getattr(os, name, 0)
    return flag


def _refuse(path: str, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(21, "Is a directory", path)
    for is_kind, text in _KINDS:
        if is_kind(mode):
            raise NotRegularError(path, text)
