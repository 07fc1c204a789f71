"""The result of one post, and the review of one rule, as JSON for the cache, and read back."""

import json
from collections.abc import Mapping
from typing import Any

from lintpost.checks.contract.hit import Applicability, Fix
from lintpost.engine.finding import Finding, Location, PostFacts, PostResult, Span
from lintpost.engine.review.rule_review import RuleReview
from lintpost.post.edit import Edit
from lintpost.site.queries import Query


def to_json(result: PostResult) -> bytes:
    """A result without its path, text, queries and facts."""
    findings = [*map(_fields, result.findings)]
    return _dumped([findings, result.suppressed, result.characters]).encode()


def from_json(
    path: str, data: bytes, queries: tuple[Query, ...], facts: PostFacts | None
) -> PostResult:
    """What `to_json` wrote, for the post of a path. Raises ValueError or TypeError for anything else."""
    found, suppressed, characters = json.loads(data.decode())
    findings = _findings(path, found)
    fields = (path, findings, (), suppressed, None, (), characters, (), queries, facts)
    return tuple.__new__(PostResult, fields)


def reviews_to_json(reviews: Mapping[str, RuleReview]) -> str:
    """Reviews by rule."""
    return _dumped(
        {
            rule: [
                digest,
                queries,
                {key: [*map(_fields, found)] for key, found in findings.items()},
            ]
            for rule, (findings, digest, queries, _) in reviews.items()
        }
    )


def reviews_from_json(text: str) -> dict[str, RuleReview]:
    """What `reviews_to_json` wrote. Raises ValueError or TypeError for anything else."""
    reviews = {}
    for rule, (digest, queries, found) in json.loads(text).items():
        findings = {key: [*_findings(key, some)] for key, some in found.items()}
        reviews[rule] = RuleReview(findings, digest, tuple(Query(*query) for query in queries))
    return reviews


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _fields(f: Finding) -> list[Any]:
    return [
        *(f.rule, f.severity, f.message, *f.start, *f.end),
        [f.fix.applicability, *map(list, f.fix.edits)] if f.fix else 0,
        [[*span.start, *span.end, *filter(None, [span.path])] for span in f.related],
        f.subject,
    ]


def _findings(path: str, found: list[Any]) -> tuple[Finding, ...]:
    new = tuple.__new__  # half the time of the constructors, for tens of thousands of findings
    findings = []
    for rule, severity, message, a, b, c, d, e, f, fix, related, subject in found:
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
        )
        findings.append(new(Finding, values))
    return tuple(findings)


def _span(fields: list[Any]) -> Span:
    return Span(Location(*fields[:3]), Location(*fields[3:6]), *fields[6:])


def _fix(fields: list[Any]) -> Fix:
    applicability: Applicability = fields[0]
    return Fix(applicability, tuple(Edit(*edit) for edit in fields[1:]))
