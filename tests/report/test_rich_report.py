"""What the report for people draws: lines, marks, fixes, colours, links."""

import io
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from lintpost.checks.contract.hit import Fix
from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Text
from lintpost.packs.rule import Rule, Severity
from lintpost.post.edit import Edit
from lintpost.report.formats import ReportContext
from lintpost.report.rich_report import RichReport
from tests.report.findings import finding as a_finding

TEXT = "前書き\nこのgithubの話\n\n終わり\n"
AT = TEXT.index("github")


def finding(
    text: str = TEXT, start: int = AT, end: int = AT + 6, *, message: str = "It is GitHub.",
    severity: Severity = "warning", fix: Fix | None = None, rule: str = "names/spelling",
) -> Finding:  # fmt: skip
    return a_finding(text, start, end, message=message, severity=severity, fix=fix, rule=rule)


SAFE = Fix("safe", (Edit(AT, AT + 6, "GitHub"),))


def drawn(text: str, *findings: Finding, **context: object) -> str:
    out = io.StringIO()
    report = RichReport(ReportContext(out, "en", **context))  # type: ignore[arg-type]
    report.post(PostResult("a.md", findings, (), 0, text))
    return out.getvalue()


def test_a_finding_is_its_message_its_line_its_fix_and_its_rule() -> None:
    assert drawn(TEXT, finding(fix=SAFE), finding(severity="error")) == (
        "a.md  2\n"
        "  ▲ 2:3  It is GitHub.\n"
        "    2 │ このgithubの話\n"
        "      │     ^^^^^^\n"
        "    → GitHub  names/spelling ◆\n"
        "  ✖ 2:3  It is GitHub.\n"
        "    2 │ このgithubの話\n"
        "      │     ^^^^^^\n"
        "    names/spelling\n"
        "\n"
    )


def test_in_colours() -> None:
    assert drawn(TEXT, finding(fix=SAFE), color="always") == (
        "\x1b[1;4ma.md\x1b[0m\x1b[2m  1\x1b[0m\n"
        "\x1b[1;33m  ▲ \x1b[0m\x1b[2m2:3  \x1b[0mIt is GitHub.\n"
        "\x1b[2m    2 │ \x1b[0mこの\x1b[1;33mgithub\x1b[0mの話\n"
        "\x1b[2m      │ \x1b[0m\x1b[33m    ^^^^^^\x1b[0m\n"
        "    \x1b[32m→ GitHub\x1b[0m  \x1b[2mnames/spelling\x1b[0m\x1b[32m ◆\x1b[0m\n"
        "\n"
    )


def test_a_place_without_text_has_no_escape_codes_but_its_mark() -> None:
    shown = drawn("abc\n", finding("abc\n", 1, 1), color="always")
    assert "\x1b[2m    1 │ \x1b[0mabc\n\x1b[2m      │ \x1b[0m\x1b[33m ^\x1b[0m\n" in shown


def test_an_unsafe_fix_has_no_star() -> None:
    fix = SAFE._replace(applicability="unsafe")
    assert "    → GitHub  names/spelling\n" in drawn(TEXT, finding(fix=fix))


def test_a_fix_that_takes_the_place_away_shows_nothing_new() -> None:
    fix = Fix("safe", (Edit(AT, AT + 6, ""),))
    assert "      │     ^^^^^^\n    names/spelling ◆\n" in drawn(TEXT, finding(fix=fix))


def test_a_fix_is_shown_with_what_it_leaves_of_the_place() -> None:
    edits = (Edit(AT, AT + 1, "G"), Edit(AT + 3, AT + 4, "H"))
    assert "    → GitHub  names" in drawn(TEXT, finding(fix=Fix("safe", edits)))


def test_edits_far_from_the_place_are_not_shown() -> None:
    fix = Fix("safe", (Edit(0, 1, "後"),))
    assert "→" not in drawn(TEXT, finding(fix=fix))


def test_a_rule_that_does_not_fit_beside_the_fix_goes_below_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule = "names/spelling-of-names"
    monkeypatch.setenv("COLUMNS", "38")
    assert f"    → GitHub  \n    {rule} ◆\n" in drawn(TEXT, finding(fix=SAFE, rule=rule))
    monkeypatch.setenv("COLUMNS", "39")
    assert f"    → GitHub  {rule} ◆\n" in drawn(TEXT, finding(fix=SAFE, rule=rule))


def test_a_long_message_goes_on_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    shown = drawn(TEXT, finding(message="It is written GitHub everywhere else."))
    assert "  ▲ 2:3  It is written GitHub\n    everywhere else.\n" in shown


