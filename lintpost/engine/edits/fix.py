"""Applies the fixes of findings."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.engine.check_post import Checker
from lintpost.engine.finding import Finding, PostError, PostResult
from lintpost.language import Text
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.block import parse_front_matter
from lintpost.post.source import Source

MAX_ROUNDS = 10


class FixResult(NamedTuple):
    """A post before and after, the findings whose fixes were applied, and the `result` that is left to
    report.
    """

    path: str
    before: str
    after: str
    applied: tuple[Finding, ...]
    result: PostResult


def fix_source(checker: Checker, source: Source, *, unsafe: bool = False) -> FixResult:
    """Apply safe fixes (and, with `unsafe`, the others) in rounds until nothing changes, at most
    `MAX_ROUNDS`.

    Of edits that touch one another the later wait for the next round. A fix that would make front
    matter unreadable, or change a key that it does not touch, is refused, and an error says so.
    """
    text = source.text
    applied: list[Finding] = []
    refused: dict[str, None] = {}
    result = checker.check_source(source, keep_text=True)
    for _ in range(MAX_ROUNDS):
        wanted = [f for f in result.findings if f.rule not in refused and applies(f, unsafe)]
        chosen = _without_overlap(wanted)
        if not chosen:
            break
        new = _applied(text, chosen)
        if _harms_front_matter(text, new, chosen, checker):
            harmful = [f for f in chosen if _harms_front_matter(text, _applied(text, [f]), [f], checker)]  # fmt: skip
            refused.update(dict.fromkeys(finding.rule for finding in harmful or chosen))
            continue
        if new == text:
            break
        text = new
        applied += chosen
        result = checker.check_source(Source(source.path, text), keep_text=True)
    if refused:
        rules = ", ".join(refused)
        why = Text(
            f"fixes of {rules} were left out: they would have broken the front matter or changed another key",
            f"{rules} の修正は見送りました（フロントマターが壊れるか、ほかのキーまで変わるため）",
        )
        result = result._replace(errors=(*result.errors, PostError(source.path, why)))
    return FixResult(source.path, source.text, text, tuple(applied), result)


def accepted_text(checker: Checker, text: str, finding: Finding) -> str | None:
    """A text with one fix; None where that changes nothing or would harm the front matter."""
    after = _applied(text, [finding])
    return None if after == text or _harms_front_matter(text, after, [finding], checker) else after


def applies(finding: Finding, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be written."""
    return finding.fix is not None and (unsafe or finding.fix.applicability == "safe")


def _applied(text: str, findings: list[Finding]) -> str:
    return apply_edits(text, [edit for f in findings if f.fix for edit in f.fix.edits])


def _without_overlap(findings: Iterable[Finding]) -> list[Finding]:
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


def _harms_front_matter(before: str, after: str, findings: list[Finding], checker: Checker) -> bool:
    """Whether readable front matter would be lost, or a key change that no edit touches.

    An edit touches the key at or behind which it stands, and the keys that it writes.
    """
    version = checker.settings.site.yaml
    old, new = parse_front_matter(before, version), parse_front_matter(after, version)
    if old is None or old.root is None or old.problems:
        return False
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    edits = [edit for edit in edits if edit.start < old.body]
    if not edits:
        return new is None or bool(new.problems)
    if new is None or new.problems:
        return True
    changed = {
        key
        for key in old.values | new.values
        if key not in old.values or key not in new.values or old.values[key] != new.values[key]
    }
    entries = sorted(old.root.entries or (), key=lambda entry: entry.start)
    ends = [*(entry.start for entry in entries[1:]), old.end]
    for entry, end in zip(entries, ends, strict=True):
        if any(e.start <= end and entry.start <= e.end for e in edits):
            changed.discard(entry.key)
    written = [edit.text for edit in edits]
    return any(key not in written and not any(f"{key}:" in text for text in written) for key in changed)  # fmt: skip
