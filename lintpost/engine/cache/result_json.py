"""The result of one post as JSON for the cache, and read back."""

import json
from typing import Any

from lintpost.checks.contract.hit import Applicability, Fix
from lintpost.engine.finding import Finding, Location, PostFacts, PostResult, Span
from lintpost.post.edit import Edit
from lintpost.site.queries import Query


def to_json(result: PostResult) -> bytes:
    """A result without its path, text, queries and facts."""
    findings = [*map(finding_fields, result.findings)]
    off = result.switched_off
    fields = [findings, None if off is None else [*map(finding_fields, off)], result.characters]
    return compact_json([*fields, *filter(None, [result.values])]).encode(errors="surrogatepass")


def from_json(
    path: str, data: bytes, queries: tuple[Query, ...], facts: PostFacts | None
) -> PostResult:
    """What `to_json` wrote, for the post of a path. Raises ValueError or TypeError for anything else."""
    found, off, characters, *_ = json.loads(data.decode(errors="surrogatepass"))
    findings = findings_of(path, found)
    suppressed = len(off) if off else 0
    fields = (path, findings, (), suppressed, None, (), characters, (), queries, facts, 0, None, "")
    return tuple.__new__(PostResult, fields)


def whole_from_json(
    path: str, data: bytes, queries: tuple[Query, ...], facts: PostFacts | None
) -> PostResult:
    """`from_json` with what is there for the cache alone."""
    _, off, _, *values = json.loads(data.decode(errors="surrogatepass"))
    result = from_json(path, data, queries, facts)
    switched_off = None if off is None else findings_of(path, off)
    return result._replace(switched_off=switched_off, values="".join(values))


def compact_json(value: object) -> str:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def finding_fields(f: Finding) -> list[Any]:
    """A finding without its path."""
    return [
        *(f.rule, f.severity, f.message, *f.start, *f.end),
        [f.fix.applicability, *map(list, f.fix.edits)] if f.fix else 0,
        [[*span.start, *span.end, *filter(None, [span.path])] for span in f.related],
        f.subject,
        f.repeats,
    ]


def findings_of(path: str, found: list[Any]) -> tuple[Finding, ...]:
    """The findings with these fields in the post of a path."""
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
    return tuple(findings)


def _span(fields: list[Any]) -> Span:
    return Span(Location(*fields[:3]), Location(*fields[3:6]), *fields[6:])


def _fix(fields: list[Any]) -> Fix:
    applicability: Applicability = fields[0]
    return Fix(applicability, tuple(Edit(*edit) for edit in fields[1:]))
