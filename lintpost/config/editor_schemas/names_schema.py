"""A JSON Schema of `names.yml`, for editors that complete and check YAML."""

from typing import Any

from lintpost.config.dictionaries.names_file import CASES, DEFAULT_KEYS, KEYS
from lintpost.config.editor_schemas.schema_id import schema_id
from lintpost.site.name import BOLD_WORDS, KINDS

_WORD = {"type": "string", "pattern": r"\S"}
_WORDS = {"anyOf": [_WORD, {"type": "array", "items": _WORD}]}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DESCRIBED: dict[str, dict[str, Any]] = {
    "name": {**_WORD, "description": "The name as posts must write it."},
    "kind": {
        "enum": list(KINDS),
        "description": "What it is; the bold rules have a policy per kind.",
    },
    "owner": {**_WORDS, "description": "The company that makes it, or a list of them."},
    "accepted": {**_WORDS, "description": "Other correct forms."},
    "variants": {
        **_WORDS,
        "description": "Wrong forms, or /regular expressions/. Forms that differ in width, case, spaces, "
        "hyphens, long vowels or middle dots need not be listed.",
    },
    "gloss": {
        **_WORD,
        "description": "How the first mention is written; {name}, {ja} and {en} are filled in.",
    },
    "bold": {
        "enum": list(BOLD_WORDS),
        "description": "Which mentions are bold; policy: as the bold rules' `policy` says of its kind, else any.",
    },
    "case": {
        "enum": list(CASES),
        "description": "Whether another case is wrong: auto (not for what may be a common word), exact (no: "
        "it is another word), any (always).",
    },
    "not-after": {**_WORDS, "description": "Words after which it means something else."},
    "not-before": {**_WORDS, "description": "Words before which it means something else."},
    "since": {**_DAY, "description": "The first day of the name."},
    "until": {**_DAY, "description": "The day on which it was renamed."},
    "renamed-to": {**_WORD, "description": "The new name, from the day of `until`."},
    "link": {**_WORD, "description": "The address that the first mention links to."},
    "harvested": {
        "type": "boolean",
        "description": "Collected by `lintpost init` and not reviewed yet: only its variants are wrong, and "
        "its fixes are unsafe. Take the key away once you have looked at the entry.",
    },
}


def names_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the dictionary.

    References between entries (unique forms, existing successors) are checked by `read_names` only.
    """
    entry = {
        "type": "object",
        "required": ["name"],
        "properties": {key: _DESCRIBED[key] for key in KEYS},
        "dependentRequired": {"renamed-to": ["until"]},
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id("names"),
        "title": "names.yml",
        "type": "object",
        "properties": {
            "defaults": {
                "type": "object",
                "description": "Values for keys that an entry of this file does not have.",
                "properties": {key: _DESCRIBED[key] for key in DEFAULT_KEYS},
                "additionalProperties": False,
            },
            "names": {"type": "array", "items": {"anyOf": [_WORD, entry]}},
        },
        "additionalProperties": False,
    }
