"""What a JSON Schema says of keys and values."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lintpost.language import Lang, Text
from lintpost.post.front_matter.scalars import in_plain_flow

_MOST_DEEP = 20
"""References and combinations that are followed."""
_TYPES = {
    "string": Text("text", "文字列"),
    "integer": Text("whole number", "整数"),
    "number": Text("number", "数値"),
    "boolean": Text("true or false", "true か false"),
    "array": Text("list", "リスト"),
    "object": Text("mapping", "「キー: 値」の形"),
    "null": Text("nothing", "空"),
}


def parts_of(schema: Any, root: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """A schema and all those that it is put together from, references within its file followed."""
    if not isinstance(schema, dict) or depth > _MOST_DEEP:
        return
    yield schema
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/"):
        target = root
        for step in reference[2:].split("/"):
            target = target.get(step) if isinstance(target, dict) else None
        yield from parts_of(target, root, depth + 1)
    for word in ("allOf", "anyOf", "oneOf"):
        for one in schema.get(word) or ():
            yield from parts_of(one, root, depth + 1)


def at_path(schema: Any, path: tuple[str, ...]) -> list[dict[str, Any]]:
    """The schemas of the value at a path of keys; lists on the way are gone into."""
    found = list(parts_of(schema, schema))
    for key in path:
        found = [part for one in found for part in _inside(one, key, schema)]
    return found


def _inside(one: dict[str, Any], key: str, root: Any) -> Iterator[dict[str, Any]]:
    """The schemas of a key of a mapping, or of the mappings in a list."""
    properties = one.get("properties")
    if isinstance(properties, dict) and key in properties:
        yield from parts_of(properties[key], root)
    elif isinstance(one.get("additionalProperties"), dict):
        yield from parts_of(one["additionalProperties"], root)
    for item in parts_of(one.get("items"), root):
        inner = item.get("properties")
        if isinstance(inner, dict) and key in inner:
            yield from parts_of(inner[key], root)


def items_of(schemas: list[dict[str, Any]], root: Any) -> list[dict[str, Any]]:
    """The schemas of the items of a list."""
    return [part for one in schemas for part in parts_of(one.get("items"), root)]


def keys_of(schemas: list[dict[str, Any]]) -> dict[str, tuple[Any, bool]]:
    """The keys of a mapping with their schemas, and whether they are required; those that are come first."""
    required = {key for one in schemas for key in one.get("required", ())}
    found: dict[str, tuple[Any, bool]] = {
        key: (inner, key in required)
        for one in schemas
        for key, inner in (one.get("properties") or {}).items()
    }
    found |= {key: ({}, True) for key in required if key not in found}
    return dict(sorted(found.items(), key=lambda item: not item[1][1]))


def values_of(schemas: list[dict[str, Any]], now: datetime) -> list[str]:
    """The values that schemas name, as YAML: of enumerations, constants and booleans; for a date the day."""
    found: dict[str, None] = {}
    for one in schemas:
        values = [*one.get("enum", ()), *([one["const"]] if "const" in one else [])]
        found |= dict.fromkeys(in_plain_flow(value) for value in values)
        if "boolean" in _types(one):
            found |= {"true": None, "false": None}
        if one.get("format") == "date":
            found[now.strftime("%Y-%m-%d")] = None
        elif one.get("format") == "date-time":
            found[now.astimezone().isoformat(timespec="seconds")] = None
        if "default" in one:
            found.setdefault(in_plain_flow(one["default"]))
    return list(found)


def described(schemas: list[dict[str, Any]], lang: Lang) -> str:
    """What schemas say in words: title, description, type, values and limits, as Markdown."""
    lines: list[str] = []
    for one in schemas:
        lines += [str(one[word]) for word in ("title", "description") if one.get(word)]
    types = dict.fromkeys(kind for one in schemas for kind in _types(one) if kind in _TYPES)
    if types:
        words = Text(" or ", "または")[lang].join(_TYPES[kind][lang] for kind in types)
        lines.append(Text(f"Type: {words}", f"型：{words}")[lang])
    values = [f"`{in_plain_flow(value)}`" for one in schemas for value in one.get("enum", ())]
    if values:
        listed = ", ".join(dict.fromkeys(values))
        lines.append(Text(f"One of {listed}", f"次のどれか：{listed}")[lang])
    for word in ("format", "pattern", "minLength", "maxLength", "minimum", "maximum"):
        limits = dict.fromkeys(str(one[word]) for one in schemas if word in one)
        lines += [f"{word}: `{limit}`" for limit in limits]
    return "\n\n".join(dict.fromkeys(lines))


def _types(schema: dict[str, Any]) -> list[str]:
    types = schema.get("type", ())
    return [types] if isinstance(types, str) else [one for one in types if isinstance(one, str)]
