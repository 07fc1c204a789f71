"""The counts of a run."""

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from lintpost.packs.rule import SEVERITIES, Severity, selects

if TYPE_CHECKING:
    from lintpost.engine.finding import Finding, PostError, PostResult


class Summary:
    """Counts over all posts of a run."""

    def __init__(self) -> None:
        self.posts = 0
        self.posts_with_findings = 0
        self.characters = 0
        self.suppressed = 0
        self.fixed = 0
        self.known = 0
        self.repeated = 0
        """Findings in copies of a part of their post, which are not counted otherwise."""
        self.elsewhere = 0
        """Findings in other files than posts: entries of the baseline that nothing matches."""
        self.site_left_out = False
        """Whether rules that look over the whole site are on, and were left out."""
        self.errors: list[PostError] = []
        self._counts: Counter[tuple[str, Severity, bool]] = Counter()

    @property
    def findings(self) -> int:
        """All findings."""
        return self._counts.total()

    @property
    def posts_with_errors(self) -> int:
        """Posts that could not be checked in full: one may have several errors."""
        return len({error.path for error in self.errors})

    @property
    def fixable(self) -> int:
        """Those that `--fix` fixes."""
        return sum(count for (_, _, fixable), count in self._counts.items() if fixable)

    @property
    def by_severity(self) -> Counter[Severity]:
        """Findings of each severity."""
        found: Counter[Severity] = Counter()
        for (_, severity, _), count in self._counts.items():
            found[severity] += count
        return found

    @property
    def by_rule(self) -> Counter[str]:
        """Findings of each rule, in the order in which the rules were first counted."""
        found: Counter[str] = Counter()
        for (rule, _, _), count in self._counts.items():
            found[rule] += count
        return found

    def worst_first(self) -> list[tuple[str, Severity, int, int]]:
        """Each rule with its highest severity, its findings, and how many of them `--fix` fixes.

        Sorted by severity, highest first, then by findings, most first.
        """
        severities: dict[str, Severity] = {}
        fixable: Counter[str] = Counter()
        for (rule, severity, is_fixable), count in self._counts.items():
            severities[rule] = min(severities.get(rule, "info"), severity, key=SEVERITIES.index)
            fixable[rule] += count * is_fixable
        rows = [(r, severities[r], count, fixable[r]) for r, count in self.by_rule.items()]
        return sorted(rows, key=lambda row: (SEVERITIES.index(row[1]), -row[2], row[0]))

    def add(self, result: "PostResult", *, of_posts: bool = True) -> None:
        """Count the result of a post; with `of_posts` off, that of another file."""
        self.posts += of_posts
        self.characters += result.characters
        self.suppressed += result.suppressed
        self.known += len(result.known)
        self.repeated += result.repeated
        self.errors += result.errors
        if result.findings:
            self.posts_with_findings += of_posts
            self.elsewhere += 0 if of_posts else len(result.findings)
            self._counts.update([(f.rule, f.severity, is_fixable(f)) for f in result.findings])

    def as_notes(self, rules: Collection[str]) -> None:
        """Count all findings of some rules as notes."""
        counts = self._counts
        self._counts = Counter()
        for (rule, severity, fixable), count in counts.items():
            key = (rule, "info" if rule in rules else severity, fixable)
            self._counts[key] += count

    def fails(self, fail_on: str, rules: tuple[str, ...] = (), allowed: int = 0) -> bool:
        """Whether there are more findings than allowed at or above a severity (``never``: none), or of
        some rules or families.
        """
        limit = SEVERITIES.index(fail_on) + 1 if fail_on in SEVERITIES else 0
        counted = sum(
            count
            for (rule, severity, _), count in self._counts.items()
            if severity in SEVERITIES[:limit] or any(selects(word, rule) for word in rules)
        )
        return counted > allowed


def is_fixable(finding: "Finding") -> bool:
    """Whether `--fix` fixes it."""
    return finding.fix is not None and finding.fix.applicability == "safe"
