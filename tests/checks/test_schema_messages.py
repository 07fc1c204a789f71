"""What a schema's every keyword says to an editor, in both languages, beside its stored wording.

`python -m tests.checks.test_schema_messages` writes the stored text; read it before committing.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.language import Lang
from lintpost.post.source import Source
from lintpost.site.schema import Schema
from lintpost.site.site import Site

STORED = Path(__file__).parent / "stored"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
CASES: list[tuple[dict[str, Any], str]] = [
    ({"properties": {"reading_time": {"type": "integer"}}}, "reading_time: 8分"),
    ({"properties": {"weight": {"type": "number"}}}, "weight: heavy"),
    ({"properties": {"title": {"type": "string"}}}, "title: 2026"),
    ({"properties": {"draft": {"type": "boolean"}}}, 'draft: "yes"'),
    ({"properties": {"authors": {"type": "array"}}}, "authors: 佐藤"),
    ({"properties": {"image": {"type": ["string", "null"]}}}, "image: [a]"),
    (
        {
            "properties": {
                "image": {"anyOf": [{"type": "string"}, {"type": "object", "required": ["src"]}]}
            }
        },
        "image: {alt: 図}",
    ),
    ({"properties": {"image": {"oneOf": [{"type": "string"}, {"type": "object"}]}}}, "image: 3"),
    ({"properties": {"authors": {"items": {"type": "string"}}}}, "authors: [佐藤, 3]"),
    ({"properties": {"seo": {"properties": {"title": {"type": "string"}}}}}, "seo: {title: [a]}"),
    ({"properties": {"layout": {"enum": ["post", "page"]}}}, "layout: news"),
    ({"properties": {"layout": {"const": "post"}}}, "layout: page"),
    ({"properties": {"date": {"format": "date"}}}, "date: 四月"),
    ({"properties": {"date": {"format": "date-time"}}}, "date: 2026-04-02 09:00:00"),
    ({"properties": {"mail": {"format": "email"}}}, "mail: 編集部"),
    ({"properties": {"url": {"format": "uri"}}}, "url: example"),
    ({"properties": {"slug": {"pattern": "^[a-z0-9-]+$"}}}, "slug: 春の号"),
    ({"properties": {"slug": {"pattern": "^[a-z0-9_-]{12,50}$"}}}, "slug: short"),
    ({"properties": {"url": {"pattern": "^https?://"}}}, "url: example"),
    ({"properties": {"image": {"pattern": "^/assets/"}}}, "image: a.png"),
    (
        {"properties": {"image": {"pattern": "\\.(png|jpg)$", "description": "a PNG or JPEG"}}},
        "image: a.gif",
    ),
    ({"properties": {"id": {"pattern": "^[A-Z]{2}\\d+$"}}}, "id: x1"),
    ({"properties": {"id": {"pattern": "^[A-Z]{2}\\d+$", "examples": ["AB12"]}}}, "id: x1"),
    ({"properties": {"title": {"minLength": 3}}}, "title: 短"),
    ({"properties": {"title": {"maxLength": 3}}}, "title: 長い題名"),
    ({"properties": {"n": {"minimum": 1}}}, "n: 0"),
    ({"properties": {"n": {"maximum": 1}}}, "n: 2"),
    ({"properties": {"n": {"exclusiveMinimum": 1}}}, "n: 1"),
    ({"properties": {"n": {"exclusiveMaximum": 1}}}, "n: 1"),
    ({"properties": {"n": {"multipleOf": 5}}}, "n: 3"),
    ({"properties": {"l": {"minItems": 2}}}, "l: [a]"),
    ({"properties": {"l": {"maxItems": 1}}}, "l: [a, b]"),
    ({"properties": {"l": {"uniqueItems": True}}}, "l: [a, a]"),
    ({"properties": {"l": {"contains": {"const": "x"}}}}, "l: [a]"),
    ({"properties": {"o": {"minProperties": 1}}}, "o: {}"),
    ({"properties": {"o": {"maxProperties": 0}}}, "o: {a: 1}"),
    ({"properties": {"o": {"required": ["k"]}}}, "o: {a: 1}"),
    ({"properties": {"o": {"additionalProperties": False}}}, "o: {a: 1}"),
    ({"properties": {"o": {"propertyNames": {"pattern": "^x"}}}}, "o: {a: 1}"),
    (
        {
            "if": {"properties": {"layout": {"const": "post"}, "draft": {"const": False}}},
            "then": {"required": ["hero"]},
        },
        "layout: post\ndraft: false",
    ),
    (
        {
            "if": {
                "properties": {"categories": {"contains": {"const": "導入事例"}}},
                "required": ["categories"],
            },
            "then": {"required": ["company"]},
        },
        "categories: [導入事例]",
    ),
    ({"dependentRequired": {"canonical_url": ["source"]}}, "canonical_url: x"),
    ({"allOf": [{"required": ["title"]}]}, "a: 1"),
    ({"anyOf": [{"required": ["author"]}, {"required": ["authors"]}]}, "a: 1"),
    ({"properties": {"x": False}}, "x: 1"),
    ({"properties": {"x": {"not": {"const": "old"}}}}, "x: old"),
    ({"properties": {"x": {"oneOf": [{"type": "string"}, {"minLength": 1}]}}}, "x: a"),
    ({"properties": {"x": {"anyOf": [{"pattern": "^a"}, {"pattern": "^b"}]}}}, "x: c"),
    ({"properties": {"x": {"prefixItems": [{}], "items": False}}}, "x: [1, 2]"),
    ({"unevaluatedProperties": False, "properties": {"a": {}}}, "a: 1\nb: 2"),
]


def messages(lang: Lang) -> str:
    """A line for each finding: the text, the message, and what the fix writes."""
    settings = load_settings(None, CliOverrides(lang=lang, select=("front-matter/schema",)))
    lines = []
    for schema, front in CASES:
        checker = Checker(settings._replace(site=Site(schema=Schema(schema), now=NOW)))
        text = f"---\n{front}\n---\n"
        result = checker.check_source(Source("p.md", text))
        assert result.errors == ()
        assert result.findings, schema
        for found in result.findings:
            fix = f" => {found.fix.edits[0].text}" if found.fix else ""
            shown = text[found.start.offset : found.end.offset]
            lines.append(f"{shown} | {found.message}{fix}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_messages(lang: Lang) -> None:
    stored = (STORED / f"schema-messages-{lang}.txt").read_text(encoding="utf-8")
    assert messages(lang) == stored


def test_no_word_of_the_validator() -> None:
    said = messages("en").lower() + messages("ja")
    for word in ("schema", "valid under", "instance", "regex", "property", "スキーマ"):
        assert word not in said


if __name__ == "__main__":
    for language in ("en", "ja"):
        path = STORED / f"schema-messages-{language}.txt"
        path.write_text(messages("ja" if language == "ja" else "en"), encoding="utf-8")
