"""Reviews for commands that go through posts one by one."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from lintpost.engine.configurations import Configurations
from lintpost.engine.reviewed_sites import reviewed_sites

if TYPE_CHECKING:
    from lintpost.engine.finding import PostFacts, PostResult
    from lintpost.engine.review.reviews import Reviews


def open_reviews(
    paths: list[str],
    configurations: Configurations,
    facts: "Callable[[], Mapping[str, PostFacts | None]] | None" = None,
) -> "Reviews | None":
    """The reviews of the sites of some posts; None where no rule looks over them.

    `facts` makes those of the posts, by default of their files.
    """
    if not reviewed_sites(paths, configurations):
        return None
    # Other runs import neither.
    from lintpost.engine.review.reviews import Reviews
    from lintpost.engine.run import Run

    def facts_of(some: list[str]) -> "Iterator[PostResult]":
        return Run(some, configurations).facts()

    if facts is not None:
        named = facts()
    else:
        named = {result.path: result.facts for result in facts_of(paths)}
    return Reviews(named, configurations, facts_of)
