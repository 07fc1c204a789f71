"""What `lintpost check` would find under a first configuration."""

from typing import NamedTuple

from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import Finding
from lintpost.engine.run import check_paths
from lintpost.engine.summary import Summary
from lintpost.files.compiled_cache import cache_folder

TASTE = ("ai-writing/", "bold/", "en/", "ja/", "jtf/")
"""Families of which each house chooses what it minds."""
_NOT_TASTE = ("ai-writing/residue", "bold/unrendered", "bold/wrong-text", "bold/empty", "bold/punctuation", "bold/link")  # fmt: skip
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

    @property
    def is_changed_by_notes(self) -> bool:
        """Whether one of the frequent rules is more than a note yet."""
        severities = {rule: severity for rule, severity, _, _ in self.summary.worst_first()}
        return any(severities[rule] != "info" for rule in self.frequent)


def outlook_of(paths: list[str], config: str) -> Outlook:
    """Check all posts under a configuration file; the results are kept for the next run.

    Raises `SettingsError`.
    """
    configurations = Configurations(config, CliOverrides(), cache=cache_folder())
    summary = Summary()
    examples: dict[str, Finding] = {}
    try:
        for result in check_paths(paths, configurations, jobs=0, keep_text=False):
            summary.add(result)
            for finding in result.findings:
                examples.setdefault(finding.rule, finding)
    finally:
        configurations.close()
    return Outlook(summary, examples)
