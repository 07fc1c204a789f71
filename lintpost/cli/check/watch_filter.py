"""Which changes of files may change a report."""

import argparse
import os
from collections.abc import Iterable

from watchfiles import Change, DefaultFilter

from lintpost.config.run_settings import FILE_NAMES, RunSettings
from lintpost.engine.discovery import ignore_files
from lintpost.engine.discovery.discover import Scope
from lintpost.files.atomic_write import TEMPORARY_PREFIX
from lintpost.site.files import EXTENSIONS

_SETTINGS_NAMES = frozenset((*FILE_NAMES, ".gitignore"))
_RULE_FILES = (".yml", ".yaml")
_OUTPUTS = (1, 2)
"""The file descriptors of standard output and standard error."""


class ReportFilter(DefaultFilter):
    """Passes changes of posts, settings and the files that they refer to, and none that a pass makes
    itself. The folders that watchfiles leaves out by default are left out.
    """

    def __init__(self, options: argparse.Namespace, run: RunSettings) -> None:
        super().__init__()
        files = [options.output_file, *(one.partition(":")[2] for one in options.report)]
        self._reports = {os.path.abspath(path) for path in files if path}
        self._outputs = [os.fstat(number) for number in _OUTPUTS if _is_open(number)]
        self._scope = Scope(run.root, run.posts if not options.paths else (), run.exclude)
        self._named = {os.path.abspath(path) for path in options.paths}
        self._known: set[str] = set()

    def add_known(self, paths: Iterable[str]) -> None:
        """Add paths that a pass read, or looked for."""
        self._known.update(os.path.abspath(path) for path in paths)

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change may change the report."""
        folder, name = os.path.split(path)
        if not super().__call__(change, path) or name.startswith(TEMPORARY_PREFIX):
            return False
        if path in self._reports or self._is_output(path):
            return False
        if name in _SETTINGS_NAMES or path in self._known or path in self._named:
            return True
        if name.endswith(_RULE_FILES) and folder in self._known:
            return True
        if change == Change.deleted and not name.endswith(EXTENSIONS):
            below = os.path.join(path, "")  # a folder that was renamed: what was in it is not named
            return any(known.startswith(below) for known in self._known)
        if os.path.isdir(path):
            return change == Change.added and not name.startswith(".")
        return name.endswith(EXTENSIONS) and self._takes(folder, name)

    def _takes(self, folder: str, name: str) -> bool:
        if not self._scope.takes(os.path.join(folder, name)):
            return False
        ignores = ignore_files.add(folder, ignore_files.above(folder))
        return not ignore_files.ignored(name, ignore_files.within(folder, ignores))

    def _is_output(self, path: str) -> bool:
        """Whether a file is what standard output or standard error was redirected to."""
        if not self._outputs:
            return False
        try:
            status = os.stat(path)
        except OSError:
            return False
        return any(os.path.samestat(status, output) for output in self._outputs)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
