"""Completes the results of a run whose rules look over the whole site."""

from collections.abc import Callable, Iterable, Iterator

from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.engine.review.held_results import HeldResults
from lintpost.engine.review.reviews import Reviews


def review_results(
    results: Iterable[PostResult],
    configurations: Configurations,
    note: Callable[[list[str]], Iterable[PostResult]],
    *,
    keep_text: bool,
) -> Iterator[PostResult]:
    """The results in their order, with the findings of all rules. `note` makes the facts of other posts."""
    held = HeldResults(results)
    reviews = Reviews(held.facts, configurations, note)
    errors = reviews.errors()
    for result in held:
        completed = reviews.completed(result, keep_text=keep_text)
        yield completed._replace(errors=(*completed.errors, *errors))
        errors = ()
