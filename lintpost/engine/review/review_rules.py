"""Runs the reviews of rules over the facts of a site."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.registry import find_check
from lintpost.config.active import ActiveRule
from lintpost.engine.check_post import Checker
from lintpost.engine.finding import Finding, Location, PostError, PostFacts, Span
from lintpost.engine.review.facts_reader import FactsReader
from lintpost.engine.review.rule_review import RuleReview
from lintpost.engine.stopped import stopped
from lintpost.engine.time_limit import TimeLimit
from lintpost.post.memo import Memo
from lintpost.site.files import SiteFiles
from lintpost.site.queries import Queries
from lintpost.site.review_files import ReviewFiles
from lintpost.site.site import Site


class _Group(NamedTuple):
    """The posts for which the rule is on under the same options: they are reviewed together."""

    rule: ActiveRule
    site: Site
    facts: dict[str, Any]


class SharedReview:
    """What the rules of one site have in common: the disk and the clock as they are shown them, the facts that several
    rules have, and what one derives from either (`Site.memo`). A review is valid as long as all answers are.
    """

    def __init__(self, files: SiteFiles | None) -> None:
        self.queries = Queries()
        self.facts = FactsReader()
        self._files = ReviewFiles(files, self.queries) if files is not None else None
        self._memo = Memo()

    def shown_to(self, check: Check, site: Site) -> Site:
        """The site as the review of a check sees it: it asks for nothing that the check does not declare."""
        if not ASKING & set(check.site):
            return site.without_files()
        return site.for_review(self._files, self.queries, self._memo)


ASKING = frozenset(["files", "clock"])
"""The parts of the site that may give another answer in the next run."""


def review_rules(
    names: Iterable[str], facts: Mapping[str, PostFacts], checker: Checker, limit: TimeLimit
) -> dict[str, RuleReview]:
    """What rules find, given the facts of all posts by their keys."""
    shared = SharedReview(checker.settings.site.files)
    made = {name: _review_rule(name, facts, checker, limit, shared) for name in sorted(names)}
    queries = shared.queries.all()
    asking = {name for name in made if ASKING & set(_check(name, checker).site)}
    return {n: one._replace(queries=queries) if n in asking else one for n, one in made.items()}


def _check(name: str, checker: Checker) -> Check:
    return find_check(checker.settings.rules[name].check)


def _review_rule(
    name: str,
    facts: Mapping[str, PostFacts],
    checker: Checker,
    limit: TimeLimit,
    shared: SharedReview,
) -> RuleReview:
    found: dict[str, list[Finding]] = {}
    errors: dict[PostError, None] = {}
    limit.running = name
    for group in _groups(name, facts, checker, shared.facts):
        review = group.rule.check.review
        assert review is not None
        try:
            site = shared.shown_to(group.rule.check, group.site)
            hits = list(review(group.facts, group.rule.options, site))
            findings = [(hit.path, _finding(name, hit, facts, checker)) for hit in hits]
        except Exception as error:  # a bug of ours must not hide the other findings
            limit.running = ""
            settings = checker.settings
            errors[
                PostError(
                    settings.path or settings.root, stopped(name, error, group.rule.rule.check)
                )
            ] = None
            continue
        for key, finding in findings:
            found.setdefault(key, []).append(finding)
    limit.running = ""
    return RuleReview(found, errors=tuple(errors))


def _groups(
    name: str, facts: Mapping[str, PostFacts], checker: Checker, reader: FactsReader
) -> list[_Group]:
    keys = [key for key in sorted(facts) if name in facts[key].values]
    values = reader.read([facts[key].values[name] for key in keys], _check(name, checker).shares)
    groups: dict[str, _Group] = {}
    by_overrides: dict[tuple[int, ...], str] = {}
    for key, value in zip(keys, values, strict=True):
        overrides = facts[key].overrides
        options = by_overrides.get(overrides)
        if options is None:
            active, site = _active(name, overrides, checker)
            options = by_overrides[overrides] = repr(sorted(vars(active.options).items()))
            groups.setdefault(options, _Group(active, site, {}))
        groups[options].facts[key] = value
    return [groups[options] for options in sorted(groups)]


def _active(name: str, overrides: tuple[int, ...], checker: Checker) -> tuple[ActiveRule, Site]:
    active, site = checker.over_site(overrides)
    return next(one for one in active if one.rule.name == name), site


def _finding(name: str, hit: SiteHit, facts: Mapping[str, PostFacts], checker: Checker) -> Finding:
    active, _ = _active(name, facts[hit.path].overrides, checker)
    return Finding(
        hit.path,
        name,
        active.severity,
        active.rule.message(hit.key, hit.params, checker.settings.lang),
        *_ends(hit.place),
        checker.promoted(name, hit.fix),
        tuple(Span(*_ends(place), path if path != hit.path else "") for path, place in hit.related),
    )


def _ends(place: Place) -> tuple[Location, Location]:
    start, line, column, end, end_line, end_column = place
    return Location(line, column, start), Location(end_line, end_column, end)
