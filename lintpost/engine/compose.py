"""Makes the findings of a post's rules the result: without what comments switch off, with what is wrong with the comments,
and with marks in copies. Each of these depends on the findings of all rules.
"""

from typing import TYPE_CHECKING, NamedTuple

from lintpost.engine.edits.suppress_findings import RuleWords, suppress, unknown
from lintpost.engine.edits.suppressions import Suppression, Suppressions
from lintpost.engine.edits.unused_suppressions import unused
from lintpost.engine.finding import Finding, report_order
from lintpost.engine.repeats import marked

if TYPE_CHECKING:
    from lintpost.config.active import ActiveRule
    from lintpost.engine.check_post import Checker
    from lintpost.post.post import Post

_UNUSED = "meta/unused-suppression"
_UNKNOWN = "meta/unknown-rule"
OF_COMMENTS = frozenset([_UNUSED, _UNKNOWN])
"""The rules whose findings are made here."""


class Composed(NamedTuple):
    """The findings in the order of reports, and those that comments switch off; None without any comment."""

    findings: list[Finding]
    switched_off: tuple[Finding, ...] | None


def composed(
    checker: "Checker",
    post: "Post",
    findings: list[Finding],
    active: "list[ActiveRule]",
    *,
    waiting: bool,
) -> Composed:
    """The result for the findings of all active rules. `waiting`: those over the whole site are not among them yet."""
    suppressions = Suppressions.of(post)
    off: tuple[Finding, ...] | None = None
    if suppressions:
        later = [rule for rule in active if rule.check.facts is not None] if waiting else []
        left, used = suppress(findings, suppressions, checker.settings.rules)
        kept = set(map(id, left))
        off = tuple(finding for finding in findings if id(finding) not in kept)
        idle = _idle(checker, suppressions, used, active, later)
        findings = left + _about_comments(checker, post, suppressions, idle, active)
    findings = marked(post, findings, active)
    findings.sort(key=report_order)
    return Composed(findings, off)


def _about_comments(
    checker: "Checker",
    post: "Post",
    suppressions: Suppressions,
    idle: list[Suppression],
    active: "list[ActiveRule]",
) -> list[Finding]:
    """The findings about comments that name no rule, and about `idle` ones."""
    by_name = {rule.rule.name: rule for rule in active}
    found = []
    if _UNKNOWN in by_name:
        known = RuleWords(checker.settings.rules.values())
        for hit in unknown(post, suppressions, known):
            found.append(checker.finding_of(post, by_name[_UNKNOWN], hit))
    if _UNUSED in by_name:
        for hit in unused(post, suppressions, idle):
            found.append(checker.finding_of(post, by_name[_UNUSED], hit))
    return found


def _idle(
    checker: "Checker",
    suppressions: Suppressions,
    used: set[Suppression],
    active: "list[ActiveRule]",
    waiting: "list[ActiveRule]",
) -> list[Suppression]:
    """The suppressions that switch nothing off. What `waiting` rules find is not known yet."""
    # A rule that is off, or not selected, finds nothing: no reason to call a comment unused.
    known = RuleWords(checker.settings.rules.values())
    running = RuleWords(rule.rule for rule in active)
    later = RuleWords(rule.rule for rule in waiting)
    all_run = not checker.settings.overlay.select
    return [
        item
        for item in suppressions.all
        if item not in used
        and known.mean_any(item.rule)
        and not later.mean_any(item.rule)
        and (running.mean_any(item.rule) if item.rule else all_run)
    ]
