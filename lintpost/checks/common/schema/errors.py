"""A validator's errors as message keys and their parameters."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lintpost.checks.common.schema.words import (
    FORMATS,
    condition_words,
    pattern_words,
    place_words,
    shown,
    type_words,
)
from lintpost.language import Text

_LIMITS = {
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
}  # fmt: skip


class Violation(NamedTuple):
    """One thing that a schema does not allow: a JSON path, the keyword, and what to say of it.

    `wanted` is what the schema asks for where a fix can be made of it: types, options, a format.
    `keys` are those of the mapping at the path that the message is about.
    """

    path: list[str | int]
    keyword: str
    message: str
    params: dict[str, Any]
    wanted: tuple[Any, ...] = ()
    keys: tuple[str, ...] = ()


def violations(error: Any, schema: dict[str, Any]) -> Iterator[Violation]:
    """What one of jsonschema-rs's errors says; for alternatives, of the one that was nearly met."""
    kind = error.kind
    keyword = kind.name
    path = list(error.instance_path)
    params: dict[str, Any] = {"path": place_words(path), "value": shown(error.instance)}
    if keyword in ("anyOf", "oneOf"):
        yield from _alternatives(error, schema, path, params)
    elif keyword == "type":
        names = tuple(kind.types)
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        params["type"] = type_words(list(names), key)
        yield Violation(path, keyword, "type", params, names)
    elif keyword == "enum":
        params["options"] = ", ".join(map(shown, kind.options))
        yield Violation(path, keyword, "enum", params, tuple(kind.options))
    elif keyword == "const":
        params["expected"] = shown(kind.expected_value)
        yield Violation(path, keyword, "const", params)
    elif keyword == "required":
        yield _required(error, schema, path, params)
    elif keyword in ("additionalProperties", "unevaluatedProperties"):
        keys = tuple(kind.unexpected)
        params["key"] = ", ".join(f"`{key}`" for key in keys)
        yield Violation(path, keyword, "unknown", params, keys=keys)
    elif keyword == "propertyNames":
        inner = next(violations(kind.error, schema))
        params["key"] = f"`{kind.error.instance}`"
        keys = (str(kind.error.instance),)
        yield Violation(path, keyword, "unknown", {**inner.params, **params}, keys=keys)
    elif keyword == "format":
        name = kind.format
        params["wanted"] = FORMATS.get(name, Text(f"a valid {name}", f"正しい {name} "))
        yield Violation(path, keyword, "format", params, (name,))
    elif keyword == "pattern":
        params["wanted"] = pattern_words(kind.pattern, _schema_at(schema, error.schema_path[:-1]))
        yield Violation(path, keyword, "pattern", params)
    elif keyword in _LIMITS:
        params["limit"] = kind.limit if hasattr(kind, "limit") else kind.multiple_of
        value = error.instance
        params["count"] = len(value) if isinstance(value, str | list | dict) else value
        yield Violation(path, keyword, keyword, params)
    elif keyword == "uniqueItems":
        yield Violation(path, keyword, "unique", params)
    elif keyword in ("falseSchema", "not", "contains"):
        yield Violation(path, keyword, keyword, params)
    else:
        params["detail"] = error.message
        yield Violation(path, keyword, "other", params)


def _alternatives(
    error: Any, schema: dict[str, Any], path: list[str | int], params: dict[str, Any]
) -> Iterator[Violation]:
    """Types alone: name them all. Else the one branch whose type is right and whose parts are not."""
    branches = [branch for branch in error.kind.context if branch]
    firsts = [branch[0] for branch in branches]
    if len(firsts) < len(error.kind.context):
        yield Violation(path, "oneOf", "ambiguous", params)
        return
    misfits = [e.kind.name == "type" and list(e.instance_path) == path for e in firsts]
    if all(misfits):
        names = tuple(dict.fromkeys(name for e in firsts for name in e.kind.types))
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        params["type"] = type_words(list(names), key)
        yield Violation(path, "type", "type", params, names)
        return
    fitting = [b for b, misfit in zip(branches, misfits, strict=True) if not misfit]
    if len(fitting) == 1:
        for inner in fitting[0]:
            yield from violations(inner, schema)
        return
    needed = [e.kind.property for e in firsts if e.kind.name == "required"]
    if len(needed) == len(firsts):
        params["key"] = Text(
            " or ".join(f"`{key}`" for key in needed), "か".join(f"`{key}`" for key in needed)
        )
        yield Violation(path, "required", "one-of", params)
        return
    yield Violation(path, "anyOf", "alternatives", params)


def _required(
    error: Any, schema: dict[str, Any], path: list[str | int], params: dict[str, Any]
) -> Violation:
    key = error.kind.property
    params["key"] = key
    steps = list(error.schema_path)
    condition: Text | None = None
    cause: tuple[str, ...] = ()
    for word in ("then", "else", "dependentSchemas", "dependentRequired"):
        if word not in steps:
            continue
        at = len(steps) - 1 - steps[::-1].index(word)
        parent = _schema_at(schema, steps[:at])
        if word == "then":
            condition = condition_words(parent.get("if"))
            tested = parent.get("if", {})
            cause = tuple(tested.get("properties", {})) if isinstance(tested, dict) else ()
        elif word == "dependentSchemas" and at + 1 < len(steps):
            cause = (str(steps[at + 1]),)
        elif word == "dependentRequired":
            rules = parent.get(word, {})
            cause = tuple(k for k, keys in rules.items() if key in keys and k in error.instance)
        if condition is None and cause:
            condition = condition_words({"required": list(cause[:1])})
    if condition is not None:
        params["condition"] = condition
        return Violation(path, "required", "required-when", params, keys=cause)
    return Violation(path, "required", "required" if path else "missing", params)


def _schema_at(schema: dict[str, Any], steps: list[Any]) -> dict[str, Any]:
    """The subschema that a schema path leads to; empty where it leads into another file."""
    found: Any = schema
    for step in steps:
        if (isinstance(found, dict) and step in found) or (
            isinstance(found, list) and isinstance(step, int) and step < len(found)
        ):
            found = found[step]
        else:
            return {}
    return found if isinstance(found, dict) else {}