def test_what_would_move_the_cursor_is_made_visible() -> None:
    """A message may quote what a post holds."""
    text = "a\x1b[2Jb\tc\n"
    one = finding(text, 0, 1, message="one\ttwo\r\x08\x1b[2Jthree\nfour")
    for color in ("never", "always"):
        shown = re.sub(r"\x1b\[[0-9;]*m", "", drawn(text, one, color=color))
        assert shown == (
            "a.md  1\n"
            "  ▲ 1:1  one\\ttwo⏎\\x08\\x1b[2Jthree⏎four\n"
            "    1 │ a\\x1b[2Jb c\n"
            "      │ ^\n"
            "    names/spelling\n"
            "\n"
        )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_a_line_ends_where_the_source_has_its_end(end: str) -> None:
    text = f"eins{end}zwei{end}" if end else "eins\nzwei"
    at = text.index("zwei")
    assert "    2 │ zwei\n      │ ^^^^\n" in drawn(text, finding(text, at, at + 4))
    if end:
        first = finding(text, 3, at + 2)
        assert "    1 │ eins\n      │    ^\n" in drawn(text, first)
        behind = finding(text, 4, 4)
        assert "    1 │ eins\n      │     ^\n" in drawn(text, behind)


def test_a_finding_at_a_line_end_of_two_characters() -> None:
    assert "    1 │ eins\n      │     ^\n" in drawn("eins\r\nzwei", finding("eins\r\nzwei", 5, 5))


def test_no_line_is_drawn_where_there_is_none() -> None:
    at = TEXT.index("\n\n") + 1
    assert drawn(TEXT, finding(start=at, end=at)) == (
        "a.md  1\n  ▲ 3:1  It is GitHub.\n    names/spelling\n\n"
    )
    spaces = "a\n 　\nb"
    assert "│" not in drawn(spaces, finding(spaces, 2, 4))
    stale = Finding("b.json", "x/y", "info", "gone", Location(1, 1, 0), Location(1, 1, 0), None, ())
    assert drawn("", stale) == "a.md  1\n  ● 1:1  gone\n    x/y\n\n"


def test_a_post_without_findings_is_not_named() -> None:
    assert drawn(TEXT) == ""


def test_in_japanese() -> None:
    out = io.StringIO()
    RichReport(ReportContext(out, "ja")).post(PostResult("a.md", (finding(),), (), 0, TEXT))
    assert out.getvalue().startswith("a.md  1件\n")


def test_ascii_terminals_get_ascii_marks() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace")
    report = RichReport(ReportContext(out, "en"))
    report.post(PostResult("a.md", (finding("github\n", 0, 6, fix=Fix("safe", (Edit(0, 6, "GitHub"),))),), (), 0, "github\n"))  # fmt: skip
    out.flush()
    assert out.buffer.getvalue() == (  # type: ignore[attr-defined]
        b"a.md  1\n  ! 1:1  It is GitHub.\n    1 | github\n      | ^^^^^^\n    -> GitHub  names/spelling *\n\n"
    )


def rule(path: str) -> Rule:
    return Rule("names/spelling", "names", "warning", {}, Text("t", "t"), {}, path)


def test_a_rule_leads_to_its_file_where_there_are_colours(tmp_path: Path) -> None:
    rules = {"names/spelling": rule(str(tmp_path / "rules of ours" / "あ.yml"))}
    address = f"file://{quote(str(tmp_path))}/rules%20of%20ours/%E3%81%82.yml"
    out = io.StringIO()
    context = ReportContext(out, "en", color="always", rules=lambda: rules)
    report, summary = RichReport(context), Summary()
    result = PostResult("a.md", (finding(), finding(rule="x/y")), (), 0, TEXT)
    report.post(result)
    summary.add(result)
    report.end(summary)
    link = f"\x1b]8;;{address}\x1b\\"
    assert f"    {link}\x1b[2mnames/spelling\x1b[0m\x1b]8;;\x1b\\\n" in out.getvalue()
    assert f"  {link}names/spelling\x1b]8;;\x1b\\  " in out.getvalue()
    assert "    \x1b[2mx/y\x1b[0m\n" in out.getvalue()  # a rule that the settings do not know


def test_rules_are_not_read_where_no_link_is_drawn() -> None:
    def rules() -> dict[str, Rule]:
        raise AssertionError

    assert "names/spelling" in drawn(TEXT, finding(), rules=rules)


def test_quiet_leaves_the_end_out() -> None:
    out = io.StringIO()
    report, summary = RichReport(ReportContext(out, "en", quiet=True)), Summary()
    summary.add(PostResult("a.md", (finding(),), (), 0, TEXT))
    report.end(summary)
    assert out.getvalue() == ""
