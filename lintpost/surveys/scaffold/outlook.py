"""What `lintpost check` would find under a first configuration."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.repeats import without_repeats
from lintpost.engine.summary import Summary

TASTE = ("ai-writing/", "bold/", "en/", "ja/", "jtf/")
"""Families of which each house chooses what it minds."""
_NOT_TASTE = ("ai-writing/residue", "ai-writing/stopped", "ai-writing/heading", "ai-writing/repeated-paragraph", "ai-writing/cut-off", "bold/unrendered", "bold/wrong-text", "bold/empty", "bold/punctuation", "bold/link")  # fmt: skip
"""Rules of these families that find what is broken."""


class Outlook(NamedTuple):
    """The counts of a first check, and its first finding of each rule."""

    summary: Summary
    examples: dict[str, Finding]

    @property
    def frequent(self) -> dict[str, int]:
        """Rules of taste with more findings than there are posts, and how many they have."""
        return {
            rule: count
            for rule, _, count, _ in self.summary.worst_first()
            if rule.startswith(TASTE) and rule not in _NOT_TASTE and count > self.summary.posts
        }


def outlook_of(results: Iterable[PostResult]) -> Outlook:
    """Count the results of a first check."""
    summary = Summary()
    examples: dict[str, Finding] = {}
    for result in map(without_repeats, results):
        summary.add(result)
        for finding in result.findings:
            examples.setdefault(finding.rule, finding)
    return Outlook(summary, examples)
