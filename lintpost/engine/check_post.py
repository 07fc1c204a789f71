"""Runs every rule that is on over one post."""

from lintpost.checks.contract.hit import Fix, Hit
from lintpost.config.active import ActiveRule, active_rules, site_for
from lintpost.config.rule_states import override_key
from lintpost.config.settings import Settings
from lintpost.engine.edits.suppress_findings import RuleWords, suppress, unknown
from lintpost.engine.edits.suppressions import Suppressions
from lintpost.engine.edits.unused_suppressions import unused
from lintpost.engine.finding import Finding, Location, PostError, PostResult, Span
from lintpost.engine.guard import guarded
from lintpost.engine.time_limit import RuleTimeout, time_limit
from lintpost.language import Text
from lintpost.packs.rule import selects
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.queries import Queries
from lintpost.site.site import Site

_UNUSED = "meta/unused-suppression"
_UNKNOWN = "meta/unknown-rule"


class Checker:
    """Checks posts under one set of settings. Rules are chosen once for each set of overrides."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._active: dict[tuple[int, ...], tuple[list[ActiveRule], Site]] = {}

    def active(self, post: Post) -> tuple[list[ActiveRule], Site]:
        """The rules that are on for a post, and the site as it is for that post.

        Raises `SettingsError` where a rule's check or options are faulty.
        """
        key = override_key(self.settings, post) if self.settings.overrides else ()
        if key not in self._active:
            rules = active_rules(self.settings, post)
            self._active[key] = rules, site_for(self.settings, key)
        return self._active[key]

    def check_source(self, source: Source, *, keep_text: bool = False) -> PostResult:
        """Check a text. Whatever goes wrong is an error of the result. Where a rule breaks, the others
        still run.
        """
        result = guarded(source.path, lambda: self._check(source, keep_text=keep_text))
        return PostResult.failed(result) if isinstance(result, PostError) else result

    def _check(self, source: Source, *, keep_text: bool) -> PostResult:
        post = Post(source, self.settings.site.syntax)
        active, site = self.active(post)
        _ = post.markdown
        queries = Queries()
        findings, errors = self._run(post, active, site.recorded(queries))
        suppressed = 0
        suppressions = Suppressions(post)
        if suppressions:
            findings, suppressed = self._suppress(post, findings, suppressions, active)
        findings.sort(key=lambda finding: (finding.start.offset, finding.end.offset, finding.rule))
        text = source.text if keep_text and findings else None
        characters = len(source.text) - post.body
        post.memo.clear()  # it refers back to the post: neither would be freed without the collector
        return PostResult(
            source.path,
            tuple(findings),
            tuple(errors),
            suppressed,
            text,
            characters=characters,
            queries=queries.all(),
        )

    def _run(
        self, post: Post, active: list[ActiveRule], site: Site
    ) -> tuple[list[Finding], list[PostError]]:
        findings: list[Finding] = []
        errors: list[PostError] = []
        with time_limit(len(post.text)) as limit:
            for rule in active:
                run = rule.check.run
                if run is None:
                    continue
                limit.running = rule.rule.name
                before = len(findings)
                try:
                    for hit in run(post, rule.options, site):
                        findings.append(self._finding(post, rule, hit))
                except Exception as error:  # a bug of ours must not hide the other findings
                    limit.running = ""
                    if isinstance(error, RuleTimeout):  # how far it came is chance
                        del findings[before:]
                    errors.append(PostError(post.path, _stopped(rule.rule.name, error)))
        return findings, errors

    def _finding(self, post: Post, rule: ActiveRule, hit: Hit) -> Finding:
        locate = post.source.location
        return Finding(
            post.path,
            rule.rule.name,
            rule.severity,
            rule.rule.message(hit.key, hit.params, self.settings.lang),
            Location(*locate(hit.start), hit.start),
            Location(*locate(hit.end), hit.end),
            self._promoted(rule.rule.name, hit.fix),
            tuple(
                Span(Location(*locate(first), first), Location(*locate(last), last))
                for first, last in hit.related
            ),
            self._subject(rule, hit),
        )

    def _subject(self, rule: ActiveRule, hit: Hit) -> str:
        value = hit.params.get(rule.check.subject, "")
        return value[self.settings.lang] if isinstance(value, Text) else str(value)

    def _promoted(self, rule: str, fix: Fix | None) -> Fix | None:
        """A fix with the applicability that `fixes` in the configuration gives it, or None where that
        is ``off``. A rule's own entry goes before its family's.
        """
        if fix is None or not self.settings.fixes:
            return fix
        family = next((f for word, f in self.settings.fixes.items() if selects(word, rule)), None)
        wanted = self.settings.fixes.get(rule, family)
        if wanted == "off":
            return None
        return Fix("safe" if wanted == "safe" else "unsafe", fix.edits) if wanted else fix

    def _suppress(
        self,
        post: Post,
        findings: list[Finding],
        suppressions: Suppressions,
        active: list[ActiveRule],
    ) -> tuple[list[Finding], int]:
        """The findings that no comment switches off, and those about comments that do nothing; with the
        number of findings that were switched off.
        """
        left, used = suppress(findings, suppressions)
        suppressed = len(findings) - len(left)
        by_name = {rule.rule.name: rule for rule in active}
        known = RuleWords(list(self.settings.rules))
        if _UNKNOWN in by_name:
            for hit in unknown(post, suppressions, known):
                left.append(self._finding(post, by_name[_UNKNOWN], hit))
        if _UNUSED in by_name:
            # A rule that is off, or not selected, finds nothing: no reason to call a comment unused.
            running = RuleWords(list(by_name))
            all_run = not self.settings.overlay.select
            idle = [
                item
                for item in suppressions.all
                if item not in used
                and known.mean_any(item.rule)
                and (running.mean_any(item.rule) if item.rule else all_run)
            ]
            for hit in unused(post, suppressions, idle):
                left.append(self._finding(post, by_name[_UNUSED], hit))
        return left, suppressed


def _stopped(rule: str, error: Exception) -> Text:
    """Why a rule came to no end."""
    if isinstance(error, RuleTimeout):
        return Text(
            f"{rule} took longer than {error.seconds} seconds and was stopped; the other rules went on. "
            "A regular expression that repeats a repetition, such as (a+)+, may be the cause",
            f"{rule} は{error.seconds}秒以内に終わらなかったため打ち切りました。ほかのルールの検査は続けました。"
            "(a+)+ のように繰り返しを重ねた正規表現がないか確かめてください",
        )
    what = f"{type(error).__name__}: {error}"
    return Text(
        f"internal error in {rule} ({what}); the other rules went on",
        f"{rule} の内部エラーです（{what}）。ほかのルールの検査は続けました",
    )
