"""What one rule finds in a whole site."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from lintpost.engine.finding import Finding, PostError, PostFacts
from lintpost.site.queries import Query


class RuleReview(NamedTuple):
    """The findings of a rule by the keys of posts, which also stand for the paths in them; the digest of the
    facts, where the cache asks for it; the rule's queries to the disk and the clock; and why it came to no end.
    """

    findings: dict[str, list[Finding]]
    digest: str = ""
    queries: tuple[Query, ...] = ()
    errors: tuple[PostError, ...] = ()


def digests_of_facts(rules: Iterable[str], facts: Mapping[str, PostFacts]) -> dict[str, str]:
    """A digest of what each rule reviews: its facts of each post, and the overrides that the post falls under. What
    several rules share is digested once.
    """
    posts = sorted(facts.items())
    heads = {key: f"{key}\0{one.overrides}" for key, one in posts}
    known: list[tuple[tuple[str, ...], str]] = []

    def digest_of(column: tuple[str, ...]) -> str:
        found = next((digest for some, digest in known if some == column), None)
        if found is None:
            found = _digest(["\0".join(column)])
            known.append((column, found))
        return found

    digests = {}
    for rule in rules:
        own = [(heads[key], *one.values[rule]) for key, one in posts if rule in one.values]
        digests[rule] = _digest([digest_of(column) for column in zip(*own, strict=True)])
    return digests


def state_of_facts(facts: Mapping[str, PostFacts]) -> str:
    """The state of a site, given the facts of its posts by their keys; "" where not all are whole."""
    if not all(one.is_whole for one in facts.values()):
        return ""
    return state_of({key: one.digest for key, one in facts.items()})


def state_of(digests: Mapping[str, str]) -> str:
    """A digest of a whole site, given those of its posts that have facts, by their keys: under the same settings
    the same posts have the same facts.
    """
    return _digest([f"{key}\0{digest}\0" for key, digest in sorted(digests.items())])


def _digest(parts: list[str]) -> str:
    return blake2b("".join(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()
