"""Which of some fixes can be applied together, each proved to change only what it means to change."""

from collections.abc import Callable

from lintpost.checks.contract.check import Change
from lintpost.checks.registry import find_check
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.proof import Prover
from lintpost.engine.finding import Finding
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.post.source import Source


def split_by_proof(
    checker: Checker, source: Source, findings: list[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """The findings whose fixes can be applied together, and the others; edits must not overlap.

    Safe fixes are proved by `Prover`. An unsafe fix was chosen by a person: it must leave the front
    matter readable, and the keys that it does not touch as they are.
    """
    site = checker.settings.site
    prover = Prover(Post(source, site.syntax), site)

    def holds(chosen: list[Finding]) -> bool:
        groups: dict[frozenset[Change] | None, list[Edit]] = {}
        for finding in chosen:
            if finding.fix is not None:
                groups.setdefault(_changes(checker, finding), []).extend(finding.fix.edits)
        if not all(prover.proves(edits, changes) for changes, edits in groups.items()):
            return False
        if len(groups) < 2:
            return True
        # Each kind of change alone, then all together: one must not excuse what another breaks.
        together = [edit for edits in groups.values() for edit in edits]
        union = (
            None
            if None in groups
            else frozenset(c for changes in groups if changes for c in changes)
        )
        return prover.proves(together, union)

    return _largest(findings, holds)


def _changes(checker: Checker, finding: Finding) -> frozenset[Change] | None:
    """What a finding's fix may change; None for an unsafe one, which a person answers for."""
    if finding.fix is None or finding.fix.applicability == "unsafe":
        return None
    return frozenset(find_check(checker.settings.rules[finding.rule].check).changes)


def _largest(
    findings: list[Finding], holds: Callable[[list[Finding]], bool]
) -> tuple[list[Finding], list[Finding]]:
    """A largest part that holds, by halves: a handful of proofs where few findings are at fault."""
    if not findings or holds(findings):
        return findings, []
    if len(findings) == 1:
        return [], findings
    middle = len(findings) // 2
    left, bad_left = _largest(findings[:middle], holds)
    right, bad_right = _largest(findings[middle:], holds)
    if left and right and not holds([*left, *right]):
        return left, [*bad_left, *right, *bad_right]
    return [*left, *right], [*bad_left, *bad_right]
