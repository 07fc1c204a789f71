"""Rules of sentences and words: whatever stands in a post, in both modes."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.config import active
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
from lintpost.packs.builtin import preset_path
from lintpost.post.source import Source

PROSE = st.lists(
    st.sampled_from(
        [
            "雨",
            "が",
            "降",
            "る",
            "です。",
            "ます。",
            "ました、",
            "である。",
            "だ。",
            "しかし、",
            "また、",
            "は",
            "は",
            "を",
            "を",
            "、",
            "。",
            "？",
            "！",
            "「",
            "」",
            "（",
            "）",
            "**",
            "*",
            "`",
            "[a](b)",
            "![c](d)",
            "AI",
            "",
            "1",
            "一つ",
            "つ",
            "三回",
            "\n",
            "\n\n",
            "-",
            ">",
            "#",
            "|",
            "かもしれない",
            "思う。",
            "見れる",
            "書いてます",
            "できることが可能です",
            "、、",
            "ああ",
            "えーと",
            "サーバ",
            "サーバー",
            "です（仮）。",
            "https://x.jp/a",
            "<b>",
            "{%",
            "x",
            "%}",
            "&amp;",
            "\\*",
            "😀",
        ]
    ),
    max_size=40,
).map("".join)


@cache
def checker(preset: str) -> Checker:
    chosen = ("ja/*", "jtf/*", "ai-writing/*", "typography/*")
    return Checker(load_settings(preset_path(preset), CliOverrides(select=chosen, lang="ja")))


@pytest.mark.parametrize("preset", ["strict", "textlint"])
@given(body=PROSE)
def test_nothing_breaks_and_spans_lie_inside(preset: str, body: str) -> None:
    text = f"---\ntitle: 題\n---\n{body}"
    result = checker(preset).check_source(Source("a.md", text))
    assert [error.text.en for error in result.errors] == []
    for finding in result.findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text), finding


@given(body=PROSE)
def test_fixes_settle(body: str) -> None:
    """Applied once more, the fixes change nothing."""
    source = Source("a.md", f"---\ntitle: 題\n---\n{body}")
    done = fix_source(checker("ja-editorial"), source, unsafe=True).after
    assert fix_source(checker("ja-editorial"), Source("a.md", done), unsafe=True).after == done


def test_without_mecab_a_rule_of_words_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(active, "is_installed", lambda package: package != "MeCab")
    config = tmp_path / "lintpost.yml"
    config.write_text("rules:\n  ja/sentence-length: on\n  ja/style-mix: on\n", encoding="utf-8")
    settings = load_settings(str(config), CliOverrides())
    result = Checker(settings).check_source(Source("a.md", "本文。\n"))
    assert [error.text.en for error in result.errors] == [
        f"{config}:3:17: ja/style-mix looks at Japanese words: pip install 'lintpost[ja]', or turn it off"
    ]
    # The lead-in is told by its letters, but for textlint's own way.
    config.write_text("rules:\n  ai-writing/lead-in: on\n  ja/misuse: on\n", encoding="utf-8")
    found = Checker(load_settings(str(config), CliOverrides())).check_source(
        Source("a.md", "---\ntitle: 題\n---\nします：\n\n- 甲\n")
    )
    assert [finding.rule for finding in found.findings] == ["ai-writing/lead-in"]
