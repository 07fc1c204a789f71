"""``lintpost check --watch``."""

import argparse
import gc
import os
import sys
from collections.abc import Iterable
from contextlib import closing
from tempfile import TemporaryDirectory
from time import strftime

from watchfiles import watch as changes_of

from lintpost.cli.check.check_once import check_once
from lintpost.cli.check.options import refuse_contradictions
from lintpost.cli.check.watch_filter import ReportFilter
from lintpost.cli.errors import warn
from lintpost.cli.session import Session
from lintpost.files.settings_error import SettingsError
from lintpost.files.sources import Sources, recorded
from lintpost.language import Lang, Text

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_QUIET_MS = 100
"""Milliseconds without a change before a pass begins: an editor writes a file in several steps."""


def watch(options: argparse.Namespace, lang: Lang) -> int:
    """Check now and after every change that may change the report, until Ctrl-C, which ends with status 0.

    Each pass uses the cache, so that only posts whose file changed, or a file that they name, are
    checked. Raises what the first pass raises.
    """
    refuse_contradictions(options, lang)
    with TemporaryDirectory() as folder:
        if options.no_cache:  # nothing older than this process is used
            options.no_cache, options.cache_dir = False, folder
        with closing(Session(options, lang, options.paths)) as session:
            lang, run = session.lang, session.run_settings
        report_filter = ReportFilter(options, run)
        changes = changes_of(
            *_roots(run.root, options.paths),
            watch_filter=report_filter,
            step=_QUIET_MS,
            yield_on_timeout=True,
            rust_timeout=_QUIET_MS,
        )
        try:
            next(changes)  # from here on no change is missed, one during the first pass included
            _clear()
            with recorded() as sources:
                check_once(options, lang)
            report_filter.add_known(sources)
            _wait(lang)
            for changed in changes:
                if changed:
                    _clear()
                    report_filter.add_known(_check_again(options, lang))
                    _wait(lang)
        except KeyboardInterrupt:
            pass
    return 0


def _check_again(options: argparse.Namespace, lang: Lang) -> Sources:
    """Check once more; returns the paths that were read, or looked for."""
    with recorded() as sources:
        try:
            check_once(options, lang)
        except SettingsError as error:  # half-written settings are valid after the next change
            warn(error.message(lang))
    gc.collect()  # `console` turns the collector off, for runs that are short
    return sources


def _roots(root: str, paths: Iterable[str]) -> list[str]:
    """The folders to watch: the site's, and paths outside of it."""
    named = (os.path.abspath(path) for path in paths if os.path.exists(path))
    outside = (path for path in named if not path.startswith(os.path.join(root, "")))
    return list(dict.fromkeys([root, *outside]))


def _clear() -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)


def _wait(lang: Lang) -> None:
    text = Text(
        f"{strftime('%H:%M:%S')} watching for changes; Ctrl-C ends.",
        f"{strftime('%H:%M:%S')} 変更を待っています（Ctrl-Cで終了）。",
    )
    print(text[lang], file=sys.stderr)
    sys.stdout.flush()
