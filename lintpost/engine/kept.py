"""What is known of a post's findings from its result under other settings."""

from typing import NamedTuple

from lintpost.engine.finding import Finding, PostFacts
from lintpost.site.queries import Query


class Kept(NamedTuple):
    """All `findings` of the rules that need not run, before comments and marks; the `rules` that must; the queries to the
    disk and the clock that the findings depend on; and the `facts`, where they still hold (`has_facts`).
    """

    rules: frozenset[str]
    findings: list[Finding]
    queries: tuple[Query, ...]
    facts: PostFacts | None
    has_facts: bool
