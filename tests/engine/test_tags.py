"""Counting tags, and the pairs that may be one."""

import io
from datetime import date
from pathlib import Path

import pytest

from lintpost.report.survey.tags_commands import write_commands
from lintpost.site.vocabulary import Tag, Vocabulary
from lintpost.surveys.tag_drift import similar_tags
from lintpost.surveys.tag_usage import TagCounter, TagSurvey, TagUse, survey_tags, tag_status
from lintpost.surveys.tag_words import loose, slug
from tests.conftest import ROOT


def _pairs(vocabulary: Vocabulary | None = None, **counts: int) -> list[tuple[str, str, str]]:
    words = [TagUse(word, count, None, None) for word, count in counts.items()]
    return [(d.kind, d.keep.word, d.drop.word) for d in similar_tags(words, vocabulary)]


def test_the_pairs_of_a_real_site() -> None:
    counts = {
        "AI規制": 37, "AI規制対応": 5, "AI人材": 43, "AI人材育成": 2, "DX": 3, "DX推進": 29, "ROI": 3,
        "ROI分析": 12, "LLM": 70, "技術: LLM": 3, "AI": 8, "AIエージェント": 30, "生成AI": 20, "AI倫理": 9,
        "AI投資": 3, "Google": 84, "xAI": 29, "推論最適化": 4,
    }  # fmt: skip
    assert _pairs(**counts) == [
        ("holds", "AI規制", "AI規制対応"),
        ("holds", "LLM", "技術: LLM"),
        ("holds", "DX推進", "DX"),
        ("holds", "ROI分析", "ROI"),
        ("holds", "AI人材", "AI人材育成"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("生成AI", "生成ＡＩ", "spelling"),
        ("AIエージェント", "AI エージェント", "spelling"),
        ("サーバー", "サーバ", "spelling"),
        ("ＬＬＭ", "llm", "spelling"),
        ("マルチ・モーダル", "マルチモーダル", "spelling"),
        ("e-learning", "eラーニング", "meaning"),
        ("C", "C++", "slug"),
        ("C#", "C++", "slug"),
        ("OpenAI", "OpenAl", "near"),
        ("Widget", "Widgets", "near"),
        ("ファインチューニング", "ファインチューンング", "near"),
        ("GPT-4", "GPT-5", None),
        ("2025年", "2026年", None),
        ("AI規制", "AI倫理", None),
        ("導入事例", "導入支援", None),
        ("画像生成", "画像生成AI", "within"),
        ("Google", "Google Cloud", None),
        ("ROI", "ROI analysis", "holds"),
        ("xAI", "AI", None),
        ("API", "AP", None),
        ("機械学習", "機械学習入門", "holds"),
        ("半導体", "自動運転", None),
        ("Google", "グーグル", "meaning"),
        ("EU AI法", "EU AI Act", "meaning"),
        ("生成AI", "Generative AI", "meaning"),
        ("Google Cloud", "グーグル Cloud", "meaning"),
        ("機械学習", "Machine Learning", "meaning"),
        ("AI規制", "AI regulation", "meaning"),
        ("リテール", "小売", "meaning"),
        ("Python", "Phoenix", None),
        ("API", "xAI", None),
        ("Next.js", "Nuxt.js", None),
        ("React", "Reactt", "near"),
        ("小売", "小売・卸売業", "within"),
        ("卸売", "小売・卸売業", "within"),
        ("小売・卸売業", "小売・物流業", None),
        ("UI", "UI/UX", "within"),
        ("AI", "AI活用", None),
        ("AI", "AI導入", None),
        ("AI", "技術: AI", "holds"),
        ("AI", "【技術】AI", "holds"),
        ("DX", "DX推進", "holds"),
        ("データ", "データ活用", None),
        ("UX", "UX改善", "holds"),
    ],
)
def test_kinds(one: str, other: str, kind: str | None) -> None:
    found = _pairs(**{one: 2, other: 1})
    assert found == ([(kind, one, other)] if kind else [])


