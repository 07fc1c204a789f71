"""The end of the reports for people."""

import io

import pytest

from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.report.drawing.rule_table import closing_lines, rule_table
from lintpost.report.drawing.rule_totals import RuleTotals
from lintpost.report.formats import STATISTICS, ReportContext
from lintpost.report.terminal import Terminal


def post(path: str, *rules: str) -> PostResult:
    """A finding of each rule, with the rule as its message; those of the family `a` are errors."""
    place = Location(1, 1, 0)
    findings = tuple(
        Finding(path, rule, "error" if rule[0] == "a" else "warning", f"{rule} says so", place, place, None, ())
        for rule in rules
    )  # fmt: skip
    return PostResult(path, findings, (), 0, None)


def summary(*rules: str, posts: int = 1) -> Summary:
    """A run in which one post of several has findings."""
    counted = Summary()
    counted.add(post("a.md", *rules))
    for number in range(1, posts):
        counted.add(post(f"{number}.md"))
    return counted


def table(
    rules: tuple[str, ...],
    *,
    posts: int = 1,
    width: int = 80,
    lang: Lang = "en",
    rates: bool = False,
) -> str:
    totals = RuleTotals()
    totals.add(post("a.md", *rules))
    return rule_table(terminal(width), summary(*rules, posts=posts), lang, totals, rates=rates)


def terminal(width: int = 80, *, colors: bool = False) -> Terminal:
    return Terminal(io.StringIO(), width, colors, True)


def test_the_gravest_and_the_most_frequent_come_first() -> None:
    assert table(("b/rule", "c/other", "c/other", "a/rule")) == (
        "   rule     findings  fixable\n"
        "✖  a/rule          1\n"
        "▲  c/other         2\n"
        "▲  b/rule          1\n"
    )


def test_of_several_posts_the_share_and_an_example_are_shown() -> None:
    assert table(("b/rule", "b/rule"), posts=3, width=60) == (
        "   rule    findings  fixable  posts  example\n"
        "▲  b/rule         2             33%  b/rule says so\n"
    )
    assert "  <1%  " in table(("b/rule",), posts=101)
    assert "   1%  " in table(("b/rule",), posts=100)


def test_the_example_is_the_first_message() -> None:
    totals = RuleTotals()
    for path in ("a.md", "b.md"):
        findings = tuple(
            one._replace(message=f"{path} {number}")
            for number, one in enumerate(post(path, "b/rule", "b/rule").findings)
        )
        totals.add(PostResult(path, findings, (), 0, None))
    assert (totals.examples, totals.posts) == ({"b/rule": "a.md 0"}, {"b/rule": 2})


def test_an_example_is_cut_at_the_edge_and_left_out_where_it_would_be_too_short() -> None:
    long = "b/quite-a-rule-with-a-name"
    assert table((long,), posts=3, width=73).splitlines()[1].endswith("  b/quite-a-rul...")
    assert table((long,), posts=3, width=72).splitlines() == [
        "   rule                        findings  fixable  posts",
        "▲  b/quite-a-rule-with-a-name         1             33%",
    ]


def test_thousands_have_commas() -> None:
    assert table(("b/rule",) * 1234).splitlines()[1] == "▲  b/rule     1,234"


def test_rates_are_findings_in_a_post() -> None:
    assert table(("b/rule", "b/rule"), posts=3, lang="ja", rates=True, width=50) == (
        "   ルール  件数  自動修正  1本あたり  記事\n"
        "▲  b/rule     2                 0.67   33%\n"
    )  # fmt: skip
    assert "0.01" in table(("b/rule",), posts=100, rates=True, width=50)
    assert "<0.01" in table(("b/rule",), posts=101, rates=True, width=50)


@pytest.mark.parametrize(("width", "name"), [(33, ["b/a-long-na", "me-記事"]), (20, ["b/a-long", "-name-記", "事"])])  # fmt: skip
def test_a_long_name_is_broken(width: int, name: list[str]) -> None:
    lines = table(("b/a-long-name-記事",), width=width).splitlines()
    assert [line[3:].split("  ")[0].rstrip() for line in lines[1:]] == name
    assert lines[1].endswith(" 1")
    assert [line.strip() for line in lines[2:]] == name[1:]


def test_in_colours() -> None:
    shown = rule_table(
        terminal(colors=True), summary("b/rule"), "en", RuleTotals(), lambda rule: f"x:{rule}"
    )
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
    report.post(post("a.md", "b/rule"))
    report.end(summary("b/rule"))
    assert out.getvalue() == (
        "   rule    findings  fixable  per post\n"
        "▲  b/rule         1               1.00\n"
        "1 finding (1 warning) in 1 of 1 post.\n"
    )
