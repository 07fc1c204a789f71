"""Pairs of words, and slips in katakana and set phrases: what options and sites make of them."""

from pathlib import Path

import pytest

from lintpost.api import check_text, load_settings
from lintpost.checks.contract.options import OptionError
from lintpost.checks.prose.word_pairs import Options

HEAD = "---\ntitle: 日記\n---\n\n"


def found(tmp_path: Path, body: str, rule: str, more: str = "") -> list[tuple[int, str]]:
    """Where a rule finds what, from the beginning of the body."""
    config = tmp_path / "lintpost.yml"
    config.write_text(f"rules:\n  {rule}: on\n{more}", encoding="utf-8")
    text = HEAD + body
    result = check_text(text, str(tmp_path / "a.md"), load_settings(config))
    assert result.errors == ()
    spans = [(one.start.offset, one.end.offset) for one in result.findings if one.rule == rule]
    return [(start - len(HEAD), text[start:end]) for start, end in spans]


@pytest.mark.parametrize(
    ("pair", "path"),
    [
        ({"first": {"tag": "助詞"}}, ["pairs", "0"]),
        ({"first": {"word": "を"}, "second": [{"tag": "助詞"}]}, ["pairs", "0"]),
        ({"first": {"tag": "助詞"}, "second": [{"word": "を"}]}, ["pairs", "0"]),
        ({"first": {"tag": "助詞"}, "second": [{"tag": "助詞"}], "third": []}, ["pairs", "0"]),
        (
            {"first": {"tag": "助詞", "wrod": "を"}, "second": [{"tag": "助詞"}]},
            ["pairs", "0", "first"],
        ),
    ],
)
def test_a_pair_that_cannot_be_read_is_refused(pair: dict[str, object], path: list[str]) -> None:
    with pytest.raises(OptionError) as refused:
        Options({"pairs": [pair]})
    assert refused.value.path == path


def test_a_pair_is_found_at_each_place_and_over_marks(tmp_path: Path) -> None:
    body = "塩を振りておく。塩を**振り**ておく。塩を振っておく。\n"
    assert found(tmp_path, body, "ja/word-pair") == [(2, "振りて"), (12, "振り**て")]


def test_what_was_asked_before_changes_nothing(tmp_path: Path) -> None:
    bodies = ["必要だ述べた。\n", "見つからいない。\n", "必要だと述べた。\n"]
    alone = [found(tmp_path, body, "ja/word-pair") for body in bodies]
    assert alone == [[(2, "だ述べ")], [(0, "見つからい")], []]
    assert found(tmp_path, "".join(bodies), "ja/word-pair") == [(2, "だ述べ"), (8, "見つからい")]


def test_a_name_of_the_house_is_no_misspelled_word(tmp_path: Path) -> None:
    body = "アルゴリムズで働く。\n"
    assert found(tmp_path, body, "ja/near-katakana") == [(0, "アルゴリムズ")]
    assert found(tmp_path, body, "ja/near-katakana", "names: [アルゴリムズ]\n") == []


def test_the_longer_one_of_two_slips_is_reported(tmp_path: Path) -> None:
    body = "おはようございすま。\n"
    assert found(tmp_path, body, "ja/near-phrase") == [(0, "おはようございすま")]
