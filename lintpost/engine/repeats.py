"""Findings that say of the copy of a paragraph what others say of the first.

A rule asks for the copy to go, and then they are gone with it. They are marked where a post is checked, so that
fixes, baselines and suppressions treat them as any other, and left out where results are reported.
"""

from typing import TYPE_CHECKING

from lintpost.engine.finding import Finding, PostResult

if TYPE_CHECKING:  # a run whose results are all cached imports none of them
    from lintpost.checks.contract.hit import Copy
    from lintpost.config.active import ActiveRule
    from lintpost.post.post import Post

_Key = tuple[str, str, int, int]


def marked(post: "Post", findings: list[Finding], active: "list[ActiveRule]") -> list[Finding]:
    """The findings, with `repeats` for those in copies that a rule of the active ones reports."""
    for rule in active:
        if rule.check.copies is None:
            continue
        if any(finding.rule == rule.rule.name for finding in findings):
            copies = list(rule.check.copies(post, rule.options))
            findings = _marked(findings, copies, rule.rule.name)
    return findings


def without_repeats(result: PostResult) -> PostResult:
    """A result without the findings in copies whose originals it has, too; they are counted."""
    marks = [finding for finding in result.findings if finding.repeats is not None]
    if not marks:
        return result
    keys = set(map(_key, result.findings))
    repeats = {_key(finding) for finding in marks if _original(finding) in keys}
    kept = tuple(finding for finding in result.findings if _key(finding) not in repeats)
    return result._replace(findings=kept, repeated=len(result.findings) - len(kept))


def _marked(findings: list[Finding], copies: "list[Copy]", rule: str) -> list[Finding]:
    """The findings in order of place, those in copies marked but for what the rule itself reports."""
    keys = set(map(_key, findings))
    found = []
    at = 0
    for finding in sorted(findings, key=lambda one: one.start.offset):
        start, end = finding.start.offset, finding.end.offset
        while at < len(copies) and copies[at].end < start:
            at += 1
        if (
            finding.rule != rule
            and at < len(copies)
            and copies[at].start <= start
            and end <= copies[at].end
        ):
            mark = finding._replace(repeats=start - copies[at].start + copies[at].first)
            finding = mark if _original(mark) in keys else finding
        found.append(finding)
    return found


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.message, finding.start.offset, finding.end.offset


def _original(finding: Finding) -> _Key:
    """The key of the finding that a marked one repeats."""
    start, end = finding.start.offset, finding.end.offset
    first = start if finding.repeats is None else finding.repeats
    return finding.rule, finding.message, first, end - start + first
