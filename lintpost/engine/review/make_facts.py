"""Makes the facts of one post for the rules that look over the whole site."""

import json
from typing import Any

from lintpost.checks.contract.check import Facts
from lintpost.config.active import ActiveRule
from lintpost.engine.edits.suppress_findings import RuleWords
from lintpost.engine.edits.suppressions import Suppression, Suppressions
from lintpost.engine.finding import PostError, PostFacts
from lintpost.engine.stopped import stopped
from lintpost.engine.time_limit import time_limit
from lintpost.files.sources import digest_of
from lintpost.post.post import Post
from lintpost.site.site import Site

_TO_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def make_facts(
    post: Post, rules: list[ActiveRule], site: Site, overrides: tuple[int, ...]
) -> tuple[PostFacts, list[PostError]]:
    """The facts of a post for `rules`, all of which look over the whole site; and the errors of those that
    broke, which have no facts.
    """
    values: dict[str, tuple[str, ...]] = {}
    shared = _SharedTexts()
    errors: list[PostError] = []
    with time_limit(len(post.text)) as limit:
        for rule in rules:
            if rule.check.facts is None:
                continue
            name = rule.rule.name
            limit.running = name
            try:
                facts = rule.check.facts(post, rule.options, site)
                if facts is not None:
                    values[name] = shared.texts(facts, rule.check.shares)
            except Exception as error:  # a bug of ours must not hide the other findings
                limit.running = ""
                errors.append(PostError(post.path, stopped(name, error, rule.rule.check)))
    suppressions = Suppressions.of(post).all
    has_comments = bool(suppressions) and _mean_any(suppressions, rules)
    digest = digest_of(post.source.data)
    return PostFacts(values, overrides, has_comments, digest, not errors), errors


class _SharedTexts:
    """Writes the facts of one post. A value that several checks note is written once."""

    def __init__(self) -> None:
        self._written: dict[
            int, tuple[Any, str]
        ] = {}  # with the object, so that no other gets its id

    def texts(self, facts: Facts, shares: tuple[str, ...]) -> tuple[str, ...]:
        """The facts without those under the keys of `shares`, then each of these, as JSON."""
        if not shares:
            return (_TO_JSON(facts),)
        own = {key: value for key, value in facts.items() if key not in shares}
        return (_TO_JSON(own), *(self._text(facts[key]) for key in shares))

    def _text(self, value: Any) -> str:
        if id(value) not in self._written:
            self._written[id(value)] = value, _TO_JSON(value)
        return self._written[id(value)][1]


def _mean_any(suppressions: list[Suppression], rules: list[ActiveRule]) -> bool:
    words = RuleWords(rule.rule for rule in rules)
    return any(words.mean_any(item.rule) for item in suppressions)
