"""What of a run counts: not what the baseline has, nor what stood there before."""

import argparse
import os
from collections.abc import Iterable, Iterator

from lintpost.checks.registry import find_check
from lintpost.config.rule_states import rule_states
from lintpost.config.settings import Settings
from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.gate.baseline import Baseline
from lintpost.engine.gate.git import Changes, GitError, added_lines, changes
from lintpost.errors import UsageError
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Lang, Text
from lintpost.post.source import read_source

_STALE = "meta/stale-baseline"


class Gate:
    """The baseline and the changed lines of a run, as its options ask for them."""

    def __init__(self, options: argparse.Namespace, settings: Settings, lang: Lang) -> None:
        self.settings = settings
        self.lang: Lang = lang
        self.strict: bool = options.baseline_strict
        self.whole = not options.paths and options.changed is None
        self.baseline = _baseline(options, settings)
        self.changes: Changes | None = None
        self.lines: bool = options.changed_lines
        self._added: dict[str, list[range] | None] | None = None
        if options.changed is not None:
            try:
                self.changes = changes(os.getcwd(), options.changed or None)
            except GitError as error:
                raise UsageError(error.text[lang]) from None

    @property
    def needs_text(self) -> bool:
        """Whether results must bring the texts of their posts."""
        return self.baseline is not None

    def chosen(self, paths: list[str]) -> tuple[list[str], str | None]:
        """The posts that changed; all, and the file that is why, where the house's rules did."""
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
        """The results without what is known or stood there before."""
        whole = self._whole_post_rules() if self.changes and self.lines else set()
        for result in results:
            # The baseline sees all findings first: what is held back for its line is not mended.
            if self.baseline is not None:
                result = self.baseline.split(result)
            if self.changes is not None and self.lines and result.findings:
                result = self._on_added_lines(self.changes, result, whole)
            yield result

    def stale(self) -> PostResult | None:
        """The entries of the baseline that nothing matched, as findings in its file."""
        if self.baseline is None:
            return None
        states = {state.rule.name: state for state in rule_states(self.settings)}
        if not states[_STALE].on and not self.strict:
            return None
        on = {name for name, state in states.items() if state.on}
        path = os.path.relpath(self.baseline.path)
        findings = []
        source = read_source(self.baseline.path, MAX_BYTES)
        for entry in self.baseline.stale(on, whole=self.whole):
            params = {"rule": entry.rule, "path": Text(entry.path, entry.path)}
            message = states[_STALE].rule.message("", params, self.lang)
            start, end = source.line_span(entry.line)
            places = Location(entry.line, 1, start), Location(entry.line, end - start + 1, end)
            findings.append(
                Finding(path, _STALE, states[_STALE].severity, message, *places, None, ())
            )
        return PostResult(path, tuple(findings), (), 0, source.text) if findings else None

    def _on_added_lines(self, found: Changes, result: PostResult, whole: set[str]) -> PostResult:
        """The findings that touch a line that was added, and those of rules over the whole post."""
        if self._added is None:
            self._added = added_lines(found)
        added = self._added.get(os.path.realpath(result.path))
        if added is None:
            return result
        kept = tuple(
            finding
            for finding in result.findings
            if finding.rule in whole
            or any(
                finding.start.line < lines.stop and lines.start <= finding.end.line
                for lines in added
            )
        )
        return result._replace(findings=kept)

    def _whole_post_rules(self) -> set[str]:
        return {
            name for name, rule in self.settings.rules.items() if find_check(rule.check).whole_post
        }


def _baseline(options: argparse.Namespace, settings: Settings) -> Baseline | None:
    if options.no_baseline:
        return None
    path = options.baseline or settings.baseline
    if path is None:
        return None
    if not os.path.isfile(path):
        raise SettingsError(
            FilePosition(path),
            Text("there is no baseline yet: run `lintpost baseline create`",
                 "ベースラインがまだありません。`lintpost baseline create` で作ってください"),
        )  # fmt: skip
    return Baseline.read(path)
