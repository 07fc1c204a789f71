"""Findings about one name are one entry of the reports for people."""

import io

import pytest

from lintpost.checks.registry import find_check
from lintpost.engine.cache.result_json import from_json, to_json
from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.report.entries import entries_of, other_places
from lintpost.report.formats import FORMATS, ReportContext
from lintpost.report.markdown import CAP, MarkdownReport
from tests.report.findings import finding, safe_fix

TEXT = "githubとGithub。\n別の行のgithubも。\n"
PLACES = [0, 7, 19]


def found(rule: str = "names/spelling", subject: str = "GitHub", fixable: int = 3) -> list[Finding]:
    """A finding at each place, of which the first so many are fixed by `--fix`."""
    return [
        finding(
            TEXT, at, at + 6, rule=rule, subject=subject, fix=safe_fix(at, at + 6, "GitHub") if number < fixable else None
        )
        for number, at in enumerate(PLACES)
    ]  # fmt: skip


def test_the_places_of_one_subject_are_one_entry() -> None:
    entries = entries_of([*found(), *found(subject="GitLab"), *found(rule="names/near")])
    assert [(entry.first.rule, entry.first.subject, entry.findings) for entry in entries] == [
        ("names/spelling", "GitHub", 3), ("names/spelling", "GitLab", 3), ("names/near", "GitHub", 3),
    ]  # fmt: skip


def test_findings_without_a_subject_stand_alone() -> None:
    assert [entry.findings for entry in entries_of(found(subject=""))] == [1, 1, 1]


def test_an_entry_is_fixable_if_all_its_findings_are() -> None:
    assert [entries_of(found(fixable=count))[0].fixable for count in range(4)] == [
        False, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "most", "clause"),
    [
        ("en", None, "3 places: also 1:8 “Github”, 2:5"),
        ("en", 1, "3 places: also 1:8 “Github” and 1 more"),
        ("ja", None, "全3か所：ほかに 1:8「Github」、2:5"),
        ("ja", 1, "全3か所：ほかに 1:8「Github」、ほか1か所"),
    ],
)
def test_the_other_places_in_a_clause(lang: Lang, most: int | None, clause: str) -> None:
    (entry,) = entries_of(found())
    assert other_places(entry, TEXT, lang, most) == clause


def test_a_lone_finding_has_no_other_places() -> None:
    assert other_places(entries_of(found()[:1])[0], TEXT, "en") == ""


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_only_reports_for_people_show_one_entry(form: str) -> None:
    out = io.StringIO()
    report = FORMATS[form].open(ReportContext(out, "en", rules=lambda: load_pack(rules_folder())))
    result = PostResult("a.md", tuple(found()), (), 0, TEXT)
    summary = Summary()
    summary.add(result)
    report.post(result)
    report.end(summary)
    assert out.getvalue().count("It is GitHub.") == {
        "rich": 1, "grouped": 1, "markdown": 1, "sarif": 6, "junit": 6,
    }.get(form, 3)  # fmt: skip
    assert ("3 places: also" in out.getvalue()) == (form in ("rich", "grouped", "markdown"))


def test_no_rule_with_a_compat_mode_has_a_subject() -> None:
    """Their findings are counted as textlint's are."""
    rules = load_pack(rules_folder()).values()
    compatible = {
        find_check(rule.check).name
        for rule in rules
        if rule.compat is not None or "mode" in rule.options
    }
    assert compatible
    assert not [name for name in compatible if find_check(name).subject]
    assert find_check("name-spelling").subject == "name"


def test_markdown_counts_the_findings_that_its_entries_stand_for() -> None:
    out, summary = io.StringIO(), Summary()
    report = MarkdownReport(ReportContext(out, "en"))
    for number in range(CAP + 1):
        result = PostResult(f"{number}.md", tuple(found()), (), 0, TEXT)
        summary.add(result)
        report.post(result)
    report.end(summary)
    assert out.getvalue().count("3 places: also 1:8 “Github”, 2:5") == CAP
    assert "\n… and 3 more.\n" in out.getvalue()


def test_the_cache_holds_the_subject() -> None:
    result = PostResult("a.md", tuple(found()), (), 0, None)
    assert from_json("a.md", to_json(result), (), None) == result
