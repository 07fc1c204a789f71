"""The result of one post as JSON for the cache, and read back."""

import json
from typing import Any

from lintpost.checks.contract.hit import Applicability, Fix
from lintpost.engine.finding import Finding, Location, PostFacts, PostResult, Span
from lintpost.post.edit import Edit
from lintpost.site.queries import Query


def to_json(result: PostResult) -> bytes:
    """A result without its path, text, queries and facts."""
    findings = [
        [
            *(f.rule, f.severity, f.message, *f.start, *f.end),
            [f.fix.applicability, *map(list, f.fix.edits)] if f.fix else 0,
            [[*span.start, *span.end] for span in f.related],
            f.subject,
            f.repeats,
        ]
        for f in result.findings
    ]
    fields = [findings, result.suppressed, result.characters]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def facts_to_json(facts: PostFacts) -> str:
    """Facts without the digest of the post, which the cache has anyway."""
    fields = [facts.values, facts.overrides, facts.has_comments]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def facts_from_json(text: str, digest: str) -> PostFacts | None:
    """What `facts_to_json` wrote; None for "". Raises ValueError or TypeError for anything else."""
    if not text:
        return None
    values, overrides, has_comments = json.loads(text)
    return PostFacts(values, tuple(overrides), has_comments, digest)


def from_json(
    path: str, data: bytes, queries: tuple[Query, ...], facts: PostFacts | None
) -> PostResult:
    """What `to_json` wrote, for the post of a path. Raises ValueError or TypeError for anything else."""
    found, suppressed, characters = json.loads(data.decode())
    new = tuple.__new__  # half the time of the constructors, for tens of thousands of findings
    findings = []
    for rule, severity, message, a, b, c, d, e, f, fix, related, subject, repeats in found:
        start, end = new(Location, (a, b, c)), new(Location, (d, e, f))
        spans = tuple(map(_span, related)) if related else ()
        values = (
            path,
            rule,
            severity,
            message,
            start,
            end,
            _fix(fix) if fix else None,
            spans,
            subject,
            repeats,
        )
        findings.append(new(Finding, values))
    fields = (path, tuple(findings), (), suppressed, None, (), characters, (), queries, facts, 0)
    return new(PostResult, fields)


def _span(numbers: list[int]) -> Span:
    return Span(Location(*numbers[:3]), Location(*numbers[3:]))


def _fix(fields: list[Any]) -> Fix:
    applicability: Applicability = fields[0]
    return Fix(applicability, tuple(Edit(*edit) for edit in fields[1:]))
