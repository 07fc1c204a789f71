"""Texts in which the Japanese families and bold have nothing to fix without asking."""

from pathlib import Path

import pytest

from tests.conftest import fix_text

TEXTS = [
    r"$\huge{3月吉日!?}$です",
    "よろしいですか:bangbang:",
    "**終わりますか:interrobang:**と聞く",
    "言語[^6][Elixir](https://example.com/)を使う\n\n[^6]: 注記です。",
    "javascript: の利用です。",
    "[x]完了です。",
    "仕事ができます。食事が出来ました、フアン氏と。",
    "「お知らせ」 本文です。（前編） 次の話です。",
    "『題名(前編)：ＡＩ 入門』です。",
]


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_written(text: str, tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text("renderer: commonmark\n", encoding="utf-8")
    families = ("jtf", "ja", "bold", "typography")
    assert fix_text(text + "\n", config, *families) == text + "\n"
    control = "これは(例)です。\n"
    assert fix_text(control, config, *families) == "これは（例）です。\n"
