"""Collects what the dashboard shows of a site."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.engine.finding import Finding, PostError, PostResult
from lintpost.engine.repeats import without_repeats
from lintpost.engine.summary import Summary
from lintpost.post.post import Post
from lintpost.site.names import Names
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.health.post_figures import PostFigures, post_figures
from lintpost.surveys.names import NameCounter, NameUse
from lintpost.surveys.tag_usage import TagCounter


class CheckedPosts:
    """The findings of a run, by post, and their counts."""

    def __init__(self) -> None:
        self.summary = Summary()
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.errors: list[PostError] = []
        self.clean = 0
        """Posts without a finding of severity error that could be checked."""

    def add(self, result: PostResult) -> None:
        """Take the result of one post."""
        result = without_repeats(result)
        self.summary.add(result)
        self.errors += result.errors
        if result.findings:
            self.findings[result.path] = result.findings
        has_error = any(finding.severity == "error" for finding in result.findings)
        self.clean += not (has_error or result.errors)

    def of_rule(self, rule: str) -> list[Finding]:
        """The findings of a rule, by post."""
        return [one for found in self.findings.values() for one in found if one.rule == rule]


class SiteFigures(NamedTuple):
    """The figures of all posts that could be read, the use of tags (`tags`) and of names (None: there is no
    dictionary), and how many posts have each front-matter key.
    """

    posts: list[PostFigures]
    tags: TagCounter
    vocabulary: Vocabulary | None
    names: list[NameUse] | None
    keys: Counter[str]


def site_figures(
    posts: Iterable[Post], field: str, vocabulary: Vocabulary | None, names: Names | None
) -> SiteFigures:
    """Read all posts once. `field` is the front-matter key that holds the tags."""
    figures: list[PostFigures] = []
    tags = TagCounter(field)
    counter = NameCounter(names) if names is not None else None
    keys: Counter[str] = Counter()
    for post in posts:
        one = post_figures(post)
        figures.append(one)
        keys.update(one.keys)
        tags.add(post)
        if counter is not None:
            counter.add(post)
    return SiteFigures(figures, tags, vocabulary, counter.uses() if counter else None, keys)
