"""No message shows the character that stands for what was cut out of a text; it shows the source."""

import re
from itertools import cycle
from pathlib import Path

import pytest

from lintpost.packs.builtin import rule_files, rules_folder
from lintpost.packs.rule_file import read_rule
from lintpost.post.cut_out import CUT_OUT
from tests.conftest import check_text

FAMILIES = ("ai-writing", "bold", "en", "ja", "jtf", "names", "terms", "typography")
THINGS = ("`code`", "/var/www", "$x^2$", "<b>b</b>", "https://example.com/a ")


def post() -> str:
    """The bad examples of every rule, with code or a mask between their words and at their ends."""
    examples = [
        example.text
        for file in rule_files(rules_folder())
        if Path(file).parent.name in FAMILIES
        for example in read_rule(file).examples
        if not (example.good or example.text.startswith("---"))
    ]
    pieces = [
        re.sub("(?<=[はがを、 ])(?! )|$", lambda _: next(things), text)  # noqa: B023
        for text in examples
        for things in (cycle(THINGS), cycle(("", "", THINGS[0])))
    ]
    return "---\ntitle: 題\n---\n\n" + "\n\n".join(pieces)


def test_no_rule_shows_it(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text(
        "extends: [hugo, strict, known-names]\n"
        f"rules: {{{', '.join(f'{family}/*: on' for family in FAMILIES)}}}\n",
        encoding="utf-8",
    )
    findings = check_text(post(), config)
    assert len({finding.rule for finding in findings}) > 70
    assert [one.message for one in findings if CUT_OUT in one.message] == []


RULE = """rule: house/{name}
check: {check}
severity: warning
options: {{scope: [heading, body, sentence, unquoted], {options}}}
title: {{en: x, ja: x}}
why: {{en: x, ja: x}}
message: {{en: "<{{text}}>", ja: "x"}}
examples: [{{good: "題\\n"}}]
"""
HEADING = "# the `api` of setup.ilm.enabled\n"
LINE = "見る `api` と /var/www\n"


@pytest.mark.parametrize(
    ("check", "options", "shown"),
    [
        ("pattern", r"match: ['\w+ [^ a-z\n] \w+']", "<the `api` of>"),
        ("pattern", r"match: ['of [^ a-z\n]$']", "<of setup.ilm.enabled>"),
        ("pattern", r"match: ['と [^ a-z\n]$']", "<と /var/www>"),
        ("existence", r"nonword: true, tokens: ['見る \S+ と']", "<見る `api` と>"),
        ("substitution", r"nonword: true, swap: {'the \S+ of': x}", "<the `api` of>"),
    ],
)
def test_a_pattern_of_the_house_shows_the_source(
    check: str, options: str, shown: str, tmp_path: Path
) -> None:
    (tmp_path / "packs" / "house").mkdir(parents=True)
    rule = RULE.format(name=check, check=check, options=options)
    (tmp_path / "packs" / "house" / f"{check}.yml").write_text(rule, encoding="utf-8")
    config = tmp_path / "lintpost.yml"
    config.write_text("packs: [packs]\nrules: {house/*: on}\n", encoding="utf-8")
    findings = check_text(f"{HEADING}\n{LINE}", config, select=(f"house/{check}",))
    assert {finding.message for finding in findings} == {shown}
    assert all(finding.fix is None for finding in findings)


def test_a_pattern_may_match_beyond_the_last_text(tmp_path: Path) -> None:
    (tmp_path / "packs" / "house").mkdir(parents=True)
    rule = RULE.format(name="pattern", check="pattern", options=r"match: ['題\s']")
    (tmp_path / "packs" / "house" / "pattern.yml").write_text(rule, encoding="utf-8")
    config = tmp_path / "lintpost.yml"
    config.write_text("packs: [packs]\nrules: {house/*: on}\n", encoding="utf-8")
    findings = check_text("題 a\n\n題\n", config, select=("house/pattern",))
    assert [finding.start.line for finding in findings if finding.message == "<題 >"]


def test_a_group_has_an_ellipsis_for_what_was_cut_out(tmp_path: Path) -> None:
    (tmp_path / "packs" / "house").mkdir(parents=True)
    rule = RULE.replace("{{text}}", "{{part}}").format(
        name="pattern", check="pattern", options=r"match: ['(?<part>the \S+) of']"
    )
    (tmp_path / "packs" / "house" / "pattern.yml").write_text(rule, encoding="utf-8")
    config = tmp_path / "lintpost.yml"
    config.write_text("packs: [packs]\nrules: {house/*: on}\n", encoding="utf-8")
    findings = check_text(HEADING, config, select=("house/pattern",))
    assert {finding.message for finding in findings} == {"<the …>"}
