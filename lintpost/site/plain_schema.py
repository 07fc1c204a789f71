"""A fast check of front matter against the simple part of JSON Schema 2020-12 (sections 6 and 10).

Importing the validator takes longer than all checks of one post. Most schemas of front matter use
few keywords, and most posts are valid; those are recognized here without the import. Whatever is
not certainly valid, or uses other keywords, is left to the validator.
"""

from typing import Any

_ANNOTATIONS = {
    "$schema",
    "$id",
    "title",
    "description",
    "default",
    "examples",
    "$comment",
    "deprecated",
    "$defs",
}
_SPECIAL = set("\\^$.|?*+()[]{}")
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}


def certainly_valid(schema: Any, value: Any) -> bool:
    """Whether a JSON value is certainly valid. False means that the validator has to decide."""
    if schema is True or schema == {}:
        return True
    if not isinstance(schema, dict):
        return False
    return all(
        keyword in _ANNOTATIONS or _holds(schema, keyword, wanted, value)
        for keyword, wanted in schema.items()
    )


def _holds(schema: dict[str, Any], keyword: str, wanted: Any, value: Any) -> bool:
    match keyword:
        case "type":
            names = wanted if isinstance(wanted, list) else [wanted]
            return any(_is_of(value, name) for name in names)
        case "enum":
            return isinstance(value, str) and value in wanted
        case "const":
            return isinstance(value, str) and value == wanted
        case "required":
            return not isinstance(value, dict) or all(key in value for key in wanted)
        case "properties":
            if not isinstance(value, dict):
                return True
            return all(certainly_valid(wanted[key], value[key]) for key in wanted if key in value)
        case "additionalProperties":
            if not isinstance(value, dict) or wanted is True:
                return True
            known = schema.get("properties", {})
            return "patternProperties" not in schema and all(key in known for key in value)
        case "items":
            if not isinstance(value, list) or "prefixItems" in schema:
                return not isinstance(value, list)
            return all(certainly_valid(wanted, item) for item in value)
        case "uniqueItems":
            if not wanted or not isinstance(value, list):
                return True
            return all(isinstance(item, str) for item in value) and len(set(value)) == len(value)
        case "pattern":
            prefix = wanted.removeprefix("^")
            if not isinstance(value, str) or prefix == wanted:
                return not isinstance(value, str)
            return not set(prefix) & _SPECIAL and value.startswith(prefix)
        case "minLength" | "maxLength":
            return not isinstance(value, str) or _within(keyword, wanted, len(value))
        case "minItems" | "maxItems":
            return not isinstance(value, list) or _within(keyword, wanted, len(value))
        case "minimum" | "maximum":
            if isinstance(value, bool) or not isinstance(value, int | float):
                return True
            return isinstance(value, int) and _within(keyword, wanted, value)
    return False


def _within(keyword: str, limit: Any, number: int) -> bool:
    return bool(number >= limit if keyword.startswith("min") else number <= limit)


def _is_of(value: Any, name: Any) -> bool:
    if name not in _TYPES or (isinstance(value, bool) and name != "boolean"):
        return False
    return isinstance(value, _TYPES[name])
