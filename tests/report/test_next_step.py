"""The last line of a report on a terminal."""

import pytest

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.packs.rule import Severity
from lintpost.report.drawing.next_step import next_step
from tests.report.findings import finding, safe_fix


def summary(severity: Severity, count: int, *, fixable: bool = False) -> Summary:
    one = finding("ab", 0, 1, severity=severity, fix=safe_fix(0, 1, "A") if fixable else None)
    counted = Summary()
    counted.add(PostResult("a.md", (one,) * count, (), 0, "ab"))
    return counted


WHY = "Next: `lintpost rule names/spelling` says why"
FIX = "`--fix` applies the safe fixes"
BASELINE = "`lintpost baseline create` lets only new findings count"
ERRORS = "`--fail-on error` lets only errors fail"


@pytest.mark.parametrize(
    ("counted", "baseline", "fail_on", "line"),
    [
        (Summary(), False, "warning", ""),
        (summary("warning", 49), False, "warning", WHY),
        (summary("warning", 1, fixable=True), False, "warning", f"Next: {FIX}"),
        (summary("warning", 50), False, "warning", f"Next: {BASELINE}; {ERRORS}"),
        (summary("warning", 50), True, "warning", f"Next: {ERRORS}"),
        (summary("warning", 50), True, "error", WHY),
        (summary("error", 50), False, "warning", f"Next: {BASELINE}"),
        (summary("info", 50), True, "info", f"Next: {ERRORS}"),
        (summary("info", 50), True, "warning", WHY),
        (summary("info", 50, fixable=True), False, "never", f"Next: {FIX}; {BASELINE}"),
    ],
)
def test_what_helps(counted: Summary, baseline: bool, fail_on: str, line: str) -> None:
    assert next_step(counted, "en", baseline=baseline, fail_on=fail_on) == line


def test_in_japanese() -> None:
    line = next_step(summary("warning", 50, fixable=True), "ja", baseline=False, fail_on="warning")
    assert line == (
        "次は：`--fix` で安全な修正を適用、`lintpost baseline create` で新しい指摘だけを対象に、"
        "`--fail-on error` でエラーだけを不合格に"
    )
