"""What the table of rules says beside the counts of a run."""

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult


class RuleTotals:
    """For each rule, the number of posts with findings of it and one message as an example."""

    def __init__(self) -> None:
        self.posts: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def add(self, result: "PostResult") -> None:
        """Count one post."""
        examples = {finding.rule: finding.message for finding in reversed(result.findings)}
        self.posts.update(list(examples))
        for rule, message in examples.items():
            self.examples.setdefault(rule, message)