def test_what_the_vocabulary_has_settled() -> None:
    words = {"AI規制": 5, "AI規制対応": 2}
    assert _pairs(Vocabulary([Tag("AI規制", ("AI規制対応",))]), **words) == []
    assert _pairs(Vocabulary([Tag("AI規制"), Tag("AI規制対応", retired=True)]), **words) == []
    assert (
        _pairs(Vocabulary([Tag("AI規制", distinct=("AI規制対応",)), Tag("AI規制対応")]), **words)
        == []
    )
    assert (
        _pairs(Vocabulary([Tag("AI規制"), Tag("AI規制対応", implies=("AI規制",))]), **words) == []
    )
    both = Vocabulary([Tag("AI規制"), Tag("AI規制対応")])
    assert _pairs(both, **words) == [("holds", "AI規制", "AI規制対応")]
    # A tag that no post uses yet is what an unknown word may have been meant for.
    unused = Vocabulary([Tag("AI規制"), Tag("半導体")])
    assert _pairs(unused, AI規制対応=2) == [("holds", "AI規制対応", "AI規制")]
    # The canonical word is kept, however few use it.
    assert _pairs(Vocabulary([Tag("AI規制対応")]), **words) == [("holds", "AI規制対応", "AI規制")]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("技術: LLM", "技術-llm"), ("C++", "c"), ("AI_Agent", "ai-agent"), ("☆", "")],
)
def test_slug(word: str, wanted: str) -> None:
    assert slug(word) == wanted


def test_survey(tmp_path: Path) -> None:
    posts = {
        "2025-01-02-a.md": "---\ntags: [AI, AI, LLM]\ndate: 2025-03-04\n---\n",
        "2025-01-02-b.md": "---\ntags: AI\n---\n",
        "c.md": "---\ntags: [LLM, 3, '']\n---\n",
        "d.md": "本文だけ。",
        "e.md": b"\xff",
    }
    for name, text in posts.items():
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    found = survey_tags([str(tmp_path / name) for name in posts], "tags", 1000)
    assert found.posts == 4
    assert [error.path for error in found.unreadable] == [str(tmp_path / "e.md")]
    assert found.words == [
        TagUse("AI", 2, date(2025, 1, 2), date(2025, 3, 4)),
        TagUse("LLM", 2, date(2025, 3, 4), date(2025, 3, 4)),
    ]


def test_tag_status() -> None:
    vocabulary = Vocabulary([Tag("LLM", ("言語モデル",)), Tag("古い", retired=True, use="LLM")])
    words = ["LLM", "llm", "言語モデル", "古い", "新しい"]
    found = [tag_status(word, vocabulary) for word in words]
    assert found == ["current", "alias", "alias", "retired", "unknown"]


def test_a_general_stem_is_no_pair_with_its_compounds() -> None:
    stem = {f"量子{word}": 1 for word in ("活用", "導入", "対応", "通信")}
    assert _pairs(量子=9, **stem) == []
    assert _pairs(量子=9, **stem, **{"技術: 量子": 1}) == [("holds", "量子", "技術: 量子")]
    stem.popitem()
    assert {pair[2] for pair in _pairs(量子=9, **stem)} == {"量子活用", "量子導入", "量子対応"}


@pytest.mark.parametrize(
    ("keep", "drop", "is_one"),
    [
        ("AI規制", "AI規制対応", True),
        ("DX推進", "DX", True),
        ("LLM", "技術: LLM", True),
        ("Google", "グーグル", True),
        ("サーバー", "サーバ", True),
        ("ROI", "ROI分析", False),
        ("C#", "C++", False),
        ("画像生成", "画像生成AI", False),
    ],
)
def test_what_is_proposed_for_merging(keep: str, drop: str, is_one: bool) -> None:
    (pair,) = similar_tags([TagUse(keep, 2, None, None), TagUse(drop, 1, None, None)])
    assert (pair.keep.word, pair.drop.word, pair.is_one_tag) == (keep, drop, is_one)
    out = io.StringIO()
    survey = TagSurvey(3, [TagUse(keep, 2, None, None), TagUse(drop, 1, None, None)], [])
    write_commands(survey, None, "tags", out)
    assert (not out.getvalue().startswith("# ") and drop in out.getvalue()) == is_one


def test_the_table_of_synonyms() -> None:
    """It is small, every line is a group, and its words are as tags are looked up."""
    folder = ROOT / "lintpost" / "surveys" / "synonyms"
    text = (folder / "groups.txt").read_text(encoding="utf-8")
    assert len(text.encode()) <= 200_000
    assert "Apache License, Version 2.0" in text
    assert "Apache License" in (folder / "LICENSE").read_text(encoding="utf-8")
    groups = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len(groups) > 5000
    assert [group for group in groups if len(group) != len(set(group)) or len(group) < 2] == []
    assert [word for group in groups for word in group if loose(word) != word] == []


@pytest.mark.parametrize(("count", "pairs"), [(3, 3), (100, 4950), (101, 0)])
def test_the_pairs_of_a_post_with_very_many_tags_are_not_counted(count: int, pairs: int) -> None:
    """Their number grows with the square of the words; the words themselves count."""
    counter = TagCounter("tags")
    counter.add_note(([f"t{number:03}" for number in range(count)], None))
    assert (len(counter.uses()), counter.together.total()) == (count, pairs)
