"""What a terminal shows of a long report: the most serious findings, and how many more there are."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text, plural
from lintpost.packs.rule import SEVERITIES, Severity
from lintpost.report.drawing.wrap import wrap
from lintpost.report.entries import Entry
from lintpost.report.severities import LABELS

OF_RULE = 5
"""Entries of one rule that are shown; where a run finds one rule alone, `IN_ALL`."""
IN_ALL = 100
"""Entries that are shown in all."""
NOTES = 20
"""Notes that are listed among graver findings; more are only counted."""
_INFO = SEVERITIES.index("info")


class _Item(NamedTuple):
    """An entry as it is drawn, and its place in the run."""

    severity: int
    number: int
    rule: str
    path: str
    drawn: str
    findings: int


class _Block(NamedTuple):
    """Items that stand together, and the rules of which more could be shown below them."""

    items: list[_Item]
    cut: list[str]


class Shortlist:
    """Takes all entries of a run and holds those that may be shown: a few of each rule and severity."""

    def __init__(self) -> None:
        self._held: dict[str, dict[int, list[_Item]]] = {}
        self._number = 0

    def add(self, entry: Entry, draw: Callable[[], str]) -> None:
        """Take the next entry; `draw` is called if it may be shown."""
        finding, self._number = entry.first, self._number + 1
        severity = SEVERITIES.index(finding.severity)
        held = self._held.setdefault(finding.rule, {}).setdefault(severity, [])
        if len(held) < (OF_RULE if len(self._held) > 1 else IN_ALL):
            item = (severity, self._number, finding.rule, finding.path, draw(), entry.findings)
            held.append(_Item(*item))

    def drawn(self, summary: Summary, lang: Lang, heading: Callable[[str], str], width: int) -> str:
        """What is shown, in lines of at most `width` cells; `heading` draws the path of a post. Ends in an empty
        line, unless there is nothing.

        The most serious findings come first. Among those of a severity the rules follow one another, each
        with the number of its further findings; where all are shown, or in one post, the posts do.
        """
        severities = {rule: severity for rule, severity, *_ in summary.worst_first()}
        rules = list(severities)
        notes = summary.by_severity["info"]
        shown = list(self._chosen(rules, folds=NOTES < notes < summary.findings))
        left = summary.by_rule
        for item in shown:
            left[item.rule] -= item.findings
        listed = {item.rule for item in shown}
        cut = [rule for rule in rules if rule in listed and left[rule]]
        text = ""
        for block in _by_rule(shown, cut) if cut and summary.posts > 1 else _by_post(shown, cut):
            for path, items in groupby(block.items, lambda item: item.path):
                text += f"{heading(path)}\n{''.join(item.drawn for item in items)}"
            more = (_more(rule, left[rule], len(rules), lang) for rule in block.cut)
            text += "".join(_sentence(line, width) for line in more) + "\n"
        for severity, unlisted in groupby(
            (rule for rule in rules if rule not in listed), lambda rule: severities[rule]
        ):
            line = _unlisted(severity, [left[rule] for rule in unlisted], lang)
            text += _sentence(line, width)
        return text + "\n" if len(listed) < len(rules) else text

    def _chosen(self, rules: list[str], *, folds: bool) -> Iterator[_Item]:
        """The items that are shown, the most serious first, then by rule; with `folds` no notes."""
        most = OF_RULE if len(rules) > 1 else IN_ALL
        chosen = [
            (severity, rank, item)
            for rank, rule in enumerate(rules)
            for severity, item in self._of_rule(rule)[:most]
            if not (folds and severity == _INFO)
        ]
        chosen.sort(key=lambda one: one[:2])  # stable: the items of a rule keep their order
        yield from (item for _, _, item in chosen[:IN_ALL])

    def _of_rule(self, rule: str) -> list[tuple[int, _Item]]:
        held = self._held.get(rule, {})
        return [(severity, item) for severity in sorted(held) for item in held[severity]]


def _by_post(shown: list[_Item], cut: list[str]) -> Iterator[_Block]:
    for _, items in groupby(sorted(shown), lambda item: item.severity):
        yield _Block(list(items), [])
    if cut:
        yield _Block([], cut)


def _by_rule(shown: list[_Item], cut: list[str]) -> Iterator[_Block]:
    last = {item.rule: item.severity for item in shown}
    for (severity, rule), items in groupby(shown, lambda item: (item.severity, item.rule)):
        ends = rule in cut and severity == last[rule]
        yield _Block(list(items), [rule] if ends else [])


def _sentence(text: str, width: int) -> str:
    return "".join(f"  {line}\n" for line in wrap(text, width - 2, width - 2))


def _more(rule: str, count: int, rules: int, lang: Lang) -> str:
    """How many findings of a rule are not shown, and how to see them."""
    option = f"--select {rule}" if rules > 1 else "--all"
    return Text(f"{count:,} more of {rule}: `{option}`", f"{rule} がほかに{count:,}件：`{option}`")[
        lang
    ]


def _unlisted(severity: Severity, counts: list[int], lang: Lang) -> str:
    """How many findings there are of rules of a severity of which none is shown."""
    count, rules = sum(counts), len(counts)
    label = LABELS[severity]
    text = Text(
        f"{plural(count, label.en)} of {plural(rules, 'rule')} not listed: `--all`",
        f"{label.ja}{count:,}件（{rules:,}ルール）は省きました：`--all`",
    )
    return text[lang]
