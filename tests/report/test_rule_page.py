"""The page of a rule."""

from pathlib import Path

import pytest

from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text
from lintpost.packs.rule_file import read_rule
from lintpost.report.rule_page import rule_page
from tests.conftest import ROOT

EMPTY = ROOT / "rules" / "bold" / "empty.yml"


@pytest.mark.parametrize(
    ("lang", "section"),
    [
        ("en", "## Fix safety\n\nSafe: marks go.\n\n## Messages\n"),
        ("ja", "## 修正の安全性\n\n安全です。\n\n## メッセージ\n"),
    ],
)
def test_the_safety_of_the_fix_has_a_section(lang: Lang, section: str) -> None:
    document = read_rule(str(EMPTY))._replace(fix_safety=Text("Safe: marks go.", "安全です。"))
    assert section in rule_page(document, lang)


def test_a_rule_without_a_fix_has_none() -> None:
    document = read_rule(str(ROOT / "rules" / "bold" / "overuse.yml"))
    assert "Fix safety" not in rule_page(document, "en")


def test_long_options_are_cut() -> None:
    document = read_rule(str(EMPTY))
    words = {f"w{number}": "x" for number in range(14)}
    shown = ", ".join(f'"w{number}": "x"' for number in range(12))
    page = rule_page(document, "en", {"swap": words, "few": {"a": 1}, "tokens": [*words]})
    assert f'    swap: {{{shown}, …}}  # 14\n    few: {{"a": 1}}\n    tokens: [' in page
    assert page.count("w11") == 2
    assert "w12" not in page


def test_a_message_of_several_keys_is_there_once() -> None:
    document = read_rule(str(EMPTY))
    same = Text("Take it out.", "消します。")
    rule = document.rule._replace(messages=dict.fromkeys(("one", "two"), same))
    page = rule_page(document._replace(rule=rule), "en")
    assert "## Messages\n\n- Take it out.\n\n" in page


def test_the_safety_of_a_fix_is_written_in_both_languages(tmp_path: Path) -> None:
    before, key, after = EMPTY.read_text(encoding="utf-8").partition("\nfix-safety:\n")
    path = tmp_path / "empty.yml"
    path.write_text(before + key + after.replace("  ja:", "  jp:", 1), encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        read_rule(str(path))
    assert error.value.text.en == "unknown key `jp`"


@pytest.mark.parametrize(
    ("fixed", "shown"),
    [
        ("a\n", "```markdown\na **** b\n```\n\nFixed:\n\n```markdown\na\n```\n"),
        ("a **** b\n", "```markdown\na **** b\n```\n\nNo fix is offered here.\n"),
        (None, "## Bad\n\n```markdown\na **** b\n```\n"),
    ],
)
def test_an_example_that_stays_as_it_is_is_not_called_fixed(fixed: str | None, shown: str) -> None:
    document = read_rule(str(EMPTY))
    example = next(one for one in document.examples if not one.good)
    example = example._replace(text="a **** b\n", fixed=fixed)
    assert rule_page(document._replace(examples=(example,)), "en").endswith(shown)
