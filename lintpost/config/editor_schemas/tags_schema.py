"""A JSON Schema of `tags.yml`, for editors that complete and check YAML."""

from typing import Any

from lintpost.config.dictionaries.tags_file import CATEGORY_KEYS, FIELDS, KEYS

_WORD = {"type": "string", "pattern": r"\S"}
_WORDS = {"anyOf": [_WORD, {"type": "array", "items": _WORD}]}
_DESCRIBED: dict[str, dict[str, Any]] = {
    "name": {**_WORD, "description": "The word as posts must write it."},
    "aliases": {
        **_WORDS,
        "description": "Other words for it; `lintpost tags apply` writes the name.",
    },
    "description": {"type": "string", "description": "What it is for."},
    "group": {**_WORD, "description": "The group it belongs to."},
    "implies": {**_WORDS, "description": "Broader words that a post with this one must carry too."},
    "excludes": {**_WORDS, "description": "Words that a post with this one may not carry."},
    "evidence": {
        **_WORDS,
        "description": "Words of which a post must have one, or /regular expressions/.",
    },
    "distinct": {**_WORDS, "description": "Words that look like this one and are not."},
    "retired": {
        "description": "No longer used; `use` names the successor.",
        "anyOf": [
            {"type": "boolean"},
            {
                "type": "object",
                "properties": {"use": {"type": ["string", "null"]}},
                "additionalProperties": False,
            },
        ],
    },
    "groups": {**_WORDS, "description": "The groups that its posts may take tags from."},
}


def tags_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the vocabularies. What hangs together (that a word has one home, that
    what is named exists) only the reader knows.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
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
