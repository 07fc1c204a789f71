"""How far a long check is, on a terminal."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lintpost.cli.output import make_console
from lintpost.language import Lang, Text

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult

_FEWEST = 100
"""Number of posts below which no bar is shown."""


def with_progress(
    results: "Iterable[PostResult]", total: int, options: argparse.Namespace, lang: Lang
) -> "Iterable[PostResult]":
    """The same results, with a bar on standard error while they are drawn where that is a terminal."""
    if options.quiet or total < _FEWEST or not sys.stderr.isatty():
        return results
    return _with_bar(results, total, options.color, Text("checking", "検査中")[lang])


def _with_bar(
    results: "Iterable[PostResult]", total: int, color: str, label: str
) -> "Iterator[PostResult]":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=make_console(sys.stderr, color),
        transient=True,
        # The report writes to standard output itself: rich's stand-in for it has no encoding.
        redirect_stdout=False,
        redirect_stderr=False,
    )
    task = progress.add_task(label, total=total)
    with progress:
        for result in results:
            yield result
            progress.advance(task)
