"""The page of a rule."""

from pathlib import Path

import pytest

from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang
from lintpost.packs.rule_file import read_rule
from lintpost.report.rule_page import rule_page
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("lang", "section"),
    [
        ("en", "## Fix safety\n\nSafe: the marks go, and the space between them stays.\n\n## Messages\n"),
        ("ja", "## 修正の安全性\n\n安全です。印だけを消し、間の空白は残します。\n\n## メッセージ\n"),
    ],
)  # fmt: skip
def test_the_safety_of_the_fix_has_a_section(lang: Lang, section: str) -> None:
    document = read_rule(str(ROOT / "rules" / "bold" / "empty.yml"))
    assert section in rule_page(document, lang)


def test_a_rule_without_a_fix_has_none() -> None:
    document = read_rule(str(ROOT / "rules" / "bold" / "overuse.yml"))
    assert "Fix safety" not in rule_page(document, "en")


def test_the_safety_of_a_fix_is_written_in_both_languages(tmp_path: Path) -> None:
    source = (ROOT / "rules" / "bold" / "empty.yml").read_text(encoding="utf-8")
    path = tmp_path / "empty.yml"
    path.write_text(source.replace("  ja: 安全です。", "  jp: 安全です。"), encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        read_rule(str(path))
    assert error.value.text.en == "unknown key `jp`"
