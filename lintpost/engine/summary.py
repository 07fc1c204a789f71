"""What a run adds up to."""

from collections import Counter
from typing import TYPE_CHECKING

from lintpost.language import Lang
from lintpost.packs.rule import SEVERITIES, Severity, selects

if TYPE_CHECKING:
    from lintpost.engine.finding import Finding, PostError, PostResult

_NAMES: dict[Lang, dict[Severity, str]] = {
    "en": {"error": "error", "warning": "warning", "info": "note"},
    "ja": {"error": "エラー", "warning": "警告", "info": "参考"},
}


class Summary:
    """Counts over all posts of a run."""

    def __init__(self) -> None:
        self.posts = 0
        self.posts_with_findings = 0
        self.characters = 0
        self.suppressed = 0
        self.fixed = 0
        self.known = 0
        self.errors: list[PostError] = []
        self._counts: Counter[tuple[str, Severity, bool]] = Counter()

    @property
    def findings(self) -> int:
        """All findings."""
        return self._counts.total()

    @property
    def fixable(self) -> int:
        """Those that `--fix` mends."""
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
        """Findings of each rule, in the order in which rules were first met."""
        found: Counter[str] = Counter()
        for (rule, _, _), count in self._counts.items():
            found[rule] += count
        return found

    def worst_first(self) -> list[tuple[str, Severity, int, int]]:
        """Each rule with its gravest severity, its findings, and how many of them `--fix` mends."""
        severities: dict[str, Severity] = {}
        fixable: Counter[str] = Counter()
        for (rule, severity, mended), count in self._counts.items():
            severities[rule] = min(severities.get(rule, "info"), severity, key=SEVERITIES.index)
            fixable[rule] += count * mended
        rows = [(r, severities[r], count, fixable[r]) for r, count in self.by_rule.items()]
        return sorted(rows, key=lambda row: (SEVERITIES.index(row[1]), -row[2], row[0]))

    def add(self, result: "PostResult", *, of_posts: bool = True) -> None:
        """Count one post; or, not `of_posts`, what was found in another file."""
        self.posts += of_posts
        self.characters += result.characters
        self.suppressed += result.suppressed
        self.known += len(result.known)
        self.errors += result.errors
        if result.findings:
            self.posts_with_findings += of_posts
            self._counts.update([(f.rule, f.severity, is_fixable(f)) for f in result.findings])

    def fails(self, fail_on: str, rules: tuple[str, ...] = (), allowed: int = 0) -> bool:
        """Whether more findings than allowed were counted at or above a severity (``never``: none), or
        of some rules or families.
        """
        limit = SEVERITIES.index(fail_on) + 1 if fail_on in SEVERITIES else 0
        counted = sum(
            count
            for (rule, severity, _), count in self._counts.items()
            if severity in SEVERITIES[:limit] or any(selects(word, rule) for word in rules)
        )
        return counted > allowed

    def line(self, lang: Lang) -> str:
        """The closing sentence."""
        return _japanese(self) if lang == "ja" else _english(self)


def is_fixable(finding: "Finding") -> bool:
    """Whether `--fix` mends it."""
    return finding.fix is not None and finding.fix.applicability == "safe"


def _english(summary: Summary) -> str:
    posts = _plural(summary.posts, "post")
    if not summary.findings:
        text = f"{posts} checked, nothing to fix."
    else:
        kinds = ", ".join(
            _plural(summary.by_severity[severity], name)
            for severity, name in _NAMES["en"].items()
            if summary.by_severity[severity]
        )
        text = f"{_plural(summary.findings, 'finding')} ({kinds}) in {summary.posts_with_findings} of {posts}."
        if summary.fixable:
            text += f" {summary.fixable} can be fixed with --fix."
    if summary.fixed:
        text = f"{_plural(summary.fixed, 'finding')} fixed. {text}"
    if summary.suppressed:
        text += f" {summary.suppressed} suppressed."
    if summary.known:
        text += f" {summary.known} in the baseline."
    if summary.errors:
        text += f" {_plural(len(summary.errors), 'post')} could not be checked in full."
    return text


def _japanese(summary: Summary) -> str:
    if not summary.findings:
        text = f"{summary.posts}本の記事を検査しました。指摘はありません。"
    else:
        kinds = "、".join(
            f"{name}{summary.by_severity[severity]}件"
            for severity, name in _NAMES["ja"].items()
            if summary.by_severity[severity]
        )
        text = (
            f"{summary.posts}本中{summary.posts_with_findings}本の記事に"
            f"{summary.findings}件の指摘があります（{kinds}）。"
        )
        if summary.fixable:
            text += f"{summary.fixable}件は --fix で自動修正できます。"
    if summary.fixed:
        text = f"{summary.fixed}件を修正しました。{text}"
    if summary.known:
        text += f"ベースラインにある指摘が{summary.known}件あります。"
    if summary.suppressed:
        text += f"コメントで抑制した指摘が{summary.suppressed}件あります。"
    if summary.errors:
        text += f"{len(summary.errors)}本は最後まで検査できませんでした。"
    return text


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
