"""Drops the findings that comments switch off, and finds what is wrong with the comments."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lintpost.checks.contract.hit import Fix, Hit
from lintpost.engine.edits.suppression_syntax import BODY_COMMENTS, FRONT_COMMENTS, Name
from lintpost.engine.edits.suppressions import Suppression, Suppressions, covering, selector
from lintpost.engine.finding import Finding
from lintpost.packs.rule import Rule
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.nearest import nearest

_SUGGESTIONS = 100
"""For so many unknown rules of a post similar names are looked for: each takes a millisecond."""


class Kept(NamedTuple):
    """The findings that no comment switches off, and the suppressions that switch any off."""

    findings: list[Finding]
    used: set[Suppression]


def suppress(
    findings: list[Finding], suppressions: Suppressions, rules: Mapping[str, Rule]
) -> Kept:
    """Drop the findings that comments switch off, by present names of rules or old ones."""
    by_selector: dict[str, list[Suppression]] = {}
    for item in suppressions.all:
        by_selector.setdefault(selector(item.rule), []).append(item)
    by_rule: dict[str, set[int]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, set()).add(finding.start.line)
    used: set[Suppression] = set()
    off: dict[str, set[int]] = {}
    for rule, found_on in by_rule.items():
        lines = sorted(found_on)
        changes = [0] * (
            len(lines) + 1
        )  # of the number of suppressions, from each line to the next
        names = rules[rule].names if rule in rules else (rule,)
        for word in dict.fromkeys(word for name in names for word in covering(name)):
            for item in by_selector.get(word, ()):
                first = bisect_left(lines, item.from_line)
                end = bisect_right(lines, min(suppressions.end(item, name) for name in names))
                if first < end:
                    used.add(item)
                    changes[first] += 1
                    changes[end] -= 1
        off[rule] = _covered(lines, changes)
    left = [finding for finding in findings if finding.start.line not in off[finding.rule]]
    return Kept(left, used)


def _covered(lines: list[int], changes: list[int]) -> set[int]:
    covered = set()
    depth = 0
    for line, change in zip(lines, changes, strict=False):
        depth += change
        if depth:
            covered.add(line)
    return covered


class RuleWords:
    """The words that mean one of some rules: their names and their families."""

    __slots__ = ("_rules", "_words")

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {name: rule for rule in rules for name in rule.names}
        self._words = {word for name in self._rules for word in covering(name)}

    def mean_any(self, word: str) -> bool:
        """Whether a word means any of the rules; "" means all."""
        return selector(word) in self._words

    def similar(self, word: str) -> list[str]:
        """The name most similar to an unknown word, or nothing."""
        return nearest(word, self._rules, limit=1)

    def renamed(self, word: str) -> tuple[str, str] | None:
        """The present name of an old one, and until when that works; None for other words."""
        rule = self._rules.get(word)
        if rule is None or rule.name == word:
            return None
        return rule.name, dict(rule.aliases)[word]


def unknown(post: Post, suppressions: Suppressions, known: RuleWords) -> Iterator[Hit]:
    """What comments ask for and there is not: rules, and words such as ``lintpost-disabel``."""
    names = [Name(item.rule, item.start, item.end) for item in suppressions.all]
    names += suppressions.enabled_names
    unknown = [n for n in names if not known.mean_any(n.rule)]
    for index, name in enumerate(unknown):
        near = known.similar(name.rule) if index < _SUGGESTIONS else []
        params = {"rule": name.rule, "nearest": near}
        yield Hit(name.start, name.end, "near" if near else "unknown", params)
    for name in names:
        renamed = known.renamed(name.rule)
        if renamed is not None:
            new, until = renamed
            params = {"rule": name.rule, "new": new, "until": until}
            fix = Fix("safe", (Edit(name.start, name.end, new),))
            yield Hit(name.start, name.end, "renamed", params, fix, is_note=True)
    for comment in suppressions.unknown_words:
        there_are = FRONT_COMMENTS if comment.start < post.body else BODY_COMMENTS
        params = {"word": comment.word, "comments": list(there_are)}
        yield Hit(comment.word_start, comment.word_end, "comment", params)
