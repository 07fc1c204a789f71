"""Front matter against the house's JSON Schema (2020-12)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from lintpost.checks.hit import Hit
from lintpost.checks.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.plain_schema import certainly_valid
from lintpost.site.site import Site

_TYPES = {
    "string": Text("a string", "文字列"),
    "integer": Text("a whole number", "整数"),
    "number": Text("a number", "数"),
    "boolean": Text("true or false", "true か false"),
    "array": Text("a list", "リスト"),
    "object": Text("a mapping", "「キー: 値」の組"),
    "null": Text("empty", "空"),
}
# The keywords for which the rule has a message of its own; the rest say what the validator says.
_LIMITS = {
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
    "pattern", "format",
}  # fmt: skip


class Options(CheckOptions):
    """The schema is the site's. `lists`: keys whose being a list of different strings is checked by
    rules of their own (tags/type, tags/duplicate) and not said twice.
    """

    lists: tuple[str, ...] = ("tags", "categories")


def needs(options: Options) -> str:
    """A schema."""
    return "schema"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each violation at the very value; missing and unknown top-level keys have their own rules."""
    front = post.front_matter
    if front is None or front.root is None or site.schema is None:
        return
    if certainly_valid(site.schema.data, front.root.value):
        return
    instance = _jsonable(front.root.value)
    for error in site.schema.validator.iter_errors(instance):
        path = list(error.instance_path)
        keyword = next((s for s in reversed(error.schema_path) if isinstance(s, str)), "")
        keyword = error.schema_path[-1] if isinstance(error.schema_path[-1], str) else keyword
        if not path and keyword in ("required", "additionalProperties", "unevaluatedProperties"):
            continue
        if path and path[0] in options.lists and keyword in ("type", "uniqueItems"):
            continue
        node = front.root.at(path)
        key, params = _message(keyword, error, _path_text(path), node.value)
        start, end = node.start, node.end
        if not path:
            end = min(end, post.source.line_span(post.source.location(start)[0])[1])
        yield Hit(start, end, key, params)


def _message(keyword: str, error: Any, path: str, value: Any) -> tuple[str, dict[str, Any]]:
    """The message key and its parameters for one violation."""
    shown = _shown(value)
    params: dict[str, Any] = {"path": path or "front matter", "value": shown}
    kind = error.kind
    if keyword == "type":
        types = getattr(kind, "types", None) or []
        names = [_TYPES[name] for name in types if name in _TYPES]
        params["type"] = Text(
            " or ".join(name.en for name in names), "または".join(name.ja for name in names)
        )
        return "type", params
    if keyword == "enum":
        params["options"] = ", ".join(_shown(option) for option in getattr(kind, "options", []))
        return "enum", params
    if keyword == "const":
        params["expected"] = _shown(getattr(kind, "expected_value", ""))
        return "const", params
    if keyword == "uniqueItems":
        return "unique", params
    if keyword == "required":
        params["key"] = getattr(kind, "property", "")
        return "required", params
    if keyword in ("additionalProperties", "unevaluatedProperties"):
        params["key"] = ", ".join(getattr(kind, "unexpected", []))
        return "unknown", params
    if keyword in _LIMITS:
        limit = getattr(kind, "limit", None)
        if limit is None:
            limit = getattr(kind, "pattern", None) or getattr(kind, "format", "")
        params["limit"] = limit
        params["count"] = len(value) if isinstance(value, str | list | dict) else value
        return keyword, params
    params["detail"] = error.message
    return "other", params


def _shown(value: Any) -> str:
    text = (
        f'"{value}"'
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )
    return text if len(text) <= 40 else text[:39] + "…"


def _path_text(path: list[str | int]) -> str:
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _jsonable(value: Any) -> Any:
    """Front-matter values as JSON has them: dates as ISO 8601 strings."""
    if isinstance(value, dict):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
