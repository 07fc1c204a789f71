"""What differs between the reports of two runs over the same posts."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

Finding = dict[str, Any]
"""A finding of the JSON report (docs/json.md)."""
ASPECTS = ("message", "severity", "fix", "place")
"""What may differ between two findings of one rule that start at the same offset."""


class Difference(NamedTuple):
    """A finding of one side only (the other is None), or one that changed in some `aspects`."""

    rule: str
    old: Finding | None
    new: Finding | None
    aspects: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The column that it counts in: "only old", "only new" or "changed"."""
        if self.old is None:
            return "only new"
        return "only old" if self.new is None else "changed"

    @property
    def shown(self) -> Finding:
        """The finding that names the place."""
        shown = self.old if self.new is None else self.new
        assert shown is not None
        return shown


def differences(old: list[Finding], new: list[Finding]) -> list[Difference]:
    """What differs, sorted by rule, path and offset.

    Findings are the same one if path, rule and start are; several of these are paired in order,
    equal ones first.
    """
    sides = _by_place(old), _by_place(new)
    found = []
    for place in sides[0].keys() | sides[1].keys():
        found += _paired(place[0], sides[0].get(place, []), sides[1].get(place, []))
    return sorted(found, key=_order)


def error_findings(report: dict[str, Any]) -> list[Finding]:
    """What could not be checked, in the shape of findings of a rule named "(error)"."""
    start = {"line": 1, "column": 1, "offset": 0}
    return [
        {**error, "rule": "(error)", "severity": "error", "start": start, "end": start, "fix": None, "related": []}
        for error in report["errors"]
    ]  # fmt: skip


def is_of(rule: str, wanted: Iterable[str]) -> bool:
    """Whether a rule is among the `wanted` rules and families; all are if none is wanted."""
    names = list(wanted)
    return not names or any(rule == name or rule.startswith(f"{name}/") for name in names)


def counts(found: list[Difference]) -> dict[str, Counter[str]]:
    """For each rule, the number of differences by kind and of changed findings by aspect."""
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        table[one.rule].update([one.kind, *one.aspects])
    return dict(table)


class FixedText(NamedTuple):
    """A post whose text after `check --fix` differs between the sides."""

    path: Path
    old: str
    new: str


def fixed_texts(posts: list[Path], old: list[Path], new: list[Path]) -> list[FixedText]:
    """The posts whose two copies differ; the lists are parallel and may name folders."""
    found = []
    for post, one, other in zip(posts, old, new, strict=True):
        files = sorted(path for path in one.rglob("*") if path.is_file()) if one.is_dir() else [one]
        for file in files:
            inside = file.relative_to(one)
            texts = [path.read_bytes() for path in (file, other / inside)]
            if texts[0] != texts[1]:
                decoded = [text.decode(errors="backslashreplace") for text in texts]
                found.append(FixedText(post / inside, *decoded))
    return found


def _by_place(findings: list[Finding]) -> dict[tuple[str, str, int], list[Finding]]:
    places: defaultdict[tuple[str, str, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        places[finding["rule"], finding["path"], finding["start"]["offset"]].append(finding)
    return dict(places)


def _paired(rule: str, old: list[Finding], new: list[Finding]) -> list[Difference]:
    """The differences of findings at one place: equal ones go first, and say nothing."""
    only_old, only_new = [], list(new)
    for finding in old:
        equal = next((other for other in only_new if not _aspects(finding, other)), None)
        if equal is None:
            only_old.append(finding)
        else:
            only_new.remove(equal)
    pairs = min(len(only_old), len(only_new))
    changed = [
        Difference(rule, a, b, _aspects(a, b))
        for a, b in zip(only_old[:pairs], only_new[:pairs], strict=True)
    ]
    gone = [Difference(rule, finding, None) for finding in only_old[pairs:]]
    come = [Difference(rule, None, finding) for finding in only_new[pairs:]]
    return changed + gone + come


def _aspects(old: Finding, new: Finding) -> tuple[str, ...]:
    """In what they differ. Keys that only a later version of the report has are not looked at."""
    same = {aspect: old[aspect] == new[aspect] for aspect in ("message", "severity", "fix")}
    same["place"] = all(old[key] == new[key] for key in ("start", "end", "related"))
    return tuple(aspect for aspect in ASPECTS if not same[aspect])


def _order(one: Difference) -> tuple[str, str, int, str, str]:
    shown = one.shown
    return one.rule, shown["path"], shown["start"]["offset"], one.kind, shown["message"]
