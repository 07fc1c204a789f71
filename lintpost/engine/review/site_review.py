"""The review of one site: what its rules say once they know the facts of all posts."""

from collections.abc import Callable, Iterable, Mapping, Set
from functools import cached_property
from typing import TYPE_CHECKING

from lintpost.engine.finding import Finding, PostError, PostFacts, report_order
from lintpost.engine.review.rule_review import RuleReview, digests_of_facts, state_of_facts

if TYPE_CHECKING:
    from lintpost.engine.cache.cached_reviews import CachedReviews
    from lintpost.engine.check_post import Checker

_POST = 100
"""Characters that a post counts for in the time limit of a review."""


class SiteReview:
    """The findings of a site's rules, by the keys of posts. Each rule reviews once, and again where its facts
    were replaced; a review that `cached` has is not made.
    """

    def __init__(
        self,
        checker: "Callable[[], Checker]",
        named: Mapping[str, PostFacts],
        others: Callable[[], Mapping[str, PostFacts]],
        shown: Mapping[str, str],
        cached: "CachedReviews | None" = None,
    ) -> None:
        """The facts of the posts that the run `named`, those of the `others`, which are only read where they are
        needed, and the `shown` paths of all, by their keys.
        """
        self.named = dict(named)
        self._checker = checker
        self._load = others
        self._shown = shown
        self._cached = cached
        self._reviews: dict[str, RuleReview] | None = None
        self._stale: set[str] = set()
        self._fixes: set[str] | None = None

    def findings(self, key: str) -> list[Finding]:
        """The findings in a post, sorted."""
        return self._in_post(key, self._all())

    @property
    def rules(self) -> Set[str]:
        """The rules that noted anything."""
        return self._all().keys()

    @property
    def errors(self) -> list[PostError]:
        """Why rules came to no end."""
        return [error for _, review in sorted(self._all().items()) for error in review.errors]

    def has_fixes(self, *, unsafe: bool) -> bool:
        """Whether any finding of the first review had a fix, a safe one unless `unsafe`."""
        if self._fixes is None:
            found = (one for review in self._all().values() for one in review.findings.values())
            self._fixes = {f.fix.applicability for findings in found for f in findings if f.fix}
        return "safe" in self._fixes or (unsafe and bool(self._fixes))

    def findings_with(self, key: str, facts: PostFacts) -> list[Finding]:
        """The findings in a post of the run if it had these facts."""
        changed = _changed(self.named.get(key), facts)
        reviews = self._all()
        if changed:
            reviews = reviews | self._made(changed, {**self._facts(), key: facts})
        return self._in_post(key, reviews)

    def replace(self, key: str, facts: PostFacts) -> None:
        """Take other facts for a post of the run."""
        changed = _changed(self.named.get(key), facts)
        if changed:
            self._all()
            self._stale |= changed
        self.named[key] = facts

    @cached_property
    def _others(self) -> Mapping[str, PostFacts]:
        return self._load()

    def _facts(self) -> dict[str, PostFacts]:
        return {**self._others, **self.named}

    def _all(self) -> dict[str, RuleReview]:
        """The reviews of all rules."""
        if self._reviews is None:
            stored = self._cached.of_state() if self._cached is not None else {}
            self._reviews = stored or self._made_or_cached()
        elif self._stale:
            self._reviews |= self._made(self._stale, self._facts())
            self._stale.clear()
        return self._reviews

    def _made_or_cached(self) -> dict[str, RuleReview]:
        facts = self._facts()
        rules = {rule for one in facts.values() for rule in one.values}
        if self._cached is None:
            return self._made(rules, facts)
        digests = digests_of_facts(rules, facts)
        reviews = self._cached.of_facts(digests)
        made = self._made(rules - reviews.keys(), facts)
        reviews |= {rule: one._replace(digest=digests[rule]) for rule, one in made.items()}
        self._cached.save(reviews, state_of_facts(facts))
        return reviews

    def _made(self, rules: Iterable[str], facts: Mapping[str, PostFacts]) -> dict[str, RuleReview]:
        if not rules:
            return {}
        # A run whose reviews are all cached imports neither.
        from lintpost.engine.review.review_rules import review_rules
        from lintpost.engine.time_limit import time_limit

        checker = self._checker()
        with time_limit(_POST * len(facts)) as limit:
            return review_rules(rules, facts, checker, limit)

    def _in_post(self, key: str, reviews: Mapping[str, RuleReview]) -> list[Finding]:
        found = [
            self._as_shown(finding)
            for _, review in sorted(reviews.items())
            for finding in review.findings.get(key, ())
        ]
        return sorted(found, key=report_order)

    def _as_shown(self, finding: Finding) -> Finding:
        """A finding with the paths that users read in place of keys."""
        related = tuple(
            span._replace(path=self._shown[span.path]) if span.path else span
            for span in finding.related
        )
        return finding._replace(path=self._shown[finding.path], related=related)


def _changed(before: PostFacts | None, after: PostFacts) -> set[str]:
    """The rules that note something else of a post."""
    if before is None:
        return set(after.values)
    if before.overrides != after.overrides:
        return {*before.values, *after.values}
    return {rule for rule, _ in before.values.items() ^ after.values.items()}
