"""Fixes many posts."""

import os
from collections.abc import Iterator
from contextlib import suppress

from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import FixResult, fix_source, unfixed
from lintpost.engine.edits.write_post import write_post
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.guard import guarded
from lintpost.engine.open_post import open_post
from lintpost.files.atomic_write import remove_orphans


def fix_paths(
    paths: list[str], configurations: Configurations, *, write: bool, unsafe: bool = False
) -> Iterator[FixResult]:
    """The posts with their fixes applied, in the order of the paths; `write` also writes them.

    A post that cannot be opened or written is the same before and after, and its result says why.
    """
    if write:
        for folder in dict.fromkeys(os.path.dirname(path) for path in paths):
            with suppress(OSError):
                remove_orphans(folder)
    for path in paths:
        yield _fix_path(path, configurations, write=write, unsafe=unsafe)


def _fix_path(path: str, configurations: Configurations, *, write: bool, unsafe: bool) -> FixResult:
    fixed = guarded(path, lambda: _fix(path, configurations, write=write, unsafe=unsafe))
    if isinstance(fixed, PostError):
        return FixResult(path, "", "", (), PostResult.failed(fixed))
    return fixed


def _fix(path: str, configurations: Configurations, *, write: bool, unsafe: bool) -> FixResult:
    opened = open_post(configurations, path)
    if isinstance(opened, PostError):
        return FixResult(path, "", "", (), PostResult.failed(opened))
    checker, source = opened
    fixed = fix_source(checker, source, unsafe=unsafe)
    if fixed.before == fixed.after:
        return fixed._replace(applied=())  # one fix may undo another
    if not write:
        return fixed
    problem = write_post(path, checker.settings.root, fixed.before, fixed.after)
    if problem is None:
        return fixed
    return unfixed(source, checker.check_source(source, keep_text=True), PostError(path, problem))
