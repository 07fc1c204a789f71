"""``lintpost check --watch``."""

import argparse
import gc
import os
import sys
from collections.abc import Iterable
from tempfile import TemporaryDirectory
from time import strftime

from watchfiles import Change, DefaultFilter
from watchfiles import watch as changes_of

from lintpost.cli.check import check_once, configurations_of, refuse_contradictions
from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_QUIET_MS = 100
"""How long nothing may change before a pass: an editor writes a file in several steps."""


def watch(options: argparse.Namespace, lang: Lang) -> int:
    """Check, and again after every change of the site, until Ctrl-C, which ends in status 0.

    Each pass asks the cache, so that only what changed is checked; a result that rests on other files
    (images, other posts) is checked anew where those come or go. Raises what the first pass raises.
    """
    refuse_contradictions(options, lang)
    with TemporaryDirectory() as folder:
        if options.no_cache:  # nothing of before is used, but a pass still uses the one before it
            options.no_cache, options.cache_dir = False, folder
        head = configurations_of(options).leading_run_settings(options.paths)
        lang = options.lang or head.lang
        changes = changes_of(
            *_roots(head.root, options.paths), watch_filter=_Filter(options), step=_QUIET_MS,
            yield_on_timeout=True, rust_timeout=_QUIET_MS,
        )  # fmt: skip
        try:
            next(changes)  # from here on no change is missed, one during the first pass included
            _clear()
            check_once(options)
            _wait(lang)
            for changed in changes:
                if changed:
                    _clear()
                    _again(options, lang)
                    _wait(lang)
        except KeyboardInterrupt:
            pass
    return 0


def _again(options: argparse.Namespace, lang: Lang) -> None:
    try:
        check_once(options)
    except SettingsError as error:  # half-written settings: the next change mends them
        print(f"lintpost: {error.message(lang)}", file=sys.stderr)
    gc.collect()  # a run never does, but this one is long


def _roots(root: str, paths: Iterable[str]) -> list[str]:
    """The folders to watch: the site's, and what was named beside it."""
    named = (os.path.abspath(path) for path in paths if os.path.exists(path))
    outside = (path for path in named if not path.startswith(os.path.join(root, "")))
    return list(dict.fromkeys([root, *outside]))


class _Filter(DefaultFilter):
    """What watchfiles watches by default, without the reports that a pass writes itself."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__()
        files = [options.output_file, *(one.partition(":")[2] for one in options.report)]
        self._own = {os.path.abspath(path) for path in files if path}

    def __call__(self, change: Change, path: str) -> bool:
        name = os.path.basename(path)
        return (
            path not in self._own
            and not name.startswith(".lintpost-")
            and super().__call__(change, path)
        )


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
