"""A JSON Schema of `lintpost.yml`, for editors that complete and check YAML."""

from typing import Any

from lintpost.checks.registry import find_check
from lintpost.config.editor_schemas.key_texts import KEY_TEXTS
from lintpost.config.editor_schemas.names_schema import names_schema
from lintpost.config.editor_schemas.schema_id import schema_id
from lintpost.config.editor_schemas.tags_schema import tags_schema
from lintpost.config.layer import FAIL_ON, FIXES, KEYS, LEVELS, RENDERERS, YAML_VERSIONS
from lintpost.packs.rule import Rule

_STRINGS = {"type": "array", "items": {"type": "string"}}
_ONE_OR_MORE = {"anyOf": [{"type": "string"}, _STRINGS]}
# YAML 1.1 reads a bare `off` as false and `on` as true.
_LEVEL = {"enum": [*LEVELS, False, True]}


def config_schema(rules: dict[str, Rule]) -> dict[str, Any]:
    """JSON Schema 2020-12 of the configuration, with every rule and its options."""
    of_rules = {name: _rule_schema(rule) for name, rule in sorted(rules.items())}
    families = {
        f"{name.split('/')[0]}/*": {"anyOf": [_LEVEL, {"type": "object"}]} for name in rules
    }
    properties = _properties(
        {"type": "object", "properties": {**families, **of_rules}, "additionalProperties": True}
    )
    assert set(properties) == set(KEYS) == set(KEY_TEXTS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id("lintpost"),
        "title": "lintpost.yml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key: {"description": KEY_TEXTS[key].en, **value} for key, value in properties.items()
        },
    }


def _properties(settings: dict[str, Any]) -> dict[str, Any]:
    """The schema of each key; `settings` is that of `rules`."""
    return {
        "extends": _ONE_OR_MORE,
        "posts": _ONE_OR_MORE,
        "exclude": _ONE_OR_MORE,
        "renderer": {
            "anyOf": [
                {"enum": list(RENDERERS)},
                {"type": "array", "items": {"enum": list(RENDERERS)}, "minItems": 1},
            ]
        },
        # Unquoted, a version is a number.
        "yaml": {"enum": [*YAML_VERSIONS, *map(float, YAML_VERSIONS)]},
        "code-shortcodes": _ONE_OR_MORE,
        "lang": {"enum": ["en", "ja"]},
        "front-matter": {"type": ["object", "string"]},
        "tags": {"anyOf": [{"type": "string"}, tags_schema()["properties"]["tags"]]},
        "names": {"anyOf": [{"type": "string"}, names_schema()["properties"]["names"]]},
        "terms": _ONE_OR_MORE,
        "spellings": _ONE_OR_MORE,
        "packs": _ONE_OR_MORE,
        "rules": settings,
        "overrides": {"type": "array", "items": _override(settings)},
        "fixes": {"type": "object", "additionalProperties": {"enum": [*FIXES, False]}},
        "baseline": {"type": "string"},
        "preview": {"type": "boolean"},
        "fail-on": {
            "anyOf": [
                {"enum": list(FAIL_ON)},
                {
                    "type": "object",
                    "properties": {"severity": {"enum": list(FAIL_ON)}, "rules": _ONE_OR_MORE},
                    "additionalProperties": False,
                },
            ]
        },
        "max-findings": {"type": "integer", "minimum": 0},
        "max-file-size": {"type": "integer", "minimum": 1},
    }


def _override(settings: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "allOf": [
            {"anyOf": [{"required": ["posts"]}, {"required": ["front-matter"]}]},
            {"anyOf": [{"required": ["rules"]}, {"required": ["schema"]}]},
        ],
        "additionalProperties": False,
        "properties": {
            "posts": _ONE_OR_MORE,
            "front-matter": {"type": "object"},
            "rules": settings,
            "schema": {"type": ["object", "string"]},
        },
    }


def _rule_schema(rule: Rule) -> dict[str, Any]:
    options: dict[str, Any] = {"severity": _LEVEL}
    for name, kind in find_check(rule.check).options.known().items():
        # A single scope may be written without the brackets of a list.
        options[name] = (
            {"anyOf": [{"type": "string"}, kind.schema]} if name == "scope" else kind.schema
        )
    if rule.compat is not None:
        options["mode"] = {"enum": ["precise", "compat"]}
    mapping = {"type": "object", "additionalProperties": False, "properties": options}
    return {"description": rule.title.en, "anyOf": [_LEVEL, mapping]}
