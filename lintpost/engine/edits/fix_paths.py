"""Fixes written to posts, or shown as a diff."""

import difflib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import FixResult, fix_source, sweep, write_atomically
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.summary import Summary
from lintpost.files.settings_error import SettingsError
from lintpost.language import Text
from lintpost.post.source import UnreadablePost, read_source


def fix_paths(
    paths: list[str],
    configurations: Configurations,
    summary: Summary,
    *,
    diff: bool,
    unsafe: bool = False,
    changed: Callable[[FixResult], None] = lambda _: None,
) -> Iterator[PostResult]:
    """Fix each post (or print what would change), and yield what is left to report.

    `changed` is told of each post that was written or would be.
    """
    for folder in dict.fromkeys(os.path.dirname(path) for path in paths):
        with suppress(OSError):
            sweep(folder)
    for path in paths:
        try:
            checker = configurations.checker(path)
            source = read_source(path, checker.settings.max_bytes)
        except UnreadablePost as error:
            yield PostResult(path, (), (PostError(path, error.text),), 0, None)
            continue
        except SettingsError as error:
            text = Text(error.message("en"), error.message("ja"))
            yield PostResult(path, (), (PostError(path, text, of_settings=True),), 0, None)
            continue
        fixed = fix_source(checker, source, unsafe=unsafe)
        if fixed.before == fixed.after:
            yield fixed.result
            continue
        if diff:
            print_diff(fixed.path, fixed.before, fixed.after)
            summary.fixed += len(fixed.applied)
            changed(fixed)
            yield fixed.result
            continue
        problem = write_atomically(path, fixed.before, fixed.after)
        if problem is None:
            summary.fixed += len(fixed.applied)
            changed(fixed)
            yield fixed.result
        else:
            result = checker.check_source(source, keep_text=True)
            yield result._replace(errors=(*result.errors, PostError(path, problem)))


def print_diff(path: str, before: str, after: str) -> None:
    """A unified diff that `git apply` and `patch` take."""
    name = os.path.relpath(path).replace(os.sep, "/")
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    for line in lines:
        sys.stdout.write(line)
        if not line.endswith("\n"):
            sys.stdout.write("\n\\ No newline at end of file\n")
