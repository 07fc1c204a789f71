"""Whether a mapping is a JSON Schema that lintpost can use."""

from typing import Any

from lintpost.files.compiled_cache import load, store
from lintpost.language import Text


def schema_problem(
    place: str, data: dict[str, Any], resources: dict[str, Any]
) -> tuple[list[str | int], Text] | None:
    """Where and why a schema is not valid JSON Schema 2020-12; None where it is.

    `resources` are the files that it refers to, by address. The verdict is kept in the cache under
    the place where the schema stands, for importing the validator takes longer than a short run.
    """
    fingerprint = _plain([data, resources])
    kept = load(f"schema:{place}", fingerprint)
    if kept is not None:
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
            text = _said(error)
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


def _said(error: Any) -> Text:
    from lintpost.checks.common.schema_words import type_words

    if error.kind.name == "type":
        wanted = type_words(list(error.kind.types), "")
        return Text(f"{wanted.en} is needed here", f"{wanted.ja}で書いてください")
    return Text(
        f"not a JSON Schema: {error.message}", f"JSON Schemaとして読めません（{error.message}）"
    )


def _plain(data: Any) -> Any:
    """The schema as JSON gives it back, so that an equal one is found equal."""
    import json

    return json.loads(json.dumps(data, default=str))
