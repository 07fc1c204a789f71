"""Every example of every rule file, and what a rule file must have."""

import re
from pathlib import Path
from typing import Any

import pytest

from lintpost.engine.check_post import Checker
from lintpost.engine.examples import run_examples
from lintpost.engine.finding import PostResult
from lintpost.packs.builtin import load_pack, rule_files, rules_folder
from lintpost.packs.rule_file import RuleDocument, read_rule

FILES = rule_files(rules_folder())
DOCUMENTS = {Path(file).parent.name + "/" + Path(file).stem: read_rule(file) for file in FILES}
FIELD = re.compile(r"\{(\w+)\}")

RULES = {
    "front-matter": "missing syntax duplicate-key required unknown-key schema empty date length reading-time "
    "placeholder title-repeated unbalanced order "
    "slug summary title-seam title-year date-order author image link characters",
    "tags": "unknown alias retired duplicate count type category-clash implied excluded group unsupported "
    "suggested",
    "categories": "unknown alias retired duplicate count type",
    "yaml": "boolean number time comment colon blank joined",
    "names": "spelling spacing mixed title-body gloss renamed owner near link drift",
    "terms": "spelling fair-words trademark",
    "ja": "kanji-run unnatural-alphabet exclamation-question latin-space comma-count double-negative "
    "doubled-conjunction doubled-ga doubled-particle filler i-dropped ra-dropped re-inserted sa-inserted sentence-length "
    "same-ending style-mix successive-word touten-count unknown-compound four-kanji no-chain weak-phrase redundant misuse misused-verb final-period bracket-space "
    "slash-space mark-space code-space link-space emphasis-space bold-space word-variants homophone similar-kanji idiom pleonasm honorific figure doubled-mark "
    "kana-look-alike foreign-kanji foreign-word particle-slip verb-particle correspondence auxiliary-kana "
    "kanji-or-kana spelling-pair half-width-mark inner-space english-word sasete word-pair near-katakana near-phrase case-slip counter",
    "jtf": "full-full-space comma-period full-width-separators full-width-digits full-width-letters decimal-comma counter-ka half-full-space katakana-space period-in-brackets exclamation question nakaguro tilde hyphen colon semicolon dash heading-period "
    "bracket-space bracket-outside brackets square-brackets pairs style list-style list-period caption-style numerals joyo-kanji katakana-spelling "
    "long-vowel kana-words",
    "typography": "control zero-width decomposed half-width-kana kangxi look-alike unmatched-pair ellipsis dash quotes full-width",
    "en": "repeated-word wordy spelling-variety sentence-length article cliche double-space heading-case inclusive latin passive "
    "serial-comma weasel spelling confused-word apostrophe word-division fewer agreement verb-form preposition redundant "
    "misused-phrase mark-space doubled-mark sentence-start sentence-end percent-fall unit-style time-style hedge "
    "link-text intensifier impossible-time subject-verb verb-chain noun-number comparison small-word capital",
    "en-style": "and-or dash-space date direction easy ellipsis exclamation google-words heading-mark initialism ly-hyphen microsoft-words ordinal please plural-brackets quote-mark range serial-comma slang time unit-space",
    "ai-writing": "stopped heading residue hype opening ending questions repeated-paragraph wrapped label-list bold-label lead-in vague cut-off same-opening "
    "vocabulary not-just dashes triads blind-replacement",
    "bold": "first-mention inconsistent span unknown-name unrendered wrong-text empty whole-paragraph "
    "quotes punctuation emphasis-style heading fake-heading overuse link nested",
    "facts": "weekday impossible-date impossible-time era reversed-range announced-count table-sum percentages expired past-plan "
    "unit-variants",
    "draft": "merge-conflict dummy-text todo later unfilled masked",
    "links": "bare-address broken-link dead-anchor dead-link doubled-definition doubled-footnote empty-link insecure-own-link "
    "malformed-address missing-image same-text undefined-footnote undefined-reference unpublished-target unused-definition "
    "unused-footnote vague-text",
    "site": "near-duplicate orphan related-title repeated-paragraph same-address same-date same-description same-slug same-title "
    "series-gap tag-spelling title-template",
    "structure": "code-paragraph empty-section fence-language first-level image-alt list-number lost-cell mojibake same-heading "
    "sections short-row skipped-level swallowed-item tab unclosed-fence",
    "meta": "unused-suppression unknown-rule stale-baseline",
}


def test_the_rules_are_all_there() -> None:
    wanted = {f"{family}/{name}" for family, names in RULES.items() for name in names.split()}
    assert set(DOCUMENTS) == wanted


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_examples_hold(name: str) -> None:
    failures = run_examples(DOCUMENTS[name], load_pack(rules_folder()))
    assert [f"{failure.place}: {failure.text.en}" for failure in failures] == []


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_a_rule_file_is_whole(name: str) -> None:
    document: RuleDocument = DOCUMENTS[name]
    assert document.rule.name == name
    goods = {example.good for example in document.examples}
    # What a baseline holds is no text of a post.
    wanted = set() if document.rule.check == "baseline" else {True, False}
    assert goods == wanted, "a rule needs good and bad examples"
    for text in document.rule.messages.values():
        assert set(FIELD.findall(text.en)) == set(FIELD.findall(text.ja))
        assert text.en.endswith((".", "nearest}?", "?")), text.en
        assert text.ja.endswith(("。", "}")), text.ja
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text.ja), text.ja


NO_FIX_SHOWN = {"en/inclusive", "en/latin", "en/serial-comma", "en/spelling-variety", "front-matter/unknown-key"}  # fmt: skip
"""Rules with a word on their fix's safety and no example in which one is offered."""


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_a_rule_with_a_fix_says_how_safe_it_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fixes = []
    check = Checker.check_source

    def recorded(self: Checker, *arguments: Any, **options: Any) -> PostResult:
        result = check(self, *arguments, **options)
        fixes.extend(f.fix for f in result.findings if f.rule == name and f.fix is not None)
        return result

    monkeypatch.setattr(Checker, "check_source", recorded)
    run_examples(DOCUMENTS[name], load_pack(rules_folder()))
    assert (DOCUMENTS[name].fix_safety is not None) == (bool(fixes) or name in NO_FIX_SHOWN)


def test_an_example_that_does_not_hold_fails(tmp_path: Path) -> None:
    family = tmp_path / "house"
    family.mkdir()
    source = Path(DOCUMENTS["bold/empty"].rule.path).read_text(encoding="utf-8")
    (family / "empty.yml").write_text(
        source.replace("rule: bold/empty", "rule: house/empty").replace('at: "** **"', 'at: "***"'),
        encoding="utf-8",
    )
    failures = run_examples(read_rule(str(family / "empty.yml")), load_pack(rules_folder()))
    assert [failure.text.en for failure in failures] == [
        "expected [\"'***'\"], found [\"'** **' at 3\"]"
    ]
