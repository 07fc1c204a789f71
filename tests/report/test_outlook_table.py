"""The table of a first check: the width and the height of a terminal."""

import io

import pytest

from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.summary import Summary
from lintpost.packs.rule import Severity
from lintpost.report.drawing.cells import cell_width
from lintpost.report.outlook_table import cut, outlook_table
from lintpost.report.terminal import Terminal


def _finding(rule: str, severity: Severity, message: str = "日本語の長い指摘です。" * 9) -> Finding:
    place = Location(12, 3, 40)
    return Finding("posts/とても長いファイル名の記事.md", rule, severity, message, place, place, None, ())  # fmt: skip


def _table(findings: list[Finding], width: int = 60) -> list[str]:
    summary = Summary()
    summary.add(PostResult("a.md", tuple(findings), (), 0, None))
    examples = {finding.rule: finding for finding in findings}
    terminal = Terminal(io.StringIO(), width, False, True)
    return outlook_table(terminal, summary, examples, "en").splitlines()


def test_lines_fit_the_terminal() -> None:
    findings = [_finding("a/long-rule", "warning"), _finding("b/x", "error", "“\x1b” is odd.")]
    assert _table(findings) == [
        "   rule         findings  example",
        "✖  b/x                 1  とても長いファイ...:12 “\\x1b” ...",
        "▲  a/long-rule         1  とても長いファイ...:12 日本語...",
    ]
    for width in (30, 40, 60, 61, 100):
        assert all(cell_width(line) < width for line in _table(findings, width))
    # Too narrow for an example: none at all.
    assert _table(findings, 40)[1] == "✖  b/x                 1"


def test_the_last_rules_share_a_line() -> None:
    notes = [_finding(f"a/n{n:02}", "info", "x") for n in range(30)]
    shown = _table([_finding("a/e", "error", "x"), *notes, notes[3]], 100)
    assert len(shown) == 21
    assert shown[1].startswith("✖  a/e")
    assert shown[2].startswith("●  a/n03                 2")
    assert shown[-1] == "●  12 more rules        12  all of them: lintpost check --statistics"
    errors = [_finding(f"a/e{n:02}", "error", "x") for n in range(25)]
    shown = _table([*errors, *notes], 100)
    assert len(shown) == 27
    assert shown[-1].startswith("●  30 more rules        30  all of them")
    assert len(_table(notes[:20], 100)) == 21
    assert "more" not in _table(notes[:20], 100)[-1]


@pytest.mark.parametrize(
    ("text", "cells", "wanted"),
    [("abc", 3, "abc"), ("abcd", 3, "..."), ("日本語", 6, "日本語"), ("日本語", 5, "日..."), ("", 0, "")],
)  # fmt: skip
def test_cut(text: str, cells: int, wanted: str) -> None:
    assert cut(text, cells) == wanted
