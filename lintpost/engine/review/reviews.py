"""The reviews of a run, one for each site that its posts belong to."""

import os
from collections.abc import Callable, Iterable, Mapping, Set
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import Finding, PostError, PostFacts, PostResult, report_order
from lintpost.engine.review.site_posts import SitePosts
from lintpost.engine.review.site_review import SiteReview
from lintpost.engine.reviewed_sites import reviewed_sites

if TYPE_CHECKING:
    from lintpost.engine.cache.cached_reviews import CachedReviews
    from lintpost.engine.check_post import Checker, Review
    from lintpost.post.source import Source


class _Site(NamedTuple):
    """A site and its review."""

    posts: SitePosts
    review: SiteReview
    checker: "Callable[[], Checker]"


class Reviews:
    """Gives the results of posts the findings of the rules that look over the whole site."""

    def __init__(
        self,
        facts: Mapping[str, PostFacts | None],
        configurations: Configurations,
        note: Callable[[list[str]], Iterable[PostResult]],
        digests: Callable[[list[str]], dict[str, str] | None] | None = None,
    ) -> None:
        """`facts` are those of the posts of the run, by path. `note` makes those of the sites' other posts, and
        `digests` has their digests where they are known (see `stored_digests`); without it the cache is asked.
        """
        self._configurations = configurations
        self._digests = digests
        self._faults: list[PostError] = []
        self._sites: dict[str | None, _Site] = {}
        for config in reviewed_sites(facts, configurations):
            named = {path: one for path, one in facts.items() if self._config(path) == config}
            self._sites[config] = self._site(config, named, note)

    def errors(self) -> tuple[PostError, ...]:
        """The rules that broke over a whole site, or over a post that is not of the run."""
        errors = [error for site in self._sites.values() for error in site.review.errors]
        return (*self._faults, *errors)  # the faults are known once facts were needed

    def review_of(self, path: str) -> "Review | None":
        """Gives the findings in a post for the facts that it has; None where no rule looks over its site."""
        site = self._sites.get(self._config(path))
        if site is None:
            return None
        key = site.posts.key(path)
        return lambda facts: _in_post(path, site.review.findings_with(key, facts))

    def fix_review_of(self, path: str, *, unsafe: bool) -> "Review | None":
        """`review_of` where the fixes of a post depend on it: a rule offers fixes, or the post has comments that
        only the review can judge. Every step of fixing may take a review, which the other posts are spared.
        """
        site = self._sites.get(self._config(path))
        if site is None:
            return None
        facts = site.review.named.get(site.posts.key(path))
        matters = site.review.has_fixes(unsafe=unsafe) or (facts is not None and facts.has_comments)
        return self.review_of(path) if matters else None

    def replace(self, path: str, facts: PostFacts | None) -> None:
        """Take other facts for a post of the run, which was fixed."""
        site = self._sites.get(self._config(path))
        if site is not None and facts is not None:
            site.review.replace(site.posts.key(path), facts)

    def completed(
        self, result: PostResult, *, keep_text: bool, source: "Source | None" = None
    ) -> PostResult:
        """A result with all findings. `source` is what was checked, by default the post's file: one that has
        changed since is checked again, and has no findings of the review.
        """
        site = self._sites.get(self._config(result.path))
        if site is None or result.facts is None:
            return result
        findings = _in_post(result.path, site.review.findings(site.posts.key(result.path)))
        merged = _merged(result, findings, site.review.rules)
        needs_text = keep_text and bool(merged.findings) and result.text is None
        if not result.facts.has_comments and not needs_text:
            return merged
        if source is None:
            # A warm run over posts without such comments imports neither.
            from lintpost.files.sources import digest_of

            read = self._read(result.path)
            if isinstance(read, PostError):
                return PostResult.failed(read)
            source = read
            if digest_of(source.data) != result.facts.digest:
                return site.checker().check_source(source, keep_text=keep_text)
        if not result.facts.has_comments:
            return merged._replace(text=source.text)
        again = site.checker().check_source(source, keep_text=keep_text, review=lambda _: findings)
        return again._replace(findings=_without_refused(again, result), refused=result.refused)

    def _read(self, path: str) -> "Source | PostError":
        """Read a post. Its settings are not: those of the run are known, and a report needs no others."""
        from lintpost.engine.guard import guarded
        from lintpost.post.source import read_source

        cached = self._configurations.cached_settings(self._config(path))
        return guarded(path, lambda: read_source(path, cached.run_settings.max_bytes))

    def _config(self, path: str) -> str | None:
        return self._configurations.config_for(os.path.dirname(os.path.abspath(path)))

    def _site(
        self,
        config: str | None,
        named: dict[str, PostFacts | None],
        note: Callable[[list[str]], Iterable[PostResult]],
    ) -> _Site:
        posts = SitePosts(config, named, self._configurations)
        known = {posts.key(path): one for path, one in named.items()}
        others = [path for key, path in posts.shown.items() if key not in known]
        path = next(iter(named))

        def facts_of_others() -> dict[str, PostFacts]:
            facts = {}
            for result in note(others):
                if result.facts is None:  # a run that checks an unreadable post reports it
                    continue
                facts[posts.key(result.path)] = result.facts
                self._faults += result.errors
            return facts

        def checker() -> "Checker":
            return self._configurations.checker(path)

        readable = {key: one for key, one in known.items() if one is not None}
        cached = self._cached(config, path, readable, {posts.key(other): other for other in others})
        review = SiteReview(checker, readable, facts_of_others, posts.shown, cached)
        return _Site(posts, review, checker)

    def _cached(
        self,
        config: str | None,
        path: str,
        named: Mapping[str, PostFacts],
        others: Mapping[str, str],
    ) -> "CachedReviews | None":
        """The cached reviews of a configuration's site, to which the post of a path belongs. `named` are the
        facts of the posts of the run, and `others` the paths of the other posts, by their keys.
        """
        store = self._configurations.store
        if store is None:
            return None
        from lintpost.engine.cache.cached_facts import stored_digests
        from lintpost.engine.cache.cached_reviews import CachedReviews
        from lintpost.engine.review.rule_review import state_of

        paths = [*others.values()]
        stored = (
            stored_digests(paths, self._configurations)
            if self._digests is None
            else self._digests(paths)
        )
        state = ""
        if stored is not None and all(one.is_whole for one in named.values()):
            of_others = {key: stored[path] for key, path in others.items() if path in stored}
            state = state_of({key: one.digest for key, one in named.items()} | of_others)
        settings = self._configurations.cached_settings(config)
        content = partial(self._configurations.content_digest, path)
        return CachedReviews(store, settings, content, state, self._configurations.overlay.today)


def _in_post(path: str, findings: list[Finding]) -> list[Finding]:
    """Findings with the path by which the run knows the post."""
    return [one if one.path == path else one._replace(path=path) for one in findings]


def _merged(result: PostResult, findings: list[Finding], rules: Set[str]) -> PostResult:
    """A result with these findings of some rules in place of those that it has."""
    if not findings and not any(finding.rule in rules for finding in result.findings):
        return result
    others = [finding for finding in result.findings if finding.rule not in rules]
    merged = sorted([*others, *findings], key=report_order)
    new = result._replace(findings=tuple(merged))
    return new._replace(findings=_without_refused(new, result))


def _without_refused(new: PostResult, old: PostResult) -> tuple[Finding, ...]:
    """The findings of a new result, without the fixes that were refused when the post was fixed."""
    if not old.refused:
        return new.findings
    kept = {_place(finding) for finding in old.findings if finding.fix is None}
    return tuple(f._replace(fix=None) if _place(f) in kept else f for f in new.findings)


def _place(finding: Finding) -> tuple[str, str, int]:
    return finding.rule, finding.message, finding.start.offset
