"""How bold that does not show is repaired: links, emoji and entities stay what they are."""

from pathlib import Path

import pytest

from tests.conftest import check_text, fix_text

SAFE = {
    "これは**[資料](https://a.jp/)**です。": "これは[**資料**](https://a.jp/)です。",
    "**[資料](https://a.jp/)**です。": "[**資料**](https://a.jp/)です。",
    "**[자료](https://a.jp/)**가 있다.": "[**자료**](https://a.jp/)가 있다.",
    '**[資料](/a "題")**です。**[次](/b)**も。': '[**資料**](/a "題")です。[**次**](/b)も。',
    "これは**[資料](/a)。**次は**「重要」**です。": "これは[**資料**](/a)。次は「**重要**」です。",
    "これは**[資料][a]**です。\n\n[a]: /a": "これは[**資料**][a]です。\n\n[a]: /a",
}
LEFT = [
    "これは**[資料]**です。\n\n[資料]: /a",
    "これは**[資料][]**です。\n\n[資料]: /a",
    "**終わりですか:interrobang:**と",
    "**詳しくは[資料](/a)**です。",
    "これは**A&amp;**です。",
    "これは**![図](/a.png)**です。",
    "これは**[^1]**です。\n\n[^1]: 注",
    "**自然言語処理（NLP）**は難しい。",
    "**自然言語処理(NLP)**は難しい。",
]


@pytest.mark.parametrize("text", SAFE)
def test_marks_move_into_the_link(text: str, tmp_path: Path) -> None:
    assert fix_text(text, _config(tmp_path), "bold/unrendered") == SAFE[text]


@pytest.mark.parametrize("text", LEFT)
def test_what_has_no_safe_repair_is_reported_and_left(text: str, tmp_path: Path) -> None:
    config = _config(tmp_path)
    assert fix_text(text, config, "bold/unrendered") == text
    (found,) = check_text(text, config, select=("bold/unrendered",))
    trust = found.fix.applicability if found.fix else None
    assert trust == ("unsafe" if "NLP" in text else None)


def _config(folder: Path) -> Path:
    config = folder / "lintpost.yml"
    config.write_text("renderer: commonmark\n", encoding="utf-8")
    return config
