"""Holds findings back: those that the baseline has, and those on lines that did not change."""

import os
from collections.abc import Iterable, Iterator

from lintpost.checks.registry import find_check
from lintpost.config.rule_states import rule_states
from lintpost.config.settings import Settings
from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.gate.baseline import Baseline
from lintpost.engine.gate.git import Changes, added_lines
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Lang, Text
from lintpost.post.source import read_source

_STALE = "meta/stale-baseline"


class Gate:
    """What decides which findings of a run count.

    `baseline` has the findings that are known. `changes` are the files that differ from a commit: only
    posts among them are checked, and with `added_lines` only findings on added lines count.
    `whole_site`: every post of the site is checked, so that entries of posts that are no more are stale.
    `strict`: report stale entries whether or not their rule is on.
    """

    def __init__(
        self,
        settings: Settings,
        lang: Lang,
        *,
        baseline: Baseline | None = None,
        changes: Changes | None = None,
        added_lines: bool = False,
        whole_site: bool = False,
        strict: bool = False,
    ) -> None:
        self.settings = settings
        self.lang: Lang = lang
        self.baseline = baseline
        if baseline is not None:
            baseline.know_old_names(settings.rules)
        self.changes = changes
        self.strict = strict
        self._added_lines = added_lines
        self._whole_site = whole_site
        self._lines: dict[str, list[range] | None] | None = None

    @property
    def needs_text(self) -> bool:
        """Whether results must have the texts of their posts."""
        return self.baseline is not None

    def changed_posts(self, paths: list[str]) -> tuple[list[str], str | None]:
        """The posts that changed; or all, and the changed file that settings were read from."""
        if self.changes is None:
            return paths, None
        changed = {os.path.realpath(path) for path in self.changes.files}
        for path in self.settings.files:
            if os.path.realpath(path) in changed or any(
                os.path.isdir(path) and one.startswith(os.path.realpath(path) + os.sep)
                for one in changed
            ):
                self.changes = None
                return paths, os.path.relpath(path)
        return [path for path in paths if os.path.realpath(path) in changed], None

    def passed(self, results: Iterable[PostResult]) -> Iterator[PostResult]:
        """The results without the findings that are held back."""
        whole_post = self._whole_post_rules() if self.changes and self._added_lines else set()
        for result in results:
            # The baseline sees all findings: an entry whose finding is on an old line is not stale.
            if self.baseline is not None:
                result = self.baseline.split(result)
            if self.changes is not None and self._added_lines and result.findings:
                result = self._on_added_lines(self.changes, result, whole_post)
            yield result

    def stale(self) -> PostResult | None:
        """The entries of the baseline that no finding matched, as findings in its file."""
        if self.baseline is None:
            return None
        states = {state.rule.name: state for state in rule_states(self.settings)}
        state = states[_STALE]
        if not state.on and not self.strict:
            return None
        on = {name for name, state in states.items() if state.on}
        path = os.path.relpath(self.baseline.path)
        findings = []
        source = read_source(self.baseline.path, MAX_BYTES)
        for entry in self.baseline.stale(on, whole_site=self._whole_site):
            params = {"rule": entry.rule, "path": Text(entry.path, entry.path)}
            message = state.rule.message("", params, self.lang)
            start, end = source.line_span(entry.line)
            span = Location(entry.line, 1, start), Location(entry.line, end - start + 1, end)
            findings.append(Finding(path, _STALE, state.severity, message, *span, None, ()))
        return PostResult(path, tuple(findings), (), 0, source.text) if findings else None

    def _on_added_lines(
        self, changes: Changes, result: PostResult, whole_post: set[str]
    ) -> PostResult:
        """The findings that touch a line that was added, and those of rules over the whole post."""
        if self._lines is None:
            self._lines = added_lines(changes)
        added = self._lines.get(os.path.realpath(result.path))
        if added is None:
            return result
        findings = tuple(
            finding
            for finding in result.findings
            if finding.rule in whole_post
            or any(
                finding.start.line < lines.stop and lines.start <= finding.end.line
                for lines in added
            )
        )
        return result._replace(findings=findings)

    def _whole_post_rules(self) -> set[str]:
        return {
            name for name, rule in self.settings.rules.items() if find_check(rule.check).whole_post
        }
