"""Where reports go, and how colourful they are."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, TextIO

from lintpost.files.atomic_write import TEMPORARY_PREFIX, keep_mode_and_owner
from lintpost.post.lazy import lazy
from lintpost.report.terminal import line_width, wants_colors

if TYPE_CHECKING:
    from rich.console import Console


_DESCRIPTOR = lazy(r"/dev/(stdout|stderr|fd/([0-9]+))|/proc/self/fd/([0-9]+)")
_STANDARD = {"stdout": "1", "stderr": "2"}
_ERRORS = "backslashreplace"


@contextmanager
def open_output(path: str | None, default: TextIO) -> Iterator[TextIO]:
    """What a report is written to: a file, or `default` where the path is None.

    A file is replaced once the report is whole, and keeps its mode; of a link the target is replaced. A
    device, a pipe or an open descriptor (``/dev/stdout``, ``/dev/fd/3``) is written to directly. An OSError
    names the path.
    """
    if path is None:
        yield default
        return
    with _named(path), _opened(path) as out:
        yield out


def is_direct(path: str) -> bool:
    """Whether a path is that of a device, a pipe or an open descriptor."""
    is_other = os.path.exists(path) and not os.path.isfile(path)
    return is_other or _DESCRIPTOR.fullmatch(path) is not None


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Give errors the name that the user knows: of a temporary file, or none at all, they have another."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is None or os.path.basename(error.filename).startswith(TEMPORARY_PREFIX):
            error.filename, error.filename2 = path, None
        raise


def _opened(path: str) -> AbstractContextManager[TextIO]:
    descriptor = _DESCRIPTOR.fullmatch(path)
    if descriptor is not None:
        number = _STANDARD.get(descriptor[1], descriptor[2] or descriptor[3])
        sys.stdout.flush()  # what was printed before comes first
        return open(os.dup(int(number)), "w", encoding="utf-8", errors=_ERRORS)
    if is_direct(path):
        return open(path, "w", encoding="utf-8", errors=_ERRORS)
    return _replaced(os.path.realpath(path))


@contextmanager
def _replaced(target: str) -> Iterator[TextIO]:
    """A temporary file that takes the place of a file, or of nothing, at the end of the block."""
    before = os.stat(target) if os.path.exists(target) else None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    name = f"{TEMPORARY_PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
    temporary = os.path.join(os.path.dirname(target), name)
    file = open(temporary, "x", encoding="utf-8", errors=_ERRORS)  # noqa: SIM115
    try:
        with file as out:
            yield out
        if before is not None:
            keep_mode_and_owner(temporary, before)
        os.replace(temporary, target)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def make_console(out: TextIO, color: str) -> "Console":
    """A rich console for a stream; `color` is ``auto``, ``always`` or ``never``."""
    from rich.console import Console

    wanted = wants_colors(out, color)
    return Console(
        file=out,
        force_terminal=wanted,
        no_color=not wanted,
        color_system="auto" if wanted else None,
        width=None if out.isatty() else line_width(out),
        emoji=False,
        markup=False,
        highlight=False,
        legacy_windows=False,
    )
