"""The review of one site: what its rules say once they know the facts of all posts."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from lintpost.engine.finding import Finding, PostError, PostFacts, report_order
from lintpost.engine.review.rule_review import RuleReview, digest_of_facts

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
        facts: Mapping[str, PostFacts],
        shown: Mapping[str, str],
        cached: "CachedReviews | None" = None,
    ) -> None:
        """`facts` of the posts, and their `shown` paths, are by their keys."""
        self.facts = dict(facts)
        self.rules = {rule for one in facts.values() for rule in one.values}
        self._checker = checker
        self._shown = shown
        self._cached = cached
        self._reviews: dict[str, RuleReview] = {}
        self._had_fixes: bool | None = None

    def findings(self, key: str) -> list[Finding]:
        """The findings in a post, sorted."""
        return self._in_post(key, self._all())

    @property
    def errors(self) -> list[PostError]:
        """Why rules came to no end."""
        return [error for _, review in sorted(self._all().items()) for error in review.errors]

    @property
    def has_fixes(self) -> bool:
        """Whether any finding of the first review had a fix."""
        if self._had_fixes is None:
            found = (one for review in self._all().values() for one in review.findings.values())
            self._had_fixes = any(finding.fix for findings in found for finding in findings)
        return self._had_fixes

    def findings_with(self, key: str, facts: PostFacts) -> list[Finding]:
        """The findings in a post if it had these facts."""
        changed = _changed(self.facts.get(key), facts)
        reviews = self._all()
        if changed:
            reviews = reviews | self._made(changed, {**self.facts, key: facts})
        return self._in_post(key, reviews)

    def replace(self, key: str, facts: PostFacts) -> None:
        """Take other facts for a post."""
        changed = _changed(self.facts.get(key), facts)
        self.facts[key] = facts
        self.rules |= changed
        for rule in changed:
            self._reviews.pop(rule, None)

    def _all(self) -> dict[str, RuleReview]:
        """The reviews by rule."""
        missing = self.rules - self._reviews.keys()
        if missing and self._cached is not None:
            digests = {rule: digest_of_facts(rule, self.facts) for rule in sorted(missing)}
            self._reviews |= self._cached.valid(digests)
            missing -= self._reviews.keys()
            made = self._made(missing, self.facts)
            for rule, review in made.items():
                self._cached.save(rule, digests[rule], review)
            self._reviews |= made
        elif missing:
            self._reviews |= self._made(missing, self.facts)
        return self._reviews

    def _made(self, rules: Iterable[str], facts: Mapping[str, PostFacts]) -> dict[str, RuleReview]:
        if not rules:
            return {}
        # A run whose reviews are all cached imports neither.
        from lintpost.engine.review.review_rule import review_rule
        from lintpost.engine.time_limit import time_limit

        checker = self._checker()
        with time_limit(_POST * len(facts)) as limit:
            return {rule: review_rule(rule, facts, checker, limit) for rule in sorted(rules)}

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
