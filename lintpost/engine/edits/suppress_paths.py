"""Writes suppression comments into many posts."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from lintpost.engine.check_post import Review
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.suppression_comments import suppressed_text
from lintpost.engine.edits.write_post import write_post
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.guard import guarded
from lintpost.engine.open_post import open_post
from lintpost.engine.review.open_reviews import open_reviews
from lintpost.post.post import Post


class Suppressed(NamedTuple):
    """How many findings of a post are now switched off, and why others are not."""

    findings: int
    errors: tuple[PostError, ...]


def suppress_paths(
    paths: list[str],
    configurations: Configurations,
    reason: str,
    left: Callable[[PostResult], PostResult] = lambda result: result,
) -> Iterator[Suppressed]:
    """Write a comment with a reason ("" for none) for each finding of each post.

    `left` gives the part of a result that is to be suppressed.
    """
    reviews = open_reviews(paths, configurations)
    if reviews is not None:
        yield Suppressed(0, reviews.errors())
    for path in paths:
        review = reviews.review_of(path) if reviews is not None else None
        suppressed = guarded(path, partial(_suppress, path, configurations, reason, left, review))
        yield Suppressed(0, (suppressed,)) if isinstance(suppressed, PostError) else suppressed


def _suppress(
    path: str,
    configurations: Configurations,
    reason: str,
    left: Callable[[PostResult], PostResult],
    review: Review | None,
) -> Suppressed:
    opened = open_post(configurations, path)
    if isinstance(opened, PostError):
        return Suppressed(0, (opened,))
    checker, source = opened
    result = left(checker.check_source(source, keep_text=True, review=review))
    # Findings about comments cannot be switched off by comments.
    findings = [finding for finding in result.findings if not finding.rule.startswith("meta/")]
    if not findings:
        return Suppressed(0, result.errors)
    after = suppressed_text(Post(source, checker.settings.site.syntax), findings, reason)
    problem = write_post(path, checker.settings.root, source.text, after)
    if problem is None:
        return Suppressed(len(findings), result.errors)
    return Suppressed(0, (*result.errors, PostError(path, problem)))
