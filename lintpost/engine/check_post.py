"""Runs every rule that is on over one post."""

from collections.abc import Callable
from typing import Any

from lintpost.checks.contract.hit import Fix, Hit
from lintpost.config.active import ActiveRule, active_under, site_for
from lintpost.config.rule_states import override_key
from lintpost.config.settings import Settings
from lintpost.engine.edits.suppress_findings import RuleWords, suppress, unknown
from lintpost.engine.edits.suppressions import Suppressions
from lintpost.engine.edits.unused_suppressions import unused
from lintpost.engine.finding import (
    Finding,
    Location,
    PostError,
    PostFacts,
    PostResult,
    Span,
    report_order,
)
from lintpost.engine.guard import guarded
from lintpost.engine.repeats import marked
from lintpost.engine.stopped import stopped
from lintpost.engine.time_limit import RuleTimeout, time_limit
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.language import Text
from lintpost.packs.rule import selects
from lintpost.post.cut_out import CUT_OUT
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.queries import Queries, now
from lintpost.site.site import Site

_UNUSED = "meta/unused-suppression"
_UNKNOWN = "meta/unknown-rule"
_TOO_DEEP = Text(
    "nested too deeply for some of the rules, which were left out",
    "入れ子が深すぎるため、一部のルールは検査できませんでした",
)

Review = Callable[[PostFacts], list[Finding]]
"""Gives the findings of the rules over the whole site in a post with some facts."""


