"""Half-width brackets around Japanese: which are replaced."""

from pathlib import Path

import pytest

from tests.conftest import fix_text

CASES = {
    "部品(試作(一)です)": "部品（試作（一）です）",
    "(((((((((((場": "（（（（（（（（（（（場",
    "(a(日本)b)": "（a（日本）b）",
    "(a(b)日本)と(parts (list))": "（a(b)日本）と(parts (list))",
    "例)と1)を見る :( 雨": "例）と1)を見る :( 雨",
    "正(`a` 等)と(a **日本** b)と(`a` b)\n\n(日\n\n本)": "正（`a` 等）と(a **日本** b)と(`a` b)\n\n（日\n\n本）",
    "画面[OK]を": "画面［OK］を",
    "[設定 1]へ [設定][b] [[設定]] [x]完了 [toc]目次": "［設定 1］へ [設定][b] [[設定]] [x]完了 [toc]目次",
    "言語[^6][Elixir](https://example.com)を\n\n[^6]: 注": "言語[^6][Elixir](https://example.com)を\n\n[^6]: 注",
    "- [x]完了\n- [ ]未完了\n- [ ] 残り": "- [x]完了\n- [ ]未完了\n- [ ] 残り",
    "> [!NOTE]\n> 注意": "> [!NOTE]\n> 注意",
    r"式\[設定\]と![図](a.png)と[図]: b": r"式\[設定\]と![図](a.png)と[図]: b",
    "注[^注]とか[x]の": "注[^注]とか[x]の",
    "画面[設定を開く": "画面[設定を開く",
}


@pytest.mark.parametrize("text", CASES)
def test_pairs_change_as_a_whole_and_syntax_never(text: str, tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("{}", encoding="utf-8")
    config = tmp_path / "lintpost.yml"
    assert fix_text(text, config, "jtf/brackets", "jtf/square-brackets") == CASES[text]
