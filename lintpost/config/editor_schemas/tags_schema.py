"""A JSON Schema of `tags.yml`, for editors that complete and check YAML."""

from typing import Any

from lintpost.config.dictionaries.tags_file import CATEGORY_KEYS, FIELDS, KEYS
from lintpost.config.editor_schemas.schema_id import schema_id

_WORD = {"type": "string", "pattern": r"\S"}
_WORDS = {"anyOf": [_WORD, {"type": "array", "items": _WORD}]}
_DESCRIBED: dict[str, dict[str, Any]] = {
    "name": {**_WORD, "description": "The word as posts must write it."},
    "aliases": {
        **_WORDS,
        "description": "Other words for it; `lintpost tags apply` replaces them with the name.",
    },
    "description": {"type": "string", "description": "What it is for."},
    "group": {**_WORD, "description": "The group that it belongs to."},
    "implies": {**_WORDS, "description": "Broader tags that a post with this one must have, too."},
    "excludes": {**_WORDS, "description": "Tags that a post with this one must not have."},
    "evidence": {
        **_WORDS,
        "description": "Words, or /regular expressions/, of which a post with this tag must have one.",
    },
    "distinct": {**_WORDS, "description": "Tags that look similar and mean something else."},
    "retired": {
        "description": "No longer used; `use` is the tag to use in its place.",
        "anyOf": [
            {"type": "boolean"},
            {
                "type": "object",
                "properties": {"use": {"type": ["string", "null"]}},
                "additionalProperties": False,
            },
        ],
    },
    "groups": {
        **_WORDS,
        "description": "The groups from which posts of the category may have tags.",
    },
}


def tags_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the vocabularies.

    References between entries (unique words, existing tags) are checked by `read_vocabularies` only.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id("tags"),
        "title": "tags.yml",
        "type": "object",
        "properties": {
            field: _list(CATEGORY_KEYS if field == "categories" else KEYS) for field in FIELDS
        },
        "additionalProperties": False,
    }


def _list(keys: tuple[str, ...]) -> dict[str, Any]:
    entry = {
        "type": "object",
        "required": ["name"],
        "properties": {key: _DESCRIBED[key] for key in keys},
        "additionalProperties": False,
    }
    return {"type": "array", "items": {"anyOf": [_WORD, entry]}}
