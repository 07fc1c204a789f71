"""Details of front-matter checks that the rules' examples do not show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.checks.common.sentences.brackets import unmatched
from lintpost.checks.front_matter.reading_time import minutes
from lintpost.post.front_matter.scalars import is_plain
from tests.conftest import brief, check_text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("字" * 500, 1),
        ("字" * 750, 2),
        ("字" * 749, 1),
        ("word " * 300, 2),
        ("字" * 500 + " word" * 200, 2),
        ("", 1),
        ("été " * 400, 2),
    ],
)
def test_minutes(text: str, whole: int) -> None:
    assert minutes(text.encode(), 500, 200) == whole


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("「a」", []),
        ("（a)", []),
        ("「（a」）", [1, 4]),
        ("a)", []),
        ("1) b 2) c", []),
        ("ok :)", []),
        ("))", [0, 1]),
        ("【「】」", [1, 3]),
    ],
)
def test_unmatched(text: str, lone: list[int]) -> None:
    assert unmatched(text).lone == lone


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("生成AI", True),
        ("yes", False),
        ("2026", False),
        ("C++", True),
        ("a: b", False),
        ("null", False),
        ("a,b", False),
        ("#x", False),
        ("", False),
        ("AI (生成)", True),
        ("- a", False),
    ],
)
def test_is_plain(word: str, plain: bool) -> None:
    assert is_plain(word) is plain


def test_schema_findings_stand_at_the_very_value(site: Callable[..., Path]) -> None:
    folder = site(
        lintpost_yml="""
front-matter:
  properties:
    authors: {type: array, items: {type: object, required: [name], properties: {age: {type: integer, minimum: 18}}}}
    url: {format: uri}
    kind: {enum: [news, review]}
    seo: {additionalProperties: false, properties: {title: {maxLength: 3}}}
""",
    )
    text = (
        "---\nauthors:\n  - {name: a, age: 3}\n  - {age: x}\nurl: 'no uri'\nkind: rumour\n"
        "seo: {title: long, extra: 1}\nwhen: 2026-04-02\n---\n本文\n"
    )
    found = [
        f for f in check_text(text, folder / "lintpost.yml") if f.rule == "front-matter/schema"
    ]
    assert [(text[f.start.offset : f.end.offset], f.message) for f in found] == [
        ("3", "`authors` (item 1) → `age` must be at least 18, not 3."),
        ("{age: x}", "`authors` (item 2) lacks `name`."),
        ("x", '`authors` (item 2) → `age` must be a whole number, not "x".'),
        ("'no uri'", '`url` must be a full address such as https://example.com/a, not "no uri".'),
        ("rumour", '`kind` must be one of "news", "review", not "rumour".'),
        ("long", "`seo` → `title` is too long: 4 characters, at most 3."),
        ("extra", "`seo` may not have `extra`."),
    ]


def test_the_body_is_checked_when_the_front_matter_is_broken() -> None:
    text = '---\ntitle: "x\n---\nこれは**「重要」**です。\n'
    assert brief(text, check_text(text)) == [
        ("front-matter/syntax", '"'),
        ("bold/unrendered", "**「重要」**"),
    ]


def test_crlf_and_bom_do_not_move_spans() -> None:
    text = "\ufeff---\r\ntitle: 題\r\ntags: [AI, AI]\r\n---\r\n😀これは**「重要」**です。\r\n"
    assert brief(text, check_text(text)) == [
        ("tags/duplicate", "AI"),
        ("bold/unrendered", "**「重要」**"),
    ]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("これは**「重要」**です", "the closing **"),
        ("変更は**[枝](https://example.com/)**。", "the opening **"),
        ("**「A」**。**B**と**「C」**", "the opening **"),
        ("**「A」**と**B**", "the closing **"),
    ],
)
def test_why_bold_is_not_rendered(text: str, cause: str) -> None:
    head = "---\ntitle: 題\n---\n"
    found = [f for f in check_text(head + text) if f.rule == "bold/unrendered"]
    assert cause in found[0].message
