"""A JSON Schema of `names.yml`, for editors that complete and check YAML."""

from typing import Any

from lintpost.config.dictionaries.names_file import CASES, DEFAULT_KEYS, KEYS
from lintpost.site.name import KINDS, POLICIES

_WORD = {"type": "string", "pattern": r"\S"}
_WORDS = {"anyOf": [_WORD, {"type": "array", "items": _WORD}]}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DESCRIBED: dict[str, dict[str, Any]] = {
    "name": {**_WORD, "description": "The name as posts must write it."},
    "kind": {"enum": list(KINDS), "description": "What it names; rules of bold go by it."},
    "owner": {**_WORDS, "description": "Who makes it; several makers as a list."},
    "accepted": {**_WORDS, "description": "Other forms that are right."},
    "variants": {
        **_WORDS,
        "description": "Wrong forms, or /regular expressions/. Width, case, spaces, hyphens, long vowels and "
        "middle dots need no entry.",
    },
    "gloss": {
        **_WORD,
        "description": "How the first mention reads; {name}, {ja} and {en} are filled in.",
    },
    "bold": {"enum": list(POLICIES), "description": "When it is bold."},
    "case": {
        "enum": list(CASES),
        "description": "Whether another case is wrong: auto (not for common words), exact (never looked for), any.",
    },
    "not-after": {**_WORDS, "description": "Words directly behind which it means something else."},
    "not-before": {**_WORDS, "description": "Words directly before which it means something else."},
    "since": {**_DAY, "description": "The day from which it is called so."},
    "until": {**_DAY, "description": "The day from which it is called otherwise."},
    "renamed-to": {**_WORD, "description": "What it is called from `until` on."},
    "link": {**_WORD, "description": "Where the first mention links to."},
}


def names_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the dictionary. What hangs together (that a form has one home, that a
    successor exists) only the reader knows.
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
        "title": "names.yml",
        "type": "object",
        "properties": {
            "defaults": {
                "type": "object",
                "description": "What entries of this file have that do not say otherwise.",
                "properties": {key: _DESCRIBED[key] for key in DEFAULT_KEYS},
                "additionalProperties": False,
            },
            "names": {"type": "array", "items": {"anyOf": [_WORD, entry]}},
        },
        "additionalProperties": False,
    }
