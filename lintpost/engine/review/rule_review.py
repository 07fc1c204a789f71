"""What one rule finds in a whole site."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from lintpost.engine.finding import Finding, PostError, PostFacts
from lintpost.site.queries import Query


class RuleReview(NamedTuple):
    """The findings of a rule by the keys of posts, which also stand for the paths in them; its queries to the
    disk and the clock; and why it came to no end.
    """

    findings: dict[str, list[Finding]]
    queries: tuple[Query, ...] = ()
    errors: tuple[PostError, ...] = ()


def digest_of_facts(rule: str, facts: Mapping[str, PostFacts]) -> str:
    """A digest of what a rule reviews: its facts of each post, and the overrides that the post falls under."""
    parts = [
        f"{key}\0{one.overrides}\0{one.values[rule]}\0"
        for key, one in sorted(facts.items())
        if rule in one.values
    ]
    return blake2b("".join(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()
