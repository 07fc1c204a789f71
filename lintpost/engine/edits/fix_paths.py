"""Fixes many posts."""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from lintpost.engine.check_post import Review
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import FixResult, fix_source, unfixed
from lintpost.engine.edits.write_post import write_post
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.guard import guarded
from lintpost.engine.open_post import open_post
from lintpost.engine.review.open_reviews import open_reviews
from lintpost.files.atomic_write import remove_orphans
from lintpost.post.source import Source

if TYPE_CHECKING:
    from lintpost.engine.review.reviews import Reviews


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
    reviews = open_reviews(paths, configurations)
    if reviews is not None:
        yield from _fix_reviewed(paths, configurations, reviews, write=write, unsafe=unsafe)
        return
    for path in paths:
        yield _fix_path(path, configurations, None, write=write, unsafe=unsafe)


def _fix_reviewed(
    paths: list[str],
    configurations: Configurations,
    reviews: "Reviews",
    *,
    write: bool,
    unsafe: bool,
) -> Iterator[FixResult]:
    """Fix each post with those before it fixed, and complete the results once all are."""
    results = []
    for path in paths:
        review = reviews.fix_review_of(path, unsafe=unsafe)
        fixed = _fix_path(path, configurations, review, write=write, unsafe=unsafe)
        reviews.replace(path, fixed.result.facts)
        results.append(fixed)
    errors = reviews.errors()
    for fixed in results:
        source = Source(fixed.path, fixed.after)
        result = reviews.completed(fixed.result, keep_text=True, source=source)
        yield fixed._replace(result=result._replace(errors=(*result.errors, *errors)))
        errors = ()


def _fix_path(
    path: str, configurations: Configurations, review: Review | None, *, write: bool, unsafe: bool
) -> FixResult:
    fixed = guarded(path, lambda: _fix(path, configurations, review, write=write, unsafe=unsafe))
    if isinstance(fixed, PostError):
        return FixResult(path, "", "", (), PostResult.failed(fixed))
    return fixed


def _fix(
    path: str, configurations: Configurations, review: Review | None, *, write: bool, unsafe: bool
) -> FixResult:
    opened = open_post(configurations, path)
    if isinstance(opened, PostError):
        return FixResult(path, "", "", (), PostResult.failed(opened))
    checker, source = opened
    fixed = fix_source(checker, source, unsafe=unsafe, review=review)
    if fixed.before == fixed.after:
        return fixed._replace(applied=())  # one fix may undo another
    if not write:
        return fixed
    problem = write_post(path, checker.settings.root, fixed.before, fixed.after)
    if problem is None:
        return fixed
    result = checker.check_source(source, keep_text=True, review=review)
    return unfixed(source, result, PostError(path, problem))
