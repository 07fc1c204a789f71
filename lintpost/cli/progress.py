"""How far a long check or `init` is, on one line of the terminal.

The line is written and wiped with carriage returns and spaces alone: no escape codes, no hidden
cursor and no thread, so nothing is left behind if the run is killed. It shares the terminal with the
report: it is wiped before a post's findings are printed, and written again below them. (rich's
progress bar would put itself in the place of sys.stdout to do so.)
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, TypeVar

from lintpost.language import Lang, Text
from lintpost.report.formats import FORMATS

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult

T = TypeVar("T")

_FEWEST = 100
"""Number of posts below which a run is over before anyone wonders."""
_INTERVAL = 0.1
"""Seconds between two updates of the line."""
_SHORT_RUN = 0.5
"""Seconds within which the line, once wiped, does not come back: a fast run would flicker."""


@contextmanager
def progress(
    results: "Iterable[PostResult]",
    total: int,
    options: argparse.Namespace,
    lang: Lang,
    *,
    reported_later: bool = False,
) -> "Iterator[Iterable[PostResult]]":
    """The same results. While they are drawn, standard error tells how many of `total` are done, if it
    is a terminal and the run is a long one. `reported_later`: nothing is printed until all are drawn.
    """
    shared = not reported_later and _is_shared(options)
    if options.quiet or total < _FEWEST or not _has_room(options, shared=shared):
        yield results
        return
    line = ProgressLine(sys.stderr, total, Text("checking", "検査中")[lang])
    try:
        yield _counted(results, line, shared=shared)
    finally:  # an interrupted run, too
        line.wipe()


def count_others(
    results: "Iterable[PostResult]", total: int, options: argparse.Namespace, lang: Lang
) -> "Iterator[PostResult]":
    """The same results, which are of the other posts of a site. While they are drawn, standard error tells
    how many of `total` are read, if it is a terminal and there are many: the check of one post may read
    thousands. Nothing is printed until all are drawn.
    """
    if options.quiet or total < _FEWEST or not _is_drawable():
        yield from results
        return
    line = ProgressLine(sys.stderr, total, Text("reading the site", "サイト全体を読み取り中")[lang])
    try:
        yield from _counted(results, line, shared=False)
    finally:  # an interrupted run, too
        line.wipe()


@contextmanager
def reading(total: int, lang: Lang) -> "Iterator[Callable[[Iterable[T]], Iterable[T]]]":
    """A function that passes on what is read of posts. While it is drawn, standard error tells how many of
    `total` are read, if it is a terminal and there are many.
    """
    if total < _FEWEST or not _is_drawable():
        yield lambda items: items
        return
    line = ProgressLine(sys.stderr, total, Text("reading", "読み取り中")[lang])
    try:
        yield lambda items: _read(items, line)
    finally:  # an interrupted run, too
        line.wipe()


@contextmanager
def fixing(
    paths: Sequence[str], lang: Lang, *, quiet: bool, reported_later: bool
) -> "Iterator[Iterable[str]]":
    """The same paths. While they are drawn, standard error tells how many are checked and fixed, if it is a
    terminal and there are many. Not unless they are `reported_later`: nothing is printed until all are drawn.
    """
    if quiet or not reported_later or len(paths) < _FEWEST or not _is_drawable():
        yield paths
        return
    line = ProgressLine(sys.stderr, len(paths), Text("checking", "検査中")[lang])

    def drawn() -> Iterator[str]:
        yield from _read(paths, line)
        line.wipe()

    try:
        yield drawn()
    finally:  # an interrupted run, too
        line.wipe()


def asking(answers: Iterator[T], total: int, lang: Lang) -> Iterator[T]:
    """The same answers. While they are drawn, standard error tells how many of `total` have come, if it is a
    terminal: a single server may take its time.
    """
    if not _is_drawable():
        yield from answers
        return
    line = ProgressLine(sys.stderr, total, Text("asking", "問い合わせ中")[lang])
    line.advance(0)
    try:
        for answer in answers:
            yield answer
            line.advance()
    finally:  # an interrupted run, too
        line.wipe()


def _read(items: Iterable[T], line: "ProgressLine") -> Iterator[T]:
    line.advance(0)
    for item in items:
        yield item
        line.advance()


def _is_shared(options: argparse.Namespace) -> bool:
    """Whether findings are printed to the terminal while posts are checked."""
    at_end = options.statistics or (options.output_format == "rich" and not options.all)
    return sys.stdout.isatty() and not options.output_file and not at_end


def _has_room(options: argparse.Namespace, *, shared: bool) -> bool:
    """Whether the line can be shown, and cannot get between the parts of a line of the report."""
    if not _is_drawable():
        return False
    return not shared or _is_whole_lines(options.output_format)


def _is_whole_lines(name: str) -> bool:
    return name in FORMATS and FORMATS[name].whole_lines


def _is_drawable() -> bool:
    """Whether standard error is a terminal that can rewrite a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _counted(
    results: "Iterable[PostResult]", line: "ProgressLine", *, shared: bool
) -> "Iterator[PostResult]":
    line.advance(0)
    for result in results:
        if shared and result.findings:
            line.wipe()
        yield result
        line.advance()
    line.wipe()


class ProgressLine:
    """A counter that is rewritten in place, on the line that the cursor is at the start of."""

    def __init__(self, out: TextIO, total: int, label: str) -> None:
        self._out = out
        self._total = total
        self._label = label
        self._done = 0
        self._shown = False
        self._started = time.monotonic()
        self._due = self._started

    def advance(self, count: int = 1) -> None:
        """Count posts that are done, and show it if an update is due."""
        self._done += count
        now = time.monotonic()
        if now < self._due:
            return
        self._due = now + _INTERVAL
        text = f"{self._label} {self._done:>{len(str(self._total))}}/{self._total}"
        if 2 * len(text) < self._columns():  # wide characters take two columns
            self._shown = True  # before the text: Ctrl-C may come as it is written
            self._write(f"\r{text}")

    def wipe(self) -> None:
        """Leave the line empty and the cursor at its start."""
        if self._shown:
            # The whole line, for a terminal shows "^C" behind the text when the user types it.
            self._write(f"\r{' ' * (self._columns() - 1)}\r")
            self._shown = False
            self._due = self._started + _SHORT_RUN

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._out.fileno()).columns
        except OSError:  # the terminal is gone
            return 0

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
