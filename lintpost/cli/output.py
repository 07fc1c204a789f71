"""Where reports go, and how colourful they are."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from lintpost.files.atomic_write import TEMPORARY_PREFIX
from lintpost.report.terminal import line_width, wants_colors

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def open_output(path: str | None, default: TextIO) -> Iterator[TextIO]:
    """A file that is replaced once the report is whole; `default` where the path is None."""
    if path is None:
        yield default
        return

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
