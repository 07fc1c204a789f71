"""Images that nothing uses: a list for people, JSON for programs."""

import os
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from lintpost.report.json_report import VERSION, dumps
from lintpost.report.visible import visible
from lintpost.surveys.unused_images import ImageSurvey

_UNITS = ("B", "KB", "MB", "GB")


def write_list(console: Console, root: str, found: ImageSurvey) -> None:
    """Print a line for each image that is not used: its size and its path."""
    if not found.unused:
        return
    table = Table(
        box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, show_header=False
    )
    table.add_column(justify="right")
    table.add_column(overflow="fold", ratio=1)
    for image in found.unused:
        table.add_row(shown_size(image.bytes), RichText(visible(_shown(root, image.path))))
    console.print(table)
    console.print()


def shown_size(size: float) -> str:
    """A size in bytes in the unit in which it is a short number, of 1,000 each."""
    for unit in _UNITS[:-1]:
        if size < 999.5:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:,.0f} {_UNITS[-1]}"


def write_json(root: str, found: ImageSurvey, out: TextIO) -> None:
    """Write ``{"version", "total", "images": [{"path", "bytes"}]}``, an image on each line: those that are not
    used. `total` counts all.
    """
    out.write(f'{{"version": {VERSION}, "total": {found.total}, "images": [')
    lead = "\n"
    for image in found.unused:
        data = {"path": _shown(root, image.path), "bytes": image.bytes}
        out.write(lead + dumps(data, out))
        lead = ",\n"
    out.write("\n]}\n")


def _shown(root: str, path: str) -> str:
    """A path as users read it: relative if it is below the working folder."""
    full = os.path.normpath(os.path.join(root, path))
    relative = os.path.relpath(full)
    return full if relative.startswith("..") else relative
