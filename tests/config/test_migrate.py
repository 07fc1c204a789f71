"""Migration of malformed configurations: an error with its place, or an item that says so."""

import json
from pathlib import Path
from typing import Any

import pytest

from lintpost.config.migrate import markdownlint
from lintpost.config.migrate.markdownlint import read_markdownlint
from lintpost.config.migrate.migration import BAD_VALUE, NO_COUNTERPART, OFF
from lintpost.config.migrate.textlint import read_textlint
from lintpost.config.migrate.textlint_rules import rules_for
from lintpost.files.settings_error import SettingsError
from lintpost.packs.builtin import load_pack, rules_folder


@pytest.mark.parametrize(
    ("rule", "options"),
    [
        ("no-doubled-joshi", {"separatorCharacters": 5}),
        ("sentence-length", {"skipPatterns": "x"}),
        ("sentence-length", {"skipPatterns": ["/(/"]}),
        ("sentence-length", {"max": "x"}),
        ("max-ten", {"strict": 1}),
        ("max-kanji-continuous-len", {"max": "x"}),
        ("ja-no-successive-word", {"allow": [1]}),
        ("ja-no-redundant-expression", {"dictOptions": 5}),
        ("ja-no-redundant-expression", {"dictOptions": {"dict9": {}}}),
        ("ja-no-redundant-expression", {"dictOptions": {"dict1": 5}}),
        ("no-invalid-control-character", {"allow": 5}),
        ("ja-space-between-half-and-full-width", {"space": 5}),
        ("ja-space-between-half-and-full-width", {"allows": 5}),
        ("ja-unnatural-alphabet", {"allow": 5}),
        ("no-exclamation-question-mark", {"allow": {}}),
        ("prh", {"rulePaths": 5}),
        ("prh", {"rulePaths": [5]}),
        ("prh", {"ruleContents": "x"}),
        ("prh", {"checkCodeComment": 3}),
    ],
)
def test_a_malformed_option_is_named(tmp_path: Path, rule: str, options: dict[str, Any]) -> None:
    path = tmp_path / ".textlintrc.json"
    path.write_text(json.dumps({"rules": {rule: options}}), encoding="utf-8")
    ((key, value),) = options.items()
    found = read_textlint(str(path))
    bad = [(item.source, item.value) for item in found.items if item.why == BAD_VALUE]
    assert bad == [(f"{rule}.{key}", value)]
    plain = rules_for(rule, {})
    assert found.settings.get("rules") == (dict.fromkeys(plain, "on") if plain else None)


@pytest.mark.parametrize(
    ("rule", "options", "dropped", "kept"),
    [
        ("no-ai-hype-expressions", {"disableAbstractPatterns": True}, "奇跡的な", "次世代の"),
        ("no-ai-hype-expressions", {"disabledPredictivePatterns": True}, "次世代の", "完全に"),
        ("ai-tech-writing-guideline", {"disableClarityGuidance": True}, "適切な", "言うまでもなく"),
        ("ai-tech-writing-guideline", {"disableStructureGuidance": True}, "また、", "顧客"),
        ("ai-tech-writing-guideline", {"disableConsistencyGuidance": True}, "設定画面", "また、"),
    ],
)
def test_groups_of_phrases_that_are_turned_off(
    rule: str, options: dict[str, Any], dropped: str, kept: str
) -> None:
    rules = rules_for(f"ai-writing-{rule}", options) or {}
    tokens = " ".join(next(iter(rules.values()))["tokens"])
    assert dropped not in tokens
    assert kept in tokens
    assert ("ai-writing/lead-in" in rules) is (rule.startswith("ai-tech") and dropped != "また、")


def test_styled_text_is_looked_at_where_it_was() -> None:
    name = "ja-space-between-half-and-full-width"
    styled = (rules_for(name, {"lintStyledNode": True}) or {})["ja/latin-space"]
    assert styled["scope"] == ["plain", "heading", "bold"]
    assert "scope" not in (rules_for(name, {}) or {})["ja/latin-space"]


def test_other_options_of_the_rule_are_kept(tmp_path: Path) -> None:
    path = tmp_path / ".textlintrc.json"
    path.write_text('{"rules": {"no-doubled-joshi": {"allow": ["も"], "commaCharacters": 5}}}')
    assert read_textlint(str(path)).settings == {
        "rules": {"ja/doubled-particle": {"severity": "on", "allow": ["も"]}}
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"rules": 5}', ":1:11: a mapping (key: value) is needed here"),
        ('{"rules": ["max-ten", 1]}', ":1:23: a string is needed here; put it in quotes"),
        ('{"filters": ["comments"]}', ":1:13: a mapping (key: value) is needed here"),
    ],
)
def test_a_malformed_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / ".textlintrc.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_textlint(str(path))
    assert caught.value.message("en") == f"{path}{message}"


def test_a_list_of_rules_turns_them_on(tmp_path: Path) -> None:
    path = tmp_path / ".textlintrc.json"
    path.write_text('{"rules": ["max-ten", "no-nfd"]}', encoding="utf-8")
    rules = {"ja/touten-count": "on", "typography/decomposed": "on"}
    assert read_textlint(str(path)).settings == {"rules": rules}


def test_a_style_of_markdownlint_that_is_a_list(tmp_path: Path) -> None:
    path = tmp_path / ".markdownlint.yaml"
    path.write_text("MD050: {style: [asterisk]}\n", encoding="utf-8")
    found = read_markdownlint(str(path))
    assert (found.settings, [item.target for item in found.items]) == ({}, [""])


def test_rules_of_markdownlint_by_number_and_by_alias(tmp_path: Path) -> None:
    path = tmp_path / ".markdownlint.yaml"
    path.write_text(
        "default: true\nMD001: true\nno-alt-text: true\nMD034: false\nMD040: {allowed_languages: [js]}\nMD013: false\n",
        encoding="utf-8",
    )
    found = read_markdownlint(str(path))
    assert found.settings["rules"] == {
        "structure/skipped-level": "on",
        "structure/image-alt": "on",
        "links/bare-address": "off",
        "structure/fence-language": "on",
    }
    assert [(item.source, item.target, item.why) for item in found.items] == [
        ("default", "", NO_COUNTERPART),
        ("MD001", "structure/skipped-level", None),
        ("no-alt-text", "structure/image-alt", None),
        ("MD034", "", OFF),
        ("MD040", "structure/fence-language", None),
        ("MD040.allowed_languages", "", NO_COUNTERPART),
        ("MD013", "", OFF),
    ]


def test_every_counterpart_of_markdownlint_is_a_rule() -> None:
    assert {rule for _, rule in markdownlint._RULES.values()} <= set(load_pack(rules_folder()))
