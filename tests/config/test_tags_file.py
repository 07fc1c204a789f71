"""What tags.yml may hold: the reader and the JSON Schema agree, and every error has its place."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from lintpost.config.dictionaries.tags_file import read_vocabularies
from lintpost.config.editor_schemas.tags_schema import tags_schema
from lintpost.files.settings_error import SettingsError
from lintpost.site.vocabulary import Tag
from tests.conftest import ROOT

SCHEMA = tags_schema()


def test_the_schema_is_stored_and_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    stored = (ROOT / "docs" / "tags.schema.json").read_text(encoding="utf-8")
    assert json.loads(stored) == SCHEMA
    ours = (ROOT / "examples" / "tags.yml").read_text(encoding="utf-8")
    jsonschema.validate(yaml.safe_load(ours), SCHEMA)


def test_everything_at_once(tmp_path: Path) -> None:
    path = tmp_path / "tags.yml"
    text = """\
tags:
  - AI
  - {name: LLM, aliases: 言語モデル, description: 説明, group: 技術, implies: AI, distinct: [AI]}
  - name: RAG
    group: 技術
    implies: [LLM]
    excludes: [速報]
    evidence: [検索拡張, /retriev\\w+/]
  - {name: 速報, group: 形式}
  - {name: 古い, retired: {use: AI}}
  - {name: 無用, retired: true}
  - {name: 現役, retired: false}
  - {name: 行き先なし, retired: {use: null}}
categories: [{name: 解説, groups: [技術]}, 連載]
"""
    path.write_text(text, encoding="utf-8")
    jsonschema.validate(yaml.safe_load(text), SCHEMA)
    found = read_vocabularies(str(path))
    assert list(found["tags"].tags.values()) == [
        Tag("AI"),
        Tag("LLM", ("言語モデル",), group="技術", implies=("AI",), distinct=("AI",)),
        Tag("RAG", group="技術", implies=("LLM",), excludes=("速報",), evidence=("検索拡張", "/retriev\\w+/")),
        Tag("速報", group="形式"),
        Tag("古い", retired=True, use="AI"),
        Tag("無用", retired=True),
        Tag("現役"),
        Tag("行き先なし", retired=True),
    ]  # fmt: skip
    assert found["tags"].implied(found["tags"].tags["RAG"]) == ["LLM", "AI"]
    assert found["categories"].tags["解説"].groups == ("技術",)


@pytest.mark.parametrize(
    ("text", "place", "message", "schema_knows"),
    [
        ("tag: [a]", "1:1", "unknown key `tag`; did you mean `tags`?", True),
        ("tags: {a: b}", "1:7", "a list is needed here", True),
        ("tags: [1]", "1:8", "a string is needed here; put it in quotes", True),
        ("tags: ['']", "1:8", "a name cannot be empty", True),
        ("tags: [{aliases: [a]}]", "1:8", "`name` is missing", True),
        ("tags: [{name: a, alias: b}]", "1:18", "unknown key `alias`; did you mean `aliases`?", True),
        ("tags: [{name: a, groups: [b]}]", "1:18", "unknown key `groups`; did you mean `group`?", True),
        ("tags: [{name: a, retired: soon}]", "1:27", "write `retired: {use: NEW}`", True),
        ("tags: [{name: a, aliases: [1]}]", "1:28", "a string is needed here", True),
        ("tags: [a, A]", "1:11", "“A” is listed under “a” and under “A”", False),
        ("tags: [a, a]", "1:11", "“a” is listed twice", False),
        ("tags: [a, {name: b, aliases: [a]}]", "1:11", "“a” is listed under “a” and under “b”", False),
        ("tags: [{name: a, implies: [bb]}, bbb]", "1:28", "did you mean `bbb`?", False),
        ("tags: [{name: a, excludes: c}]", "1:28", "unknown tag `c`", False),
        ("tags: [{name: a, implies: b}, {name: b, retired: true}]", "1:27", "unknown tag `b`", False),
        ("tags: [{name: a, retired: {use: b}}]", "1:33", "unknown tag `b`", False),
        ("tags: [{name: a, excludes: a}]", "1:8", "“a” excludes itself", False),
        ("tags: [{name: a, implies: b, excludes: b}, b]", "1:8", "“a” implies “b”, which “a” excludes", False),
        ("tags: [{name: a, evidence: [/(/]}]", "1:28", "/(/ is not a regular expression", False),
        ("tags: [{name: a, group: g}]\ncategories: [{name: c, groups: [gg]}]", "2:33", "unknown group `gg`", False),
    ],
)  # fmt: skip
def test_errors(tmp_path: Path, text: str, place: str, message: str, schema_knows: bool) -> None:
    path = tmp_path / "tags.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_vocabularies(str(path))
    assert f"tags.yml:{place}: " in caught.value.message("en")
    assert message in caught.value.message("en")
    valid = jsonschema.Draft202012Validator(SCHEMA).is_valid(yaml.safe_load(text))
    assert valid is not schema_knows
