"""Half-width brackets around Japanese: which are replaced."""

from pathlib import Path

import pytest

from tests.conftest import check_text, fix_text

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
    "これ([社内 主張])です": "これ（［社内 主張］）です",
    r"これ\(例)と(例\)です": r"これ\(例)と(例\)です",
}


@pytest.mark.parametrize("text", CASES)
def test_pairs_change_as_a_whole_and_syntax_never(text: str, tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("{}", encoding="utf-8")
    config = tmp_path / "lintpost.yml"
    assert fix_text(text, config, "jtf/brackets", "jtf/square-brackets") == CASES[text]


def test_the_fix_of_one_bracket_replaces_its_partner_too() -> None:
    findings = check_text("部品(試作)と例)\n", select=("jtf/brackets",))
    assert [[(e.start, e.text) for e in f.fix.edits] for f in findings if f.fix] == [
        [(2, "（"), (5, "）")],
        [(5, "）"), (2, "（")],
        [(8, "）")],
    ]