class Checker:
    """Checks posts under one set of settings. Rules are chosen once for each set of overrides."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._active: dict[tuple[int, ...], tuple[list[ActiveRule], Site]] = {}
        self._over_site: dict[tuple[int, ...], tuple[list[ActiveRule], Site]] = {}

    def active(self, post: Post) -> tuple[list[ActiveRule], Site]:
        """The rules that are on for a post, and the site as it is for that post.

        Raises `SettingsError` where a rule's check or options are faulty.
        """
        key = self._overrides(post)
        if key not in self._active:
            rules = active_under(self.settings, key)
            self._active[key] = rules, site_for(self.settings, key)
        return self._active[key]

    def over_site(self, overrides: tuple[int, ...]) -> tuple[list[ActiveRule], Site]:
        """The rules that look over the whole site, and the site, for posts that fall under some overrides."""
        if overrides not in self._over_site:
            rules = active_under(self.settings, overrides, over_site=True)
            self._over_site[overrides] = rules, site_for(self.settings, overrides)
        return self._over_site[overrides]

    def look_again(self) -> None:
        """Take the present time, and the disk as it is now: a process that goes on would not see it change."""
        settings = self.settings = self.settings._replace(site=self.settings.site.seen_anew(now()))
        self._active = {
            key: (rules, site_for(settings, key)) for key, (rules, _) in self._active.items()
        }

    def check_source(
        self, source: Source, *, keep_text: bool = False, review: Review | None = None
    ) -> PostResult:
        """Check a text. Whatever goes wrong is an error of the result. Where a rule breaks, the others
        still run.

        The findings of rules over the whole site come from `review`. Without it there are none yet, and
        comments that may be for them are not called unused.
        """
        result = guarded(
            source.path, lambda: self._check(source, keep_text=keep_text, review=review)
        )
        return PostResult.failed(result) if isinstance(result, PostError) else result

    def note_source(self, source: Source) -> PostResult:
        """The facts of a text alone: a result without findings."""
        result = guarded(source.path, lambda: self._note(source))
        return PostResult.failed(result) if isinstance(result, PostError) else result

    def _note(self, source: Source) -> PostResult:
        post = Post(source, self.settings.site.syntax)
        facts, errors = self._facts(post)
        post.memo.clear()
        return PostResult(source.path, (), tuple(errors), 0, None, facts=facts)

    def _overrides(self, post: Post) -> tuple[int, ...]:
        return override_key(self.settings, post) if self.settings.overrides else ()

    def _facts(self, post: Post) -> tuple[PostFacts | None, list[PostError]]:
        overrides = self._overrides(post)
        rules, site = self.over_site(overrides)
        if not rules:
            return None, []
        from lintpost.engine.review.make_facts import make_facts

        # Facts are cached, and must not depend on what a disk holds.
        return make_facts(post, rules, site.without_files(), overrides)

    def _check(self, source: Source, *, keep_text: bool, review: Review | None) -> PostResult:
        post = Post(source, self.settings.site.syntax)
        active, site = self.active(post)
        _ = post.markdown
        queries = Queries()
        findings, errors = self._run(post, active, site.recorded(queries))
        errors += [PostError(post.path, fault, of_settings=True) for fault in self.settings.faults]
        facts, faults = self._facts(post)
        errors += faults
        if facts is not None and review is not None:
            findings += review(facts)
        suppressed = 0
        suppressions = Suppressions.of(post)
        if suppressions:
            waiting = [r for r in active if r.check.facts is not None] if review is None else []
            findings, suppressed = self._suppress(post, findings, suppressions, active, waiting)
        findings = marked(post, findings, active)
        findings.sort(key=report_order)
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
            facts=facts,
        )

    def _run(
        self, post: Post, active: list[ActiveRule], site: Site
    ) -> tuple[list[Finding], list[PostError]]:
        findings: list[Finding] = []
        errors: list[PostError] = []
        too_deep = PostError(post.path, _TOO_DEEP)
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
                except RecursionError:
                    limit.running = ""
                    del findings[before:]
                    if too_deep not in errors:
                        errors.append(too_deep)
                except BrokenPlugin as error:
                    limit.running = ""
                    broken = PostError(post.path, error.text, of_settings=True)
                    errors += [broken] if broken not in errors else []
                except Exception as error:  # a bug of ours must not hide the other findings
                    limit.running = ""
                    if isinstance(error, RuleTimeout):  # how far it came is chance
                        del findings[before:]
                    why = stopped(rule.rule.name, error, rule.rule.check)
                    errors.append(PostError(post.path, why))
        return findings, errors

    def _finding(self, post: Post, rule: ActiveRule, hit: Hit) -> Finding:
        locate = post.source.location
        return Finding(
            post.path,
            rule.rule.name,
            "info" if hit.is_note else rule.severity,
            rule.rule.message(hit.key, _shown_params(post, hit), self.settings.lang),
            Location(*locate(hit.start), hit.start),
            Location(*locate(hit.end), hit.end),
            self.promoted(rule.rule.name, hit.fix),
            tuple(
                Span(Location(*locate(first), first), Location(*locate(last), last))
                for first, last in hit.related
            ),
            self._subject(rule, hit),
        )

    def _subject(self, rule: ActiveRule, hit: Hit) -> str:
        value = hit.params.get(rule.check.subject, "")
        return value[self.settings.lang] if isinstance(value, Text) else str(value)

    def promoted(self, rule: str, fix: Fix | None) -> Fix | None:
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
        waiting: list[ActiveRule],
    ) -> tuple[list[Finding], int]:
        """The findings that no comment switches off, and those about comments that do nothing; with the
        number of findings that were switched off. What `waiting` rules find is not known yet.
        """
        left, used = suppress(findings, suppressions, self.settings.rules)
        suppressed = len(findings) - len(left)
        by_name = {rule.rule.name: rule for rule in active}
        known = RuleWords(self.settings.rules.values())
        if _UNKNOWN in by_name:
            for hit in unknown(post, suppressions, known):
                left.append(self._finding(post, by_name[_UNKNOWN], hit))
        if _UNUSED in by_name:
            # A rule that is off, or not selected, finds nothing: no reason to call a comment unused.
            running = RuleWords(rule.rule for rule in active)
            all_run = not self.settings.overlay.select
            later = RuleWords(rule.rule for rule in waiting)
            idle = [
                item
                for item in suppressions.all
                if item not in used
                and known.mean_any(item.rule)
                and not later.mean_any(item.rule)
                and (running.mean_any(item.rule) if item.rule else all_run)
            ]
            for hit in unused(post, suppressions, idle):
                left.append(self._finding(post, by_name[_UNUSED], hit))
        return left, suppressed


def _shown_params(post: Post, hit: Hit) -> dict[str, Any]:
    """The parameters of a message with an ellipsis for what a check cut out of its text."""
    if CUT_OUT in post.text[hit.start : hit.end]:
        return hit.params  # the author's own
    return {name: _without_cuts(value) for name, value in hit.params.items()}


def _without_cuts(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(CUT_OUT, "…") if CUT_OUT in value else value
    if isinstance(value, list):
        return [_without_cuts(item) for item in value]
    return value
