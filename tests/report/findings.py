"""Findings to report."""

from lintpost.checks.contract.hit import Fix
from lintpost.engine.finding import Finding, Location
from lintpost.packs.rule import Severity
from lintpost.post.edit import Edit
from lintpost.post.source import Source


def location(text: str, offset: int) -> Location:
    return Location(*Source("", text).location(offset), offset)


def finding(
    text: str, start: int, end: int, *, message: str = "It is GitHub.", severity: Severity = "warning",
    fix: Fix | None = None, rule: str = "names/spelling", path: str = "a.md", subject: str = "",
) -> Finding:  # fmt: skip
    places = location(text, start), location(text, end)
    return Finding(path, rule, severity, message, *places, fix, (), subject)


def safe_fix(start: int, end: int, text: str) -> Fix:
    return Fix("safe", (Edit(start, end, text),))
