"""Reading ease against values that were worked out by hand."""

import pytest

from lintpost.surveys.health.readability import is_japanese, kanji_share, reading_ease


def test_japanese_by_the_formula_of_tateisi() -> None:
    sentences = ["今日は、晴天です。", "空は青い。", "海も青い。"]
    # ls = 19 / 3; hiragana は です は い も い: 7 / 6; kanji 今日 晴天 空 青 海 青: 8 / 6; one comma in three.
    expected = 115.79 - 0.12 * 19 / 3 + 7.4 * 7 / 6 - 23.18 * 8 / 6 - 4.67 / 3
    assert reading_ease(sentences) == pytest.approx(expected)


def test_english_by_the_formula_of_flesch() -> None:
    sentences = ["The cat sat.", "The dog ran.", "A bird sings loudly."]
    # 10 words in 3 sentences; 11 syllables (loud-ly).
    assert reading_ease(sentences) == pytest.approx(206.835 - 1.015 * 10 / 3 - 84.6 * 11 / 10)


def test_too_little_has_no_figure() -> None:
    assert reading_ease(["短い。", "文。"]) is None
    assert reading_ease(["1.", "2.", "3."]) is None
    assert reading_ease([]) is None


@pytest.mark.parametrize(
    ("text", "japanese", "share"),
    [("漢字かな", True, 0.5), ("plain text", False, 0.0), ("", False, 0.0), ("東京 Tokyo", False, 2 / 7),
     ("The product (イヌ) is new", True, 0.0)],
)  # fmt: skip
def test_language_and_kanji(text: str, japanese: bool, share: float) -> None:
    assert is_japanese(text) is japanese
    assert kanji_share(text) == pytest.approx(share)
