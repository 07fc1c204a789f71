from hypothesis import given
from hypothesis import strategies as st

from lintpost.site.nearest import nearest, ratio
from lintpost.site.vocabulary import Tag, Vocabulary


def test_find_sees_through_case_width_and_aliases() -> None:
    vocabulary = Vocabulary(
        [Tag("DX推進", ("DX",)), Tag("LLM"), Tag("古い", retired=True, use="LLM")]
    )
    found = {
        word: tag.name if (tag := vocabulary.find(word)) else None
        for word in ("DX", "ｄｘ", "llm", "ＬＬＭ", "古い", "猫")
    }
    assert found == {
        "DX": "DX推進",
        "ｄｘ": "DX推進",
        "llm": "LLM",
        "ＬＬＭ": "LLM",
        "古い": "古い",
        "猫": None,
    }
    assert vocabulary.current == ["DX推進", "LLM"]


def test_suggestions_are_current_words() -> None:
    vocabulary = Vocabulary(
        [Tag("AI規制"), Tag("AI人材", ("人材育成",)), Tag("AI規制法", retired=True)]
    )
    assert vocabulary.suggestions("AI規制対応") == ["AI規制"]
    assert vocabulary.suggestions("人材育成術") == ["AI人材"]
    assert vocabulary.suggestions("ねこ") == []


def test_nearest() -> None:
    assert nearest("fail_on", ["fail-on", "posts", "lang"]) == ["fail-on"]
    assert nearest("zzz", ["posts"]) == []


@given(st.text("abé日本", max_size=12), st.text("abé日本", max_size=12))
def test_ratio_is_rapidfuzzs(one: str, other: str) -> None:
    from rapidfuzz.fuzz import ratio as expected

    assert abs(ratio(one, other) - expected(one, other)) < 1e-9
