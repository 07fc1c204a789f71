"""Fixes in titles of other pages and works are unsafe; beside them they stay safe."""

from pathlib import Path

import pytest

from tests.conftest import fix_text

CASES = {
    "[ＡＩの話](https://example.com/)とＡＩ": "[ＡＩの話](https://example.com/)とAI",
    "『ＡＩ入門』とＡＩ『本』": "『ＡＩ入門』とAI『本』",
    "『本』ＡＩ『ＢＢ": "『本』AI『BB",
    "『ＡＩ\n\n本』": "『AI\n\n本』",
    "[ｶﾀｶﾅ](a.md)と『ｶﾒﾗ』のｶﾒﾗ": "[ｶﾀｶﾅ](a.md)と『ｶﾒﾗ』のカメラ",
    "---\ntitle: 『ＡＩ』とＡＩ\n---\n": "---\ntitle: 『ＡＩ』とAI\n---\n",
}


@pytest.mark.parametrize("text", CASES)
def test_a_quoted_title_keeps_its_spelling(text: str, tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text("{}", encoding="utf-8")
    rules = ("typography/full-width", "typography/half-width-kana")
    assert fix_text(text, config, *rules) == CASES[text]
