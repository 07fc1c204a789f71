"""What the parsers say, whole and in both languages, and at the right place."""

import json
import tomllib

import pytest

from lintpost.language import Text
from lintpost.post.front_matter.json_tree import parse_json
from lintpost.post.front_matter.parser_messages import explained
from lintpost.post.front_matter.toml_repeated import repeated_key
from lintpost.post.front_matter.toml_tree import parse_toml
from lintpost.post.front_matter.value_node import Problem

BROKEN_TOML = [
    "a = ", "a = x", "a = [1", "a = [1,,2]", 'a = "x', "= 1", "a", "a b = 1", "a = 1 b", "[a", "[[a]", 'a = "\\q"',
    "a = {b=1\nc=2}", "a = {b=1,}", 'a = "\x01"', "a = '\n'", 'a = "\\ud800"', 'a = "\\u12"', "a = 2026-01-01T25:00:00",
    "あ = 1", "a = true1",
]  # fmt: skip
BROKEN_JSON = [
    "{a: 1}", '{"a": }', '{"a" 1}', '{"a": 1 "b": 2}', '{"a": "x', '{"a": "\n"}', '{"a": "\\q"}', '{"a": 1,}', "[1,]",
    '{"a": "\\u12"}',
]  # fmt: skip


def toml(text: str) -> Problem:
    root, problems = parse_toml(text, 0, len(text))
    assert root is None
    (problem,) = problems
    return problem


@pytest.mark.parametrize("text", BROKEN_TOML)
def test_what_tomllib_says_is_translated(text: str) -> None:
    """Were a message of a new Python not known, it would stand in English in both."""
    detail = toml(text).params["detail"]
    assert isinstance(detail, Text)
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    assert detail.en != detail.ja
    assert "(at" not in detail.en


@pytest.mark.parametrize("text", BROKEN_JSON)
def test_what_json_says_is_translated(text: str) -> None:
    problem = parse_json(text, 0)[2][0]
    detail = problem.params["detail"]
    with pytest.raises(json.JSONDecodeError):
        json.loads(text)
    assert detail.en != detail.ja
    assert not detail.en.endswith((" at", ":"))


def test_braces_and_brackets_of_a_message_stay() -> None:
    assert explained("Expecting ',' delimiter").ja == "ここに , が必要です"
    assert explained("Unclosed inline table").ja.startswith("インラインテーブルの } がない")
    assert explained("something {new}") == Text("something {new}", "something {new}")


@pytest.mark.parametrize(
    ("text", "key", "start", "line"),
    [
        ("a = 1\na = 2", "a", 6, 1),
        ("a = 1\r\na = 2\r\n", "a", 7, 1),
        ("'a' = 1\na = 2", "a", 8, 1),
        ('title = """\na = 1\n"""\na = 2 # a = 3\n"a" = 3\n', "a", 36, 4),
        ("a = [1,\n 2] # x\nb = 1\na = [\n 3]\nc = 1\n", "a", 22, 1),
        ("a.b = 1\na = 2", "a", 8, 1),
        ("a = 1\na.b = 2", "a", 6, 1),
        ("[t]\nx = 1\n[t]", "t", 11, 1),
        ("[t]\nx = 1\n[u]\nx = 2\n[t.x]\n", "x", 23, 2),
        ("x = 1\n[t]\nx = 2\nx = 3\n", "x", 16, 3),
        ("[[a]]\nx = 1\n[[a]]\nx = 2\nx = 3\n", "x", 24, 4),
        ("[[a]]\n[a]", "a", 7, 1),
        ("a = {x = 1, x = 2}", "x", 12, 1),
    ],
)
def test_a_key_that_stands_twice_in_toml(text: str, key: str, start: int, line: int) -> None:
    problem = toml(text)
    assert problem.key == "repeated-key"
    assert problem.params == {"key": key, "line": line}
    assert problem.start == start
    assert text[problem.start : problem.end].strip("\"'") == key


def test_the_same_key_of_two_tables_is_not_taken_for_a_repeated_one() -> None:
    text = "[t]\nx = 1\n[u]\nx = 2\n"
    assert repeated_key(text, 0, len(text)) is None
