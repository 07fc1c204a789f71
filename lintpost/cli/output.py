"""Where reports go, and how colourful they are."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console


_PIPE_WIDTH = 100
"""Columns of a line in a pipe or a file, unless COLUMNS is set."""


@contextmanager
def open_output(path: str | None, default: TextIO) -> Iterator[TextIO]:
    """A file that is replaced once the report is whole; `default` where the path is None."""
    if path is None:
        yield default
        return
    from lintpost.files.atomic_write import TEMPORARY_PREFIX

    folder = os.path.dirname(os.path.abspath(path))
    name = f"{TEMPORARY_PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
    temporary = os.path.join(folder, name)
    try:
        file = open(temporary, "x", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    except OSError as error:
        error.filename = path  # the name that the user knows
        raise
    try:
        with file as out:
            yield out
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def make_console(out: TextIO, color: str) -> "Console":
    """A rich console for a stream. `color` is ``auto`` (on terminals only), ``always`` or ``never``."""
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
