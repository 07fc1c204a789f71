"""What a terminal shows of many findings."""

import io
import re
from collections.abc import Sequence

import pytest

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.packs.rule import Severity
from lintpost.report.drawing.shortlist import IN_ALL, NOTES, OF_RULE, Shortlist
from lintpost.report.entries import Entry
from lintpost.report.formats import ReportContext
from lintpost.report.rich_report import RichReport
from tests.report.findings import finding

TEXT = "あ\n" * 400


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(
    *posts: Sequence[tuple[str, Severity, int]], lang: Lang = "en", out: io.StringIO | None = None, **context: object
) -> str:  # fmt: skip
    """The report on posts, each with so many findings of some rules; without table and what follows it."""
    out = out or Terminal()
    report = RichReport(ReportContext(out, lang, quiet=True, color="never", **context))  # type: ignore[arg-type]
    summary = Summary()
    for number, rules in enumerate(posts, 1):
        path, line = f"{number}.md", 0
        findings = []
        for rule, severity, count in rules:
            for _ in range(count):
                findings.append(
                    finding(TEXT, 2 * line, 2 * line + 1, rule=rule, severity=severity, path=path)
                )
                line += 1
        result = PostResult(path, tuple(findings), (), 0, TEXT)
        summary.add(result)
        report.post(result)
    report.end(summary)
    return out.getvalue()


def outline(text: str) -> list[str]:
    """Paths, places, empty lines, and the lines that tell of more."""
    lines = (re.sub(r"^  [✖▲●] (\S+)  .*", r"\1", line) for line in text.split("\n")[:-1])
    return [line for line in lines if not line.startswith("    ")]


def test_the_most_serious_come_first_then_the_posts() -> None:
    text = shown([("a/b", "info", 1), ("c/d", "error", 1)], [("c/d", "error", 1), ("e/f", "warning", 1)])  # fmt: skip
    assert outline(text) == [
        "1.md", "2:1", "2.md", "1:1", "", "2.md", "2:1", "", "1.md", "1:1", "",
    ]  # fmt: skip


def test_no_more_of_a_rule_than_a_few() -> None:
    text = shown([("a/b", "warning", 4), ("c/d", "warning", 1)], [("a/b", "warning", 3)])
    assert outline(text) == [
        "1.md", "1:1", "2:1", "3:1", "4:1", "2.md", "1:1", "  2 more of a/b: `--select a/b`", "", "1.md", "5:1", "",
    ]  # fmt: skip
    assert outline(shown([("a/b", "warning", OF_RULE), ("c/d", "warning", 1)]))[-2:] == ["6:1", ""]


def test_in_one_post_the_places_keep_their_order() -> None:
    text = shown([("a/b", "warning", 1), ("c/d", "warning", 7), ("a/b", "warning", 1)], lang="ja")
    assert outline(text) == [
        "1.md", "1:1", "2:1", "3:1", "4:1", "5:1", "6:1", "9:1", "", "  c/d がほかに2件：`--select c/d`", "",
    ]  # fmt: skip


def test_a_rule_alone_gets_all_the_room() -> None:
    """The option that the report names leads on."""
    lines = outline(shown([("a/b", "warning", IN_ALL)], [("a/b", "warning", 1234)]))
    assert lines == [
        "1.md", *(f"{line}:1" for line in range(1, IN_ALL + 1)), "  1,234 more of a/b: `--all`", "",
    ]  # fmt: skip


def test_no_more_in_all_than_a_hundred() -> None:
    rules = [(f"a/{number:02}", "warning", 5) for number in range(22)]
    lines = outline(shown([*rules, ("z/z", "error", 1)], []))  # type: ignore[arg-type]
    assert lines[:2] == ["1.md", "111:1"]
    assert len([line for line in lines if re.fullmatch(r"\d+:1", line)]) == IN_ALL
    assert lines[-4:] == ["  1 more of a/19: `--select a/19`", "", "  10 warnings of 2 rules not listed: `--all`", ""]  # fmt: skip


def test_lines_are_broken_where_the_terminal_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    rule = "house/a-rule-with-a-name"
    lines = shown([(rule, "warning", 6), ("c/d", "error", 1)], []).splitlines()
    assert f"  1 more of {rule}:" in lines
    assert f"  `--select {rule}`" in lines


def test_many_notes_are_folded() -> None:
    few: list[tuple[str, Severity, int]] = [("a/b", "info", 4), ("c/d", "info", NOTES - 4)]
    more: list[tuple[str, Severity, int]] = [("a/b", "info", 4), ("c/d", "info", NOTES - 3)]
    graver: list[tuple[str, Severity, int]] = [("x/y", "warning", 1)]
    assert "not listed" not in shown(few, graver)
    assert outline(shown(more, graver)) == [
        "2.md", "1:1", "", "  21 notes of 2 rules not listed: `--all`", "",
    ]  # fmt: skip
    assert (
        outline(shown(more, graver, lang="ja"))[-2] == "  参考21件（2ルール）は省きました：`--all`"
    )
    assert "not listed" not in shown(more)


def test_the_graver_findings_of_a_rule_are_shown_before_its_others() -> None:
    lines = outline(shown([("a/b", "warning", 9), ("c/d", "warning", 1)], [("a/b", "error", 2)]))
    assert lines[:4] == ["2.md", "1:1", "2:1", ""]
    assert "  6 more of a/b: `--select a/b`" in lines


def test_what_an_entry_stands_for_is_not_more() -> None:
    places = tuple(finding(TEXT, 2 * line, 2 * line + 1, subject="GitHub") for line in range(9))
    out, summary = Terminal(), Summary()
    report = RichReport(ReportContext(out, "en", quiet=True, color="never"))
    result = PostResult("a.md", places, (), 0, TEXT)
    summary.add(result)
    report.post(result)
    report.end(summary)
    assert "    9 places: also 2:1, 3:1, 4:1, 5:1, 6:1, 7:1 and 2 more\n" in out.getvalue()
    assert "more of" not in out.getvalue()


@pytest.mark.parametrize("way", ["all", "pipe"])
def test_everything_in_a_pipe_and_where_it_is_asked_for(way: str) -> None:
    rules: list[tuple[str, Severity, int]] = [("a/b", "warning", 30), ("c/d", "info", 300)]
    text = shown(rules, all=True) if way == "all" else shown(rules, out=io.StringIO())
    assert text.startswith("1.md  330\n")
    assert text.count("It is GitHub.") == 330
    assert "more of" not in text


def test_what_cannot_be_shown_is_not_drawn() -> None:
    """A run of thousands of posts holds a few entries of each rule."""
    shortlist, drawn = Shortlist(), 0

    def draw() -> str:
        nonlocal drawn
        drawn += 1
        return ""

    for rule in ("a/b", "c/d"):
        for _ in range(1000):
            shortlist.add(Entry(finding(TEXT, 0, 1, rule=rule)), draw)
    assert drawn == IN_ALL + OF_RULE  # the first could have been the only one
