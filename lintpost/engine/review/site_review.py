"""The review of one site: what its rules say once they know the facts of all posts."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.config.active import ActiveRule
from lintpost.engine.check_post import Checker
from lintpost.engine.finding import Finding, Location, PostError, PostFacts, Span, report_order
from lintpost.engine.stopped import stopped
from lintpost.engine.time_limit import time_limit
from lintpost.site.site import Site

_POST = 100
"""Characters that a post counts for in the time limit of a review."""


class _Group(NamedTuple):
    """The posts for which a rule is on under the same options: they are reviewed together."""

    rule: ActiveRule
    site: Site
    facts: dict[str, Any]


class SiteReview:
    """The findings of a site's rules, by the keys of posts. `facts` are those of its posts; `errors` has the
    rules that broke.
    """

    def __init__(
        self, checker: Checker, facts: Mapping[str, PostFacts], shown: Mapping[str, str]
    ) -> None:
        """`facts` and `shown` paths are by the keys of posts."""
        self.errors: list[PostError] = []
        self._checker = checker
        self.facts = dict(facts)
        self._shown = shown
        self._findings: dict[str, list[Finding]] | None = None

    def findings(self, key: str) -> list[Finding]:
        """The findings in a post, sorted."""
        if self._findings is None:
            self.errors.clear()
            self._findings = self._reviewed(self.facts)
        return self._findings.get(key, [])

    @cached_property
    def has_fixes(self) -> bool:
        """Whether any finding of the first review had a fix."""
        self.findings("")
        return any(one.fix for found in (self._findings or {}).values() for one in found)

    def findings_with(self, key: str, facts: PostFacts) -> list[Finding]:
        """The findings in a post if it had these facts."""
        known = self.facts.get(key)
        if known is not None and _same(known, facts):
            return self.findings(key)
        return self._reviewed({**self.facts, key: facts}).get(key, [])

    def replace(self, key: str, facts: PostFacts) -> None:
        """Take other facts for a post."""
        known = self.facts.get(key)
        if known is None or not _same(known, facts):
            self._findings = None
        self.facts[key] = facts

    def _reviewed(self, facts: Mapping[str, PostFacts]) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        with time_limit(_POST * len(facts)) as limit:
            for group in self._groups(facts):
                review = group.rule.check.review
                assert review is not None
                name = limit.running = group.rule.rule.name
                try:
                    hits = list(review(group.facts, group.rule.options, group.site))
                    findings = [(hit.path, self._finding(name, hit, facts)) for hit in hits]
                except Exception as error:  # a bug of ours must not hide the other findings
                    limit.running = ""
                    self._note_error(name, error)
                    continue
                for key, finding in findings:
                    found.setdefault(key, []).append(finding)
        for findings_of_post in found.values():
            findings_of_post.sort(key=report_order)
        return found

    def _groups(self, facts: Mapping[str, PostFacts]) -> list[_Group]:
        groups: dict[str, _Group] = {}
        names: dict[tuple[str, tuple[int, ...]], str] = {}
        for key in sorted(facts):
            overrides = facts[key].overrides
            for rule, text in facts[key].values.items():
                name = names.get((rule, overrides))
                if name is None:
                    active = self._active(rule, overrides)
                    name = names[rule, overrides] = _group_of(active)
                    site = self._checker.over_site(overrides)[1]
                    if "files" in active.check.site:
                        site = site.with_files(self._checker.settings.site.files)
                    groups.setdefault(name, _Group(active, site, {}))
                groups[name].facts[key] = json.loads(text)
        return [groups[name] for name in sorted(groups)]

    def _active(self, rule: str, overrides: tuple[int, ...]) -> ActiveRule:
        active, _ = self._checker.over_site(overrides)
        return next(one for one in active if one.rule.name == rule)

    def _finding(self, rule: str, hit: SiteHit, facts: Mapping[str, PostFacts]) -> Finding:
        active = self._active(rule, facts[hit.path].overrides)
        return Finding(
            self._shown[hit.path],
            rule,
            active.severity,
            active.rule.message(hit.key, hit.params, self._checker.settings.lang),
            *_ends(hit.place),
            self._checker.promoted(rule, hit.fix),
            tuple(
                Span(*_ends(place), self._shown[path] if path != hit.path else "")
                for path, place in hit.related
            ),
        )

    def _note_error(self, rule: str, error: Exception) -> None:
        settings = self._checker.settings
        found = PostError(settings.path or settings.root, stopped(rule, error))
        if found not in self.errors:
            self.errors.append(found)


def _group_of(rule: ActiveRule) -> str:
    """What rules that review the same posts have in common."""
    return f"{rule.rule.name} {sorted(vars(rule.options).items())!r}"


def _ends(place: Place) -> tuple[Location, Location]:
    start, line, column, end, end_line, end_column = place
    return Location(line, column, start), Location(end_line, end_column, end)


def _same(one: PostFacts, other: PostFacts) -> bool:
    return (one.values, one.overrides) == (other.values, other.overrides)
