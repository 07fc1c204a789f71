"""What an entry of the dictionary says beside its name: contexts, expressions, kana, slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.site.katakana_forms import kana_variants, spaced_variants
from lintpost.site.name import Name
from lintpost.site.name_slips import NameSlips
from tests.site.test_names import mentions


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (Name("サーバー"), "ｻｰﾊﾞｰとサ－バ－とサーバとサーバーとサーバント", ["ｻｰﾊﾞｰ", "サ－バ－", "サーバ"]),
        (Name("メモリ"), "メモリーとメモリとメモリアル", ["メモリー"]),
        (Name("ファーウェイ"), "ファウェイとファーウェイ", ["ファウェイ"]),
        (Name("メタ"), "メターとメタ", []),  # too short
        (Name("パンダ"), "ハ\u309aンタ\u3099とパンダ", ["ハ\u309aンタ\u3099"]),  # decomposed
        (Name("ボストン・ダイナミクス"), "ボストンダイナミクスとボストン ダイナミクス", ["ボストンダイナミクス", "ボストン ダイナミクス"]),
        (Name("Amazonプライム"), "Amazon プライムとＡｍａｚｏｎプライム", ["Amazon プライム", "Ａｍａｚｏｎプライム"]),
        (Name("Google アシスタント"), "Googleアシスタントとgoogle アシスタント", ["Googleアシスタント", "google アシスタント"]),
        (Name("Apple", not_before=("Pie", "ジュース")), "Apple Pie、**Apple**ジュース、Appleの話、ＡｐｐｌｅとApple Pies", ["Ａｐｐｌｅ"]),
        (Name("Codex", case="any", not_after=("/[Vv]atican/",)), "Vatican codexとcodex", ["codex"]),
        (Name("ベンダー", variants=("/ベンダ(?!ー)|ヴェンダー?/",)), "ベンダとベンダーとヴェンダとベンダロン", ["ベンダ", "ヴェンダ"]),
        (Name("GPT-4", variants=("/GPT[ _]?(?:four|Ⅳ)/i",)), "gpt four, GPT_Ⅳ, GPT-4, `GPT four`", ["gpt four", "GPT_Ⅳ"]),
    ],
)  # fmt: skip
def test_wrong_forms(name: Name, text: str, found: list[str]) -> None:
    wrong = [each for each, _, role in mentions(text, name) if role != "accepted"]
    assert wrong == found


def test_in_the_title() -> None:
    name = Name("ベンダー", variants=("/ベンダ(?!ー)/",), not_before=("コード",))
    text = "---\ntitle: ベンダとは、ベンダコードとは\n---\nベンダ\n"
    assert mentions(text, name) == [("ベンダ", "ベンダー", "variant")] * 2


def test_a_form_of_another_name_is_not_derived() -> None:
    assert mentions("タイガとタイガー", Name("タイガー"), Name("タイガ")) == [
        ("タイガ", "タイガ", "accepted"),
        ("タイガー", "タイガー", "accepted"),
    ]


@given(st.text("ァアカガサンーッ・Aa1 漢", max_size=12))
def test_derived_forms_are_others(form: str) -> None:
    for derived in (*kana_variants(form), *spaced_variants(form)):
        assert derived != form


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Antropic", "Anthropic"),
        ("Anthroppic", "Anthropic"),
        ("Anthorpic", "Anthropic"),
        ("Anthrapic", "Anthropic"),
        ("antropic", "Anthropic"),
        ("Anthropics", None),
        ("nthropic", None),
        ("Anthropic", None),
        ("ANTHROPIC", None),
        ("Anrhtopic", None),
        ("マイクロソクト", "マイクロソフト"),
        ("H100XX", None),
        ("Model2", None),
        ("Stripp", None),
    ],
)
def test_slips(word: str, name: str | None) -> None:
    forms = ["Anthropic", "マイクロソフト", "H200XX", "Model3", "Stripe"]
    assert NameSlips(forms, [form.lower() for form in forms]).nearest(word) == name


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.text(LETTERS, min_size=6, max_size=12), st.integers(1, 4), st.sampled_from(LETTERS))
def test_every_slip_within_a_word_is_found(form: str, at: int, letter: str) -> None:
    slips = NameSlips([form], [form])
    written = [
        form[:at] + form[at + 1 :],
        form[:at] + letter + form[at:],
        form[:at] + letter + form[at + 1 :],
        form[:at] + form[at + 1] + form[at] + form[at + 2 :] if at + 2 < len(form) else form,
    ]
    for word in written:
        same_ends = word[0] == form[0] and word[-1] == form[-1]
        if word != form and len(word) >= 6 and same_ends:
            assert slips.nearest(word) == form
