"""Schemas in files, their references, and which schema a post falls under."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.config.schema_files import SchemaPart, merged
from lintpost.config.settings import load_settings
from lintpost.files.settings_error import SettingsError
from tests.conftest import check_text

Site = Callable[..., Path]


def _messages(folder: Path, text: str, path: str = "post.md") -> list[str]:
    found = check_text(text, folder / "lintpost.yml", str(folder / path))
    return [f.message for f in found if f.rule in ("front-matter/schema", "front-matter/required")]


def test_files_refer_to_one_another(site: Site) -> None:
    folder = site(
        lintpost_yml="front-matter: schemas/post.yml\n",
        schemas__post_yml=(
            "$id: https://example.com/post.json\nproperties:\n  author: {$ref: 'parts/people.yml#/$defs/name'}\n"
            "  cover: {$ref: 'parts/image.json'}\n  kind: {$ref: '#/$defs/kind'}\n$defs: {kind: {enum: [a, b]}}\n"
        ),
        schemas__parts__people_yml="$defs: {name: {$ref: '../post.yml#/$defs/kind'}}\n",
    )
    (folder / "schemas" / "parts" / "image.json").write_text(
        '{"type": "string", "pattern": "^/img/"}'
    )
    text = "---\nauthor: c\ncover: x.png\nkind: d\n---\n"
    assert sorted(_messages(folder, text)) == [
        '`author` must be one of "a", "b", not "c".',
        '`cover` must begin with /img/; it is "x.png".',
        '`kind` must be one of "a", "b", not "d".',
    ]
    assert _messages(folder, "---\nauthor: a\ncover: /img/x.png\nkind: b\n---\n") == []


@pytest.mark.parametrize(
    ("schema", "place", "message"),
    [
        ("$ref: https://example.com/a.json", "schema.yml:1:7", "is on the network, and nothing is fetched"),
        ('properties: {a: {$ref: "\\0"}}', "schema.yml:1:24", "does not exist"),
        ("properties: {a: {$ref: lost.yml}}", "schema.yml:1:24", "lost.yml does not exist"),
        ("properties: {a: {type: strng}}", "schema.yml:1:24", "unknown type `strng`; did you mean `string`?"),
        ("properties: {a: {type: [string, nul]}}", "schema.yml:1:33", "did you mean `null`?"),
        ("requird: [a]", "schema.yml:1:1", "unknown keyword `requird`; did you mean `required`?"),
        ("properties: {a: {items: {anyOf: [{minLenght: 1}]}}}", "schema.yml:1:35", "did you mean `minLength`?"),
        ("properties: {a: {minimum: x}}", "schema.yml:1:27", "a number is needed here"),
        ("properties: {requird: {x-note: 1, widget: date}}", "", ""),
        ("properties: {a: {$ref: '#/$defs/b'}}", "schema.yml:1:1", "not a JSON Schema"),
        ("properties: {a: {$ref: 'broken.yml'}}", "broken.yml:1:4", "this bracket is never closed"),
        ("- a", "schema.yml:1:1", "a mapping (key: value) is needed here"),
        ("order: title", "", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_and_where(site: Site, schema: str, place: str, message: str) -> None:
    folder = site(
        lintpost_yml="front-matter: schema.yml\n", schema_yml=schema + "\n", broken_yml="a: [b\n"
    )
    if not place:
        load_settings(str(folder / "lintpost.yml"), CliOverrides())
        return
    with pytest.raises(SettingsError) as caught:
        load_settings(str(folder / "lintpost.yml"), CliOverrides())
    assert place in caught.value.message("en")
    assert message in caught.value.message("en")


def test_a_file_that_is_not_there(site: Site) -> None:
    folder = site(lintpost_yml="front-matter: lost.yml\n")
    with pytest.raises(SettingsError, match=r"lost\.yml does not exist"):
        load_settings(str(folder / "lintpost.yml"), CliOverrides())


def test_a_schema_for_some_posts(site: Site) -> None:
    folder = site(
        lintpost_yml="""\
front-matter: {required: [title, date], properties: {n: {type: integer}}}
overrides:
  - posts: ["pages/**"]
    schema: {required: [title], properties: {order: {type: integer}}}
  - front-matter: {layout: review}
    schema: {required: [title, score]}
  - front-matter: {categories: 導入事例}
    schema: {required: [company]}
    rules: {front-matter/required: warning}
  - front-matter: {lang: [en, fr]}
    schema: {required: []}
"""
    )
    missing = "`{}` is missing.".format
    assert _messages(folder, "---\na: 1\n---\n") == [missing("title"), missing("date")]
    page = "---\ntitle: a\nn: x\norder: y\n---\n"
    assert _messages(folder, page, "pages/a.md") == [
        '`n` must be a whole number, not "x".',
        '`order` must be a whole number, not "y".',
    ]
    assert _messages(folder, page, "posts/a.md") == [
        missing("date"),
        '`n` must be a whole number, not "x".',
    ]
    assert _messages(folder, "---\nlayout: review\n---\n") == [missing("title"), missing("score")]
    assert _messages(folder, "---\ncategories: [解説, 導入事例]\n---\n") == [missing("company")]
    assert _messages(folder, "---\nlang: fr\n---\n") == []


def test_layers_merge_property_by_property() -> None:
    one = SchemaPart(
        {"required": ["a"], "properties": {"a": {}, "b": {"type": "string"}}}, {"x": 1}, ("a",)
    )
    two = SchemaPart({"required": ["c"], "properties": {"a": {"type": "integer"}}}, {"y": 2}, None)
    both = merged([one, two])
    assert both == SchemaPart(
        {"required": ["c"], "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}},
        {"x": 1, "y": 2},
        ("a",),
    )
    closed = SchemaPart(
        {"additionalProperties": False, "required": ["b"], "properties": {"c": {}}}, {}, ()
    )
    last = merged([one, closed])
    assert last is not None
    assert last.data["properties"] == {"b": {"type": "string"}, "c": {}}
    assert last.order == ()
    assert merged([]) is None


def test_times_as_jekyll_reads_them(site: Site) -> None:
    folder = site(
        lintpost_yml="front-matter: {properties: {date: {format: date-time}, day: {format: date}}}\n"
    )
    for good in ("2026-04-02 09:00:00 +0900", "2026-04-02 09:00:00 +09:00", "2026-04-02T09:00:00Z"):
        assert _messages(folder, f"---\ndate: {good}\nday: 2026-04-02\n---\n") == []
    assert _messages(folder, "---\ndate: 2026-04-02\n---\n") == [
        "`date` must be a date and time with a time zone, such as 2026-04-02T09:00:00+09:00, not 2026-04-02."
    ]  # fmt: skip
