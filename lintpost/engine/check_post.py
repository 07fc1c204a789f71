"""Runs every rule that is on over one post."""

from typing import Any

from lintpost.checks.contract.hit import Fix
from lintpost.config.active import ActiveRule, active_rules, site_for
from lintpost.config.rule_states import override_key
from lintpost.config.settings import Settings
from lintpost.engine.edits.suppressions import Suppression, covers, removal, suppressions
from lintpost.engine.finding import Finding, Location, PostError, PostResult, Span
from lintpost.language import Text
from lintpost.packs.rule import selects, selects_any
from lintpost.post.post import Post
from lintpost.post.source import Source, UnreadablePost, read_source
from lintpost.site.nearest import nearest
from lintpost.site.site import Site

_UNUSED = "meta/unused-suppression"
_UNKNOWN = "meta/unknown-rule"


class Checker:
    """Checks posts under one set of settings. Rules are chosen once for each set of overrides."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._active: dict[tuple[int, ...], tuple[list[ActiveRule], Site]] = {}

    def active(self, post: Post) -> tuple[list[ActiveRule], Site]:
        """The rules that are on for a post, and the site as it is for that post."""
        key = override_key(self.settings, post) if self.settings.overrides else ()
        if key not in self._active:
            rules = active_rules(self.settings, post)
            self._active[key] = rules, site_for(self.settings, key)
        return self._active[key]

    @property
    def answers(self) -> list[tuple[str, str, bool | str]]:
        """What the checks of the last post asked of the disk and the clock, with the answers."""
        return [(*question, answer) for question, answer in self.settings.site.asked.items()]

    def check_file(self, path: str, *, keep_text: bool = False) -> PostResult:
        """Read and check a file. What cannot be read is a result with an error."""
        try:
            source = read_source(path, self.settings.max_bytes)
        except UnreadablePost as error:
            return PostResult(path, (), (PostError(path, error.text),), 0, None)
        return self.check_source(source, keep_text=keep_text)

    def check_source(self, source: Source, *, keep_text: bool = False) -> PostResult:
        """Check a text. A rule that breaks is named in an error; the others still run."""
        errors: list[PostError] = []
        self.settings.site.asked.clear()
        try:
            post = Post(source, self.settings.site.syntax)
            active, site = self.active(post)
            _ = post.markdown
        except RecursionError:
            why = Text("nested too deeply to be read", "入れ子が深すぎて読めません")
            return PostResult(source.path, (), (PostError(source.path, why),), 0, None)
        findings: list[Finding] = []
        for rule in active:
            run = rule.check.run
            if run is None:
                continue
            try:
                for hit in run(post, rule.options, site):
                    findings.append(
                        self._finding(post, rule, hit.start, hit.end, hit.key, hit.params, hit.fix, hit.related)
                    )  # fmt: skip
            except Exception as error:  # a bug of ours must not hide the other findings
                errors.append(PostError(source.path, _internal(rule, error)))
        suppressed = 0
        comments = suppressions(post)
        if comments:
            findings, suppressed = self._suppress(post, findings, comments, active)
        findings.sort(key=lambda finding: (finding.start.offset, finding.end.offset, finding.rule))
        text = source.text if keep_text and findings else None
        characters = len(source.text) - post.body
        post.memo.clear()  # what is kept there points at the post: without it nobody would free either
        return PostResult(
            source.path, tuple(findings), tuple(errors), suppressed, text, characters=characters
        )

    def _finding(
        self, post: Post, rule: ActiveRule, start: int, end: int, key: str,
        params: dict[str, Any], fix: Fix | None = None, related: tuple[tuple[int, int], ...] = (),
    ) -> Finding:  # fmt: skip
        locate = post.source.location
        return Finding(
            post.path,
            rule.rule.name,
            rule.severity,
            rule.rule.message(key, params, self.settings.lang),
            Location(*locate(start), start),
            Location(*locate(end), end),
            self._promoted(rule.rule.name, fix),
            tuple(
                Span(Location(*locate(first), first), Location(*locate(last), last))
                for first, last in related
            ),
        )

    def _promoted(self, rule: str, fix: Fix | None) -> Fix | None:
        """A fix as the configuration takes it: safe, unsafe, or not at all; a rule goes before its family."""
        if fix is None or not self.settings.fixes:
            return fix
        family = next(
            (f for word, f in self.settings.fixes.items() if word != rule and selects(word, rule)),
            None,
        )
        wanted = self.settings.fixes.get(rule, family)
        if wanted == "off":
            return None
        return Fix("safe" if wanted == "safe" else "unsafe", fix.edits) if wanted else fix

    def _suppress(
        self, post: Post, findings: list[Finding], comments: list[Suppression],
        active: list[ActiveRule],
    ) -> tuple[list[Finding], int]:  # fmt: skip
        """Drop what comments switch off, and report the comments that do nothing."""
        kept: list[Finding] = []
        used: set[Suppression] = set()
        for finding in findings:
            by = [item for item in comments if covers(item, finding.rule, finding.start.line)]
            used.update(by)
            if not by:
                kept.append(finding)
        suppressed = len(findings) - len(kept)
        by_name = {rule.rule.name: rule for rule in active}
        for item in comments:
            known = not item.rule or selects_any(item.rule, self.settings.rules)
            if not known and _UNKNOWN in by_name:
                near = nearest(item.rule, self.settings.rules, limit=1)
                params = {"rule": item.rule, "nearest": near}
                kept.append(
                    self._finding(
                        post, by_name[_UNKNOWN], item.start, item.end, "near" if near else "unknown", params
                    )
                )  # fmt: skip
            # A rule that is off, or not selected, finds nothing: no reason to call a comment idle.
            runs = (not item.rule and not self.settings.overlay.select) or any(
                selects(item.rule, name) for name in by_name
            )
            if known and runs and item not in used and _UNUSED in by_name:
                key = "rule" if item.rule else "all"
                kept.append(
                    self._finding(
                        post,
                        by_name[_UNUSED],
                        item.start,
                        item.end,
                        key,
                        {"rule": item.rule},
                        removal(post, item, comments),
                    )
                )
        return kept, suppressed


def _internal(rule: ActiveRule, error: Exception) -> Text:
    what = f"{type(error).__name__}: {error}"
    return Text(
        f"internal error in {rule.rule.name} ({what}); the other rules went on",
        f"{rule.rule.name} の内部エラーです（{what}）。ほかのルールの検査は続けました",
    )
