"""What a run adds up to."""

from collections import Counter, defaultdict

from lintpost.engine.finding import Finding, PostError, PostResult
from lintpost.language import Lang
from lintpost.packs.rule import SEVERITIES, Severity, selects

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
        self.fixable = 0
        self.fixed = 0
        self.by_severity: Counter[Severity] = Counter()
        self.by_rule: Counter[str] = Counter()
        self.fixable_by_rule: Counter[str] = Counter()
        self.severities_by_rule: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
        self.known = 0
        self.severity_of: dict[str, Severity] = {}
        self.errors: list[PostError] = []

    @property
    def findings(self) -> int:
        """All findings."""
        return self.by_severity.total()

    def add(self, result: PostResult, *, of_posts: bool = True) -> None:
        """Count one post; or, not `of_posts`, what was found in another file."""
        self.posts += of_posts
        self.characters += result.characters
        self.suppressed += result.suppressed
        self.known += len(result.known)
        self.errors += result.errors
        if result.findings:
            self.posts_with_findings += of_posts
        for finding in result.findings:
            self.by_severity[finding.severity] += 1
            self.by_rule[finding.rule] += 1
            self.severities_by_rule[finding.rule][finding.severity] += 1
            worst = self.severity_of.get(finding.rule, "info")
            self.severity_of[finding.rule] = min(worst, finding.severity, key=SEVERITIES.index)
            if is_fixable(finding):
                self.fixable += 1
                self.fixable_by_rule[finding.rule] += 1

    def fails(self, fail_on: str, rules: tuple[str, ...] = (), allowed: int = 0) -> bool:
        """Whether more findings than allowed were counted at or above a severity (``never``: none), or
        of some rules or families.
        """
        limit = SEVERITIES.index(fail_on) + 1 if fail_on in SEVERITIES else 0
        counted = sum(self.by_severity[severity] for severity in SEVERITIES[:limit])
        for rule, by_severity in self.severities_by_rule.items():
            if any(selects(word, rule) for word in rules):
                counted += sum(by_severity[severity] for severity in SEVERITIES[limit:])
        return counted > allowed

    def line(self, lang: Lang) -> str:
        """The closing sentence."""
        return _japanese(self) if lang == "ja" else _english(self)


def is_fixable(finding: Finding) -> bool:
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
