"""Where reports go, and how colourful they are."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console


_PIPE_WIDTH = 100


@contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """Standard output, or a file that is replaced only once the report is whole."""
    if path is None:
        yield sys.stdout
        return
    import tempfile

    folder = os.path.dirname(os.path.abspath(path))
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".lintpost-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def make_console(out: TextIO, color: str) -> "Console":
    """A rich console that colours a terminal alone, unless told otherwise.

    Where nothing tells the width (a pipe, a file), lines are `_PIPE_WIDTH` cells wide.
    """
    from rich.console import Console

    terminal = out.isatty()
    columns = os.environ.get("COLUMNS", "")
    wanted = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    return Console(
        file=out,
        force_terminal=wanted,
        no_color=not wanted,
        color_system="auto" if wanted else None,
        width=None if terminal else int(columns) if columns.isdigit() else _PIPE_WIDTH,
        emoji=False,
        markup=False,
        highlight=False,
        legacy_windows=False,
    )
