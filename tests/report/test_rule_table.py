"""The end of the reports for people."""

import io

import pytest

from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.summary import Summary
from lintpost.report.drawing.rule_table import closing_lines, rule_table
from lintpost.report.formats import STATISTICS, ReportContext
from lintpost.report.terminal import Terminal


def summary(*rules: str, characters: int = 0) -> Summary:
    """A finding of each rule; those of the family `a` are errors."""
    place = Location(1, 1, 0)
    findings = tuple(
        Finding("a.md", rule, "error" if rule[0] == "a" else "warning", "", place, place, None, ())
        for rule in rules
    )
    counted = Summary()
    counted.add(PostResult("a.md", findings, (), 0, None, characters=characters))
    return counted


def terminal(width: int = 80, *, colors: bool = False) -> Terminal:
    return Terminal(io.StringIO(), width, colors, True)


def test_the_gravest_and_the_most_frequent_come_first() -> None:
    counted = summary("b/rule", "c/other", "c/other", "a/rule")
    assert rule_table(terminal(), counted, "en") == (
        "   rule     findings  fixable\n"
        "✖  a/rule          1         \n"
        "▲  c/other         2         \n"
        "▲  b/rule          1         \n"
    )


def test_rates_are_findings_in_a_thousand_characters() -> None:
    shown = rule_table(terminal(), summary("b/rule", "b/rule", characters=3000), "ja", rates=True)
    assert shown == (
        "   ルール  件数  自動修正  1,000字あたり\n"
        "▲  b/rule     2                    0.667\n"
    )  # fmt: skip


@pytest.mark.parametrize(("width", "name"), [(33, ["b/a-long-na", "me-記事"]), (20, ["b/a-long", "-name-記", "事"])])  # fmt: skip
def test_a_long_name_is_broken(width: int, name: list[str]) -> None:
    lines = rule_table(terminal(width), summary("b/a-long-name-記事"), "en").splitlines()
    assert [line[3:].split("  ")[0].rstrip() for line in lines[1:]] == name
    assert lines[1].endswith("1         ")
    assert [line.strip() for line in lines[2:]] == name[1:]


def test_in_colours() -> None:
    shown = rule_table(terminal(colors=True), summary("b/rule"), "en", lambda rule: f"x:{rule}")
    assert shown == (
        "\x1b[1m \x1b[0m\x1b[1m  \x1b[0m\x1b[1mrule  \x1b[0m\x1b[1m  \x1b[0m\x1b[1mfindings\x1b[0m\x1b[1m  \x1b[0m\x1b[1mfixable\x1b[0m\n"
        "\x1b[33m▲\x1b[0m  \x1b]8;;x:b/rule\x1b\\b/rule\x1b]8;;\x1b\\         1  \x1b[32m       \x1b[0m\n"
    )


@pytest.mark.parametrize(
    ("rules", "code"), [((), "1;32"), (("b/rule",), "1;33"), (("b/rule", "a/rule"), "1;31")]
)
def test_the_closing_sentence_has_the_colour_of_the_gravest(
    rules: tuple[str, ...], code: str
) -> None:
    shown = closing_lines(terminal(colors=True), summary(*rules), "en")
    assert shown.startswith(
        f"\x1b[{code}m1 post" if not rules else f"\x1b[{code}m{len(rules)} find"
    )
    assert shown.endswith(".\x1b[0m\n")


def test_statistics_are_shown_to_the_quiet_too() -> None:
    out = io.StringIO()
    report = STATISTICS.open(ReportContext(out, "en", quiet=True))
    counted = summary("b/rule", characters=1000)
    report.post(PostResult("a.md", (), (), 0, None))
    report.end(counted)
    assert out.getvalue() == (
        "   rule    findings  fixable  per 1,000 characters\n"
        "▲  b/rule         1                          1.000\n"
        "1 finding (1 warning) in 1 of 1 post.\n"
    )
