"""Runs every rule that is on over one post."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lintpost.checks.contract.hit import Fix, Hit
from lintpost.config.active import ActiveRule, active_under, site_for
from lintpost.config.rule_states import override_key
from lintpost.config.settings import Settings
from lintpost.engine.anchor_safety import keeping_anchors
from lintpost.engine.compose import composed
from lintpost.engine.finding import (
    Finding,
    Location,
    PostError,
    PostFacts,
    PostResult,
    Span,
)
from lintpost.engine.guard import guarded
from lintpost.engine.stopped import stopped
from lintpost.engine.time_limit import RuleTimeout, time_limit
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.language import Text
from lintpost.packs.rule import selects
from lintpost.post.cut_out import CUT_OUT
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.names import escaped_fields
from lintpost.site.queries import Queries, now
from lintpost.site.site import Site

if TYPE_CHECKING:
    from lintpost.engine.kept import Kept

_TOO_DEEP = Text(
    "nested too deeply for some of the rules, which were left out",
    "入れ子が深すぎるため、一部のルールは検査できませんでした",
)

Review = Callable[[PostFacts], list[Finding]]
"""Gives the findings of the rules over the whole site in a post with some facts."""


class Superseded(BaseException):
    """A check that nobody waits for any more was given up: no error of the post or of a rule."""


class Checker:
    """Checks posts under one set of settings. Rules are chosen once for each set of overrides."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.is_superseded: Callable[[], bool] | None = None
        """Asked before each rule: whether to give the check of a post up, which raises `Superseded`."""
        self._active: dict[tuple[int, ...], tuple[list[ActiveRule], Site]] = {}
        self._completing: dict[
            frozenset[str], dict[tuple[int, ...], tuple[list[ActiveRule], Site]]
        ] = {}
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

    def _active_for(self, post: Post, running: frozenset[str]) -> tuple[list[ActiveRule], Site]:
        """`active`, with no more than these rules prepared to run: to prepare all takes as long as to check posts."""
        key, made = self._overrides(post), self._completing.setdefault(running, {})
        if key not in made:
            rules = active_under(self.settings, key, running=running)
            made[key] = rules, site_for(self.settings, key)
        return made[key]

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

    def complete_source(
        self, source: Source, kept: "Kept", *, keep_text: bool = False
    ) -> PostResult:
        """`check_source` of a text of which some findings are known already."""
        result = guarded(
            source.path, lambda: self._check(source, keep_text=keep_text, review=None, kept=kept)
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

    def _check(
        self, source: Source, *, keep_text: bool, review: Review | None, kept: "Kept | None" = None
    ) -> PostResult:
        post = Post(source, self.settings.site.syntax)
        active, site = self._active_for(post, kept.rules) if kept else self.active(post)
        queries = Queries()
        if kept is None:
            _ = post.markdown
            findings, errors = self._run(post, active, site.recorded(queries))
            facts, faults = self._facts(post)
        else:
            running = [rule for rule in active if rule.rule.name in kept.rules]
            findings, errors = self._run(post, running, site.recorded(queries))
            findings += kept.findings
            facts, faults = (kept.facts, []) if kept.has_facts else self._facts(post)
        errors += [PostError(post.path, fault, of_settings=True) for fault in self.settings.faults]
        errors += faults
        if facts is not None and review is not None:
            findings += review(facts)
        left, switched_off = composed(self, post, findings, active, waiting=review is None)
        text = source.text if keep_text and left else None
        values = escaped_fields(post)
        post.memo.clear()  # it refers back to the post: neither would be freed without the collector
        return PostResult(
            source.path,
            tuple(left),
            tuple(errors),
            len(switched_off or ()),
            text,
            characters=len(source.text) - post.body,
            queries=tuple(dict.fromkeys((*(kept.queries if kept else ()), *queries.all()))),
            facts=facts,
            switched_off=switched_off,
            values=values,
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
                if self.is_superseded is not None and self.is_superseded():
                    post.memo.clear()
                    raise Superseded
                limit.running = rule.rule.name
                before = len(findings)
                try:
                    for hit in run(post, rule.options, site):
                        findings.append(self.finding_of(post, rule, hit))
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

    def finding_of(self, post: Post, rule: ActiveRule, hit: Hit) -> Finding:
        """A hit as it is reported."""
        locate = post.source.location
        return Finding(
            post.path,
            rule.rule.name,
            "info" if hit.is_note else rule.severity,
            rule.rule.message(hit.key, _shown_params(post, hit), self.settings.lang),
            Location(*locate(hit.start), hit.start),
            Location(*locate(hit.end), hit.end),
            self.promoted(
                rule.rule.name, keeping_anchors(post, hit.fix, self.settings.site.renderers)
            ),
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
