"""Validates front-matter schemas as JSON Schema 2020-12."""

from typing import Any

from lintpost.files.compiled_cache import load, store
from lintpost.files.package import package_stamp
from lintpost.language import Text


def schema_problem(
    place: str, data: dict[str, Any], resources: dict[str, Any]
) -> tuple[list[str | int], Text] | None:
    """JSON path and description of the first error in a schema; None if it is valid.

    `resources` are the files that it refers to, by URI. Importing the validator takes longer than a
    short run, so a valid schema is remembered in the cache, under its file position `place`.
    """
    fingerprint = _plain([package_stamp(), data, resources])
    if load(f"schema:{place}", fingerprint) is not None:
        return None
    problem = _validate(data, resources)
    if problem is None:
        store(f"schema:{place}", fingerprint, True)
    return problem


def _validate(
    data: dict[str, Any], resources: dict[str, Any]
) -> tuple[list[str | int], Text] | None:
    import jsonschema_rs

    from lintpost.site.schema import compiled

    validator = jsonschema_rs.validator_for(
        {"$ref": "https://json-schema.org/draft/2020-12/schema"}
    )
    for name, schema in {"": data, **resources}.items():
        for error in validator.iter_errors(_plain(schema)):
            text = _description(error)
            if name:
                file = name.rpartition("/")[2]
                return [], Text(f"{file}: {text.en}", f"{file}：{text.ja}")
            return list(error.instance_path), text
    try:
        compiled(data, resources)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError) as error:
        line = str(error).split("\n")[0]
        return [], Text(f"not a JSON Schema: {line}", f"JSON Schemaとして読めません（{line}）")
    return None


def _description(error: Any) -> Text:
    from lintpost.checks.common.schema.words import type_words

    if error.kind.name == "type":
        wanted = type_words(list(error.kind.types), "")
        return Text(f"{wanted.en} is needed here", f"{wanted.ja}で書いてください")
    return Text(
        f"not a JSON Schema: {error.message}", f"JSON Schemaとして読めません（{error.message}）"
    )


def _plain(data: Any) -> Any:
    """The schema after a round trip through JSON, so that equal ones compare equal."""
    import json

    return json.loads(json.dumps(data, default=str))
