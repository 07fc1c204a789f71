"""Applies the fixes of findings, each of which must prove itself first."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.engine.check_post import Checker, Review
from lintpost.engine.edits.offset_map import OffsetMap
from lintpost.engine.edits.prove_fixes import split_by_proof
from lintpost.engine.finding import Finding, PostError, PostResult
from lintpost.engine.guard import guarded
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.block import parse_front_matter
from lintpost.post.source import Source

MAX_ROUNDS = 25
"""Rounds after which a rule whose fixes still change the post is left out: they undo one another, or grow."""


class FixResult(NamedTuple):
    """A post before and after, the findings whose fixes were applied, and the `result` that is left to
    report.
    """

    path: str
    before: str
    after: str
    applied: tuple[Finding, ...]
    result: PostResult


def fix_source(
    checker: Checker, source: Source, *, unsafe: bool = False, review: Review | None = None
) -> FixResult:
    """Apply safe fixes (and, with `unsafe`, the others) in rounds until nothing changes.

    Of edits that touch one another the later wait for the next round. A fix that cannot be proved
    (`proof`) is not applied. Front matter that cannot be read is repaired as a whole, or left as it is.
    Rules whose fixes never come to an end have none of them applied. `review` gives the findings of rules over
    the whole site; without it they have none. Where an error stops the fixing, the
    text stays as it is, and the result has its findings and the error.
    """
    fixed = guarded(source.path, lambda: _fixed(checker, source, review, unsafe=unsafe))
    if not isinstance(fixed, PostError):
        return fixed
    return unfixed(source, checker.check_source(source, keep_text=True, review=review), fixed)


def unfixed(source: Source, result: PostResult, error: PostError) -> FixResult:
    """A post as it was, because of an error."""
    result = result._replace(errors=(*result.errors, error))
    return FixResult(source.path, source.text, source.text, (), result)


def _fixed(checker: Checker, source: Source, review: Review | None, *, unsafe: bool) -> FixResult:
    excluded: frozenset[str] = frozenset()
    repair = True
    while True:
        rounds = _Rounds(checker, source, review, unsafe=unsafe, repair=repair, excluded=excluded)
        if not rounds.ended:
            excluded |= rounds.last_rules
        elif repair and rounds.text != source.text and not _is_readable(checker, rounds.text):
            repair = False
        else:
            return FixResult(
                source.path, source.text, rounds.text, tuple(rounds.applied),
                rounds.refused.reported(rounds.result),
            )  # fmt: skip


class _Rounds:
    """One attempt at a post. `ended` is False where it still changed after `MAX_ROUNDS`; `last_rules` are
    those whose fixes were applied last.
    """

    def __init__(
        self,
        checker: Checker,
        source: Source,
        review: Review | None,
        *,
        unsafe: bool,
        repair: bool,
        excluded: frozenset[str],
    ) -> None:
        self.text = source.text
        self.applied: list[Finding] = []
        self.refused = _Refused(excluded, source.text)
        self.result = checker.check_source(source, keep_text=True, review=review)
        self.last_rules: frozenset[str] = frozenset()
        front = None if repair else parse_front_matter(source.text, checker.settings.site.yaml)
        self._first = (
            front.body if front else 0
        )  # front matter that is not repaired keeps its length
        self._checker = checker
        self._review = review
        self._unsafe = unsafe
        self.ended = any(not self._round(source.path) for _ in range(MAX_ROUNDS))

    def _round(self, path: str) -> bool:
        """Apply what can be applied together; whether there was anything to apply or refuse."""
        wanted = (
            finding
            for finding in self.result.findings
            if applies(finding, self._unsafe)
            and finding not in self.refused
            and all(edit.start >= self._first for edit in _edits([finding]))
        )
        chosen = without_overlap(wanted)
        if not chosen:
            return self.refused.forget(self.text)
        proved, rejected = split_by_proof(self._checker, Source(path, self.text), chosen)
        self.refused.add(rejected)
        new = applied_text(self.text, proved)
        if new == self.text:
            self.refused.add(proved)  # a fix that changes nothing
            return True
        self.refused.move(OffsetMap(_edits(proved)))
        self.applied += proved
        self.last_rules = frozenset(finding.rule for finding in proved)
        self.text = new
        self.result = self._checker.check_source(
            Source(path, new), keep_text=True, review=self._review
        )
        return True


def _is_readable(checker: Checker, text: str) -> bool:
    front = parse_front_matter(text, checker.settings.site.yaml)
    return front is None or not front.problems


def accepted_text(checker: Checker, source: Source, finding: Finding) -> str | None:
    """A text with one fix; None where that changes nothing or cannot be proved."""
    after = applied_text(source.text, [finding])
    if after == source.text:
        return None
    proved, _ = split_by_proof(checker, source, [finding])
    return after if proved else None


def applies(finding: Finding, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be written."""
    return finding.fix is not None and (unsafe or finding.fix.applicability == "safe")


class _Refused:
    """Findings whose fixes were not written, known again after other fixes by rule, message and place;
    and all findings of some rules.
    """

    def __init__(self, rules: frozenset[str], text: str) -> None:
        self._rules = rules
        self._at: dict[tuple[str, str, int], None] = {}
        self._text = text

    def __contains__(self, finding: Finding) -> bool:
        return finding.rule in self._rules or _key(finding) in self._at

    def add(self, findings: Iterable[Finding]) -> None:
        self._at.update(dict.fromkeys(map(_key, findings)))

    def forget(self, text: str) -> bool:
        """Let the fixes be tried once more, now that the text is another; whether there are any."""
        if not self._at or text == self._text:
            return False
        self._text = text
        self._at.clear()
        return True

    def move(self, where: OffsetMap) -> None:
        """Follow edits."""
        self._at = {(rule, text, where.highest(at)): None for rule, text, at in self._at}

    def reported(self, result: PostResult) -> PostResult:
        """A result in which these findings offer no fix, and are counted by rule."""
        refused = [finding for finding in result.findings if finding.fix and finding in self]
        if not refused:
            return result
        findings = (f._replace(fix=None) if f in self else f for f in result.findings)
        counts = Counter(finding.rule for finding in refused)
        return result._replace(findings=tuple(findings), refused=tuple(sorted(counts.items())))


def _key(finding: Finding) -> tuple[str, str, int]:
    return finding.rule, finding.message, finding.start.offset


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    return [edit for finding in findings if finding.fix for edit in finding.fix.edits]


def applied_text(text: str, findings: list[Finding]) -> str:
    """A text with the fixes of findings, whose edits do not overlap, applied."""
    return apply_edits(text, _edits(findings))


def without_overlap(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes go together, first come first served; edits keep a character apart."""
    chosen: list[Finding] = []
    taken: list[Edit] = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        if any(a.start <= b.end and b.start <= a.end for a in edits for b in taken):
            continue
        chosen.append(finding)
        taken += edits
    return chosen
