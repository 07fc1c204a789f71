"""Fixes one post, and says what is wrong with the outcome."""

from collections.abc import Iterator
from typing import NamedTuple
from unittest import mock

from lintpost.checks.registry import find_check
from lintpost.engine.check_post import Checker
from lintpost.engine.edits import fix
from lintpost.engine.edits.offset_map import OffsetMap
from lintpost.engine.edits.prove_fixes import split_by_proof
from lintpost.engine.finding import Finding
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.post import Post
from lintpost.post.source import Source

from .front_matter import front_matter_differences
from .houses import House
from .look import body_differences


class Round(NamedTuple):
    """A text, and the findings whose fixes were proved and those whose fixes were not, in one round."""

    text: str
    proved: list[Finding]
    refused: list[Finding]


class Trial(NamedTuple):
    """What the fixing of one post gave. A failure begins with its kind, a word before a colon."""

    fixed: fix.FixResult
    rounds: list[Round]
    failures: list[str]


def fixed_in_rounds(
    checker: Checker, source: Source
) -> tuple[fix.FixResult, list[Round], list[Round]]:
    """What `check --fix` makes of a post, the rounds that led there, and those that came to no end."""
    rounds: list[Round] = []

    def recorded(
        checker: Checker, source: Source, findings: list[Finding]
    ) -> tuple[list[Finding], list[Finding]]:
        proved, refused = split_by_proof(checker, source, findings)
        rounds.append(Round(source.text, proved, refused))
        return proved, refused

    with mock.patch.object(fix, "split_by_proof", recorded):
        result = fix.fix_source(checker, source)
    rounds = [one for one in rounds if apply_edits(one.text, edits_of(one.proved)) != one.text]
    taken: list[Round] = []
    while sum(len(one.proved) for one in taken) < len(result.applied):
        taken.insert(0, rounds.pop())
    return result, taken, rounds if len(rounds) >= fix.MAX_ROUNDS else []


def try_post(house: House, text: str) -> Trial:
    """Check and fix a post under the settings of a house, and look at the outcome."""
    checker = house.checker
    fixed, rounds, endless = fixed_in_rounds(checker, Source(house.path, text))
    failures = [f"error: {error.message.en}" for error in fixed.result.errors]
    if not failures:
        failures = [*_rounds_hold(checker, fixed, rounds), *_ends(checker, fixed, rounds)]
    if endless:
        failures.append(f"no end: {', '.join(sorted({f.rule for f in endless[-1].proved}))}")
    return Trial(fixed, rounds, failures)


def _rounds_hold(checker: Checker, fixed: fix.FixResult, rounds: list[Round]) -> Iterator[str]:
    """What a round changed that its fixes do not mean to change."""
    texts = [*(one.text for one in rounds), fixed.after]
    for one, after in zip(rounds, texts[1:], strict=True):
        edits = edits_of(one.proved)
        if apply_edits(one.text, edits) != after:
            yield "text: the edits that were proved do not make the text that was written"
            continue
        for failure in second_look(checker, fixed.path, one.text, after, one.proved):
            yield f"second look: {failure} ({', '.join(sorted({f.rule for f in one.proved}))})"


def second_look(
    checker: Checker, path: str, before: str, after: str, findings: list[Finding]
) -> Iterator[str]:
    """What differs between two texts and is not what the findings' fixes mean to change."""
    syntax = checker.settings.site.syntax
    old, new = (Post(Source(path, text), syntax).body for text in (before, after))
    edits = edits_of(findings)
    changes = {
        c for f in findings for c in find_check(checker.settings.rules[f.rule].check).changes
    }
    if "commonmark" not in syntax.renderers:
        changes.add("strong")
    in_body = [edit for edit in edits if edit.end > old or edit.start >= old]
    style = "mdx" if path.endswith(".mdx") else "" if syntax.linkifies else "bare"
    yield from body_differences(before[old:], after[new:], frozenset(changes), len(in_body), style)
    if before[:old] != after[:new]:
        yield from front_matter_differences(before, after, edits, old)


def _ends(checker: Checker, fixed: fix.FixResult, rounds: list[Round]) -> Iterator[str]:
    """Whether the fixes came to an end: nothing is left to apply, and no finding came back."""
    again = fix.fix_source(checker, Source(fixed.path, fixed.after))
    if again.after != fixed.after:
        rules = ", ".join(sorted({finding.rule for finding in again.applied}))
        yield f"again: a second run applies more ({rules})"
    refused = dict(
        fixed.result.refused
    )  # a finding like one that was fixed may have stood beside it
    left = {
        (f.rule, f.message, f.start.offset) for f in fixed.result.findings if f.rule not in refused
    }
    applied: set[tuple[str, str, int]] = set()
    for one in rounds:
        applied |= {(f.rule, f.message, f.start.offset) for f in one.proved}
        where = OffsetMap(edits_of(one.proved))
        applied = {(rule, message, where.lowest(at)) for rule, message, at in applied}
    for rule, message, _ in sorted(applied & left):
        yield f"left: {rule} still finds what it fixed: {message}"


def edits_of(findings: list[Finding]) -> list[Edit]:
    """The edits of the fixes of some findings."""
    return [edit for finding in findings if finding.fix for edit in finding.fix.edits]
