"""The checks that rules of phrases are made of: exact findings, and no scope that changes a place."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lintpost.checks.common.patterns.phrases import phrases
from lintpost.checks.common.patterns.scopes import SCOPES, scope_of
from lintpost.config.active import active_rules
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.files.settings_error import SettingsError
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.site import Site
from tests.conftest import brief, check_text, fix_text

POST = """---
title: 題名の話
excerpt: "要約\\tの話"
category: 分類の話
---
# 見出しの話

最初の**太字の話**と`コードの話`と[リンクの話](/話)。
二行目の話。

- 一覧の話

> 引用の話

| 表の話 |
|---|
| 欄の話 |

![代替の話](a.png)最後の話。
"""


def found(scope: str) -> list[str]:
    made = scope_of(Post(Source("x.md", POST)), scope)
    return [made.text[start:end] for start, end in made.spans]


@pytest.mark.parametrize(
    ("scope", "texts"),
    [
        ("title", ["題名の話"]),
        ("excerpt", ["要約\tの話"]),
        ("front-matter.category", ["分類の話"]),
        ("heading", ["見出しの話"]),
        ("paragraph", ["最初の太字の話と\ufffcとリンクの話。\n二行目の話。", "最後の話。"]),
        ("opening", ["最初の太字の話と\ufffcとリンクの話。\n二行目の話。"]),
        ("closing", ["最後の話。"]),
        ("list", ["一覧の話"]),
        ("quote", ["引用の話"]),
        ("table", ["表の話", "欄の話"]),
        ("sentence", ["最初の太字の話と\ufffcとリンクの話。", "二行目の話。", "最後の話。", "一覧の話"]),
        ("link", ["リンクの話"]),
        ("alt", ["代替の話"]),
        ("bold", ["太字の話"]),
        ("not-bold", ["見出しの話", "最初の", "と", "と", "リンクの話", "。", "二行目の話。", "一覧の話", "引用の話", "表の話", "欄の話", "代替の話", "最後の話。"]),
        ("code", ["`コードの話`"]),
    ],
)  # fmt: skip
def test_scopes(scope: str, texts: list[str]) -> None:
    assert found(scope) == texts


def test_a_last_line_without_an_end_is_looked_at() -> None:
    """The lines around a word are looked at before a scope is made; the last one has no line end."""
    post = Post(Source("x.md", "first\n\nsecond word"))
    matches = phrases(Site(now=datetime.now(UTC)), ("word",), False, True).matches(post, "body")
    assert [match[2].span() for match in matches] == [(14, 18)]


@pytest.mark.parametrize(
    ("text", "found"),
    [("1本です", [(0, 2)]), ("1と2", [(0, 3)]), ("これは1 2と", []), ("1 2", []), ("a b", [])],
)
def test_a_common_word_is_one_of_those_that_a_pattern_needs(
    text: str, found: list[tuple[int, int]]
) -> None:
    """と is not looked for in posts; 本 is."""
    post = Post(Source("x.md", text))
    matches = phrases(Site(now=datetime.now(UTC)), ("[0-9](?:本|と[0-9])",), False, False)
    assert [match[2].span() for match in matches.matches(post, "body")] == found
    if text.isascii():
        assert not matches.may_match(post)


@pytest.mark.parametrize(("behind", "count"), [("。", 1), ("、", 0)])
def test_a_match_is_looked_for_as_far_as_it_reaches(behind: str, count: int) -> None:
    """What decides stands at both ends of what is looked at about the word, in letters of four bytes."""
    text = f"{'𠮷' * 200}前{'𠮷' * 5}目印{'𠮷' * 5}{behind}{'𠮷' * 200}"
    made = phrases(Site(now=datetime.now(UTC)), ("(?<=前𠮷{5})目印(?=𠮷{5}。)",), False, False)
    assert len(list(made.matches(Post(Source("x.md", text)), "body"))) == count


@given(st.text("aあ。*`[]()!#-> |\n1_<", max_size=60))
def test_places_are_true(body: str) -> None:
    """Every character of a scope stands at its place in the source."""
    text = f"---\ntitle: あa\n---\n{body}"
    post = Post(Source("x.md", text))
    for name in SCOPES:
        scope = scope_of(post, name)
        for piece, (start, end) in enumerate(scope.spans):
            for at in range(start, end):
                first, last = scope.source(piece, at, at + 1)
                assert 0 <= first < last <= len(text)
                if scope.text[at] != "\ufffc" and piece not in scope.inexact:
                    assert text[first] == scope.text[at]


RULE: dict[str, Any] = {
    "rule": "house/x",
    "severity": "warning",
    "title": {"en": "x", "ja": "x"},
    "why": {"en": "x", "ja": "x"},
    "examples": [],
}
MESSAGES = {
    "occurrence": {"many": "{count} of {max}", "few": "{count} below {min}"},
    "length": {"long": "{count} above {max}", "short": "{count} below {min}"},
    "consistency": "{text} beside {name} ({count}, {usual})",
    "substitution": "{text} to {name}",
    "metric": "{value} {condition}",
}


@pytest.fixture
def house(tmp_path: Path) -> Callable[..., Path]:
    """Writes a rule with one check, and a configuration with it."""

    def write(check: str, **options: Any) -> Path:
        message: Any = MESSAGES.get(check, "{text}")
        both = lambda text: {"en": text, "ja": text}  # noqa: E731
        shown = (
            {k: both(v) for k, v in message.items()} if isinstance(message, dict) else both(message)
        )
        (tmp_path / "pack" / "house").mkdir(parents=True, exist_ok=True)
        data = {**RULE, "check": check, "options": options, "message": shown}
        (tmp_path / "pack" / "house" / "x.yml").write_text(
            yaml.safe_dump(data, allow_unicode=True), "utf-8"
        )
        config = tmp_path / "lintpost.yml"
        config.write_text("packs: [pack]\n", encoding="utf-8")
        return config

    return write


CASES: list[tuple[str, dict[str, Any], str, list[tuple[str, str]]]] = [
    ("existence", {"tokens": ["foo", "ば[あか]"]}, "foo foobar ばあ **ば**あ `foo`", [("foo", "foo"), ("ばあ", "ばあ"), ("ば**あ", "ばあ")]),
    ("existence", {"tokens": ["foo"], "nonword": True, "ignorecase": True}, "Foobar", [("Foo", "Foo")]),
    ("existence", {"tokens": ["a", "ab", "b"], "nonword": True}, "ab", [("ab", "ab")]),
    ("existence", {"tokens": ["話"], "exceptions": ["「[^」]*」"]}, "「話」と話", [("話", "話")]),
    ("existence", {"tokens": ["話"], "once": True}, "話と話", [("話", "話")]),
    ("existence", {"tokens": ["話"], "least": 3}, "話と話", []),
    ("existence", {"tokens": ["(?<what>[A-Z]+)-1"]}, "x AB-1", [("AB-1", "AB-1")]),
    ("existence", {"tokens": ["二つの 行|二つの\\s行"]}, "二つの\n行", [("二つの\n行", "二つの\n行")]),
    ("substitution", {"swap": {"foo": "bar", "(\\d+)円": "¥$1"}}, "foo 10円", [("foo", "foo to bar"), ("10円", "10円 to ¥10")]),
    ("substitution", {"swap": {"foo": "bar|baz"}}, "foo", [("foo", "foo to “bar” or “baz”")]),
    ("substitution", {"swap": {"foo": "foo"}}, "foo", []),
    ("occurrence", {"tokens": ["！"], "max": 1}, "ね！よ！\n\nね！", [("！", "2 of 1")]),
    ("occurrence", {"tokens": ["！"], "max": 2, "within": "post"}, "ね！よ！\n\nね！", [("！", "3 of 2")]),
    ("occurrence", {"tokens": ["円"], "min": 1, "scope": "heading"}, "# 十円\n\n# 十ドル\n", [("十ドル", "0 below 1")]),
    ("consistency", {"either": {"サーバー": "サーバ(?!ー)"}}, "サーバーとサーバとサーバー", [("サーバ", "サーバ beside サーバー (1, 2)")]),
    ("consistency", {"either": {"e-mail": "email"}}, "email, e-mail", [("e-mail", "e-mail beside email (1, 1)")]),
    ("consistency", {"either": {"e-mail": "email"}}, "email, email", []),
    ("repetition", {}, "it It is so so, that\nthat", [("it It", "it"), ("so so", "so"), ("that\nthat", "that")]),
    ("conditional", {"first": "\\b([A-Z]{3})\\b", "second": "（([A-Z]{3})）", "exceptions": ["CSS"]}, "ABCと甲（DEF）とDEFとCSS。乙（ABC）", [("ABC", "ABC")]),
    ("conditional", {"first": "\\b([A-Z]{3})\\b", "second": "（([A-Z]{3})）", "anywhere": True}, "ABCと乙（ABC）", []),
    ("length", {"scope": "sentence", "max": 5}, "短い文。これは長い文です。", [("これは長い文です。", "9 above 5")]),
    ("capitalization", {"match": "$sentence", "exceptions": ["GitHub", "Japan"]}, "# How To use GitHub in Japan\n\n## 見出し Of X\n\n## An API for Tests\n", [("How To use GitHub in Japan", "How To use GitHub in Japan"), ("An API for Tests", "An API for Tests")]),
    ("capitalization", {"match": "$title"}, "# The Art of the deal\n\n## What It Is For\n", [("The Art of the deal", "The Art of the deal")]),
    ("capitalization", {"match": "$title", "style": "Chicago"}, "# Life without Stress\n\n## Life Without Stress\n", [("Life Without Stress", "Life Without Stress")]),
    ("capitalization", {"match": "[A-Z].*[^.]"}, "# small\n\n## Full stop.\n\n## Right\n", [("small", "small"), ("Full stop.", "Full stop.")]),
    ("capitalization", {"match": "$upper", "threshold": 60}, "# ONE TWO three\n\n## ONE two three\n", [("ONE two three", "ONE two three")]),
    ("metric", {"formula": "kanji / characters", "condition": "> 0.5"}, "漢字漢字かな。", [("漢字漢字かな。", "0.57 > 0.5")]),
    ("metric", {"formula": "words / sentences - 1.5 * -2", "condition": "<= 5"}, "Two words. Two words.", [("Two words. Two words.", "5.00 <= 5")]),
    ("metric", {"formula": "words / headings", "condition": "> 0"}, "No heading, no figure.", []),
    ("metric", {"formula": "syllables", "condition": "== 6"}, "considerable cake", [("considerable cake", "6.00 == 6")]),
    ("pattern", {"match": ["(?<maker>acme)[- ]?(?<no>\\d+)"], "fold": ["case", "width"], "exceptions": ["9$"]}, "ＡＣＭＥ－１と Acme 2、acme9", [("ＡＣＭＥ－１", "ＡＣＭＥ－１"), ("Acme 2", "Acme 2")]),
    ("pattern", {"match": ["ai", "aiる"], "fold": ["width"]}, "ａｉると**ai**", [("ａｉる", "ａｉる"), ("ai", "ai")]),
    ("length", {"scope": "section", "min": 3, "max": 6}, "# 甲\n\n短い。\n\n## 乙\n\n長い文。\n\n- 長い文。\n\n## 丙\n", [("## 乙", "8 above 6"), ("## 丙", "0 below 3")]),
    ("length", {"scope": "heading", "unit": "words", "min": 2}, "# One\n\n# Two words\n", [("One", "1 below 2")]),
]  # fmt: skip


@pytest.mark.parametrize(("check", "options", "body", "hits"), CASES, ids=[f"{c[0]} {c[2]}" for c in CASES])  # fmt: skip
def test_findings(
    house: Callable[..., Path], check: str, options: dict[str, Any], body: str, hits: list[tuple[str, str]]
) -> None:  # fmt: skip
    text = f"---\ntitle: 題\n---\n{body}\n"
    findings = [f for f in check_text(text, house(check, **options)) if f.rule == "house/x"]
    places = [where for _, where in brief(text, findings)]
    assert list(zip(places, [f.message for f in findings], strict=True)) == hits


def test_fixes(house: Callable[..., Path]) -> None:
    text = '---\ntitle: foo\nexcerpt: "a\\tfoo"\n---\nfooと**fo**oとfoo。\n'
    assert fix_text(text, house("substitution", swap={"foo": "bar"}), "house/x") == text.replace("title: foo", "title: bar").replace("fooと**", "barと**").replace("とfoo。", "とbar。")  # fmt: skip
    assert fix_text("a foo b\n", house("existence", tokens=["foo "], remove=True, nonword=True), "house/x") == "a b\n"  # fmt: skip


@pytest.mark.parametrize(
    ("check", "options", "message"),
    [
        ("existence", {"tokens": ["("]}, "`(` is not a regular expression: missing ) at position 1"),
        ("existence", {"scope": "boddy", "tokens": ["a"]}, "unknown option `boddy`; did you mean `body`?"),
        ("substitution", {"swap": {"[": "a"}}, "`[` is not a regular expression"),
        ("metric", {"formula": "__import__('os')"}, "`__import__('os')` cannot be read"),
        ("metric", {"formula": "words ** 99"}, "`words ** 99` cannot be read"),
        ("metric", {"formula": "wrods / 2"}, "`wrods / 2` cannot be read"),
        ("metric", {"condition": "high"}, "`high` cannot be read"),
        ("capitalization", {"match": "["}, "`[` is not a regular expression"),
        ("sequence", {"patterns": [{"tokens": [{"wrod": "a"}]}]}, "unknown option `wrod`; did you mean `word`?"),
        ("sequence", {"patterns": [{"tokens": []}]}, "`tokens` must be a list of mappings"),
        ("sequence", {"patterns": [{"tokens": [{"word": "a"}], "at": 2}]}, "`at` is all, first, last or the number of a token"),
        ("existence", {"tokns": ["a"]}, "unknown option `tokns`; did you mean `tokens`?"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(
    house: Callable[..., Path], check: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        active_rules(load_settings(str(house(check, **options)), CliOverrides()))
    assert message in caught.value.text.en
