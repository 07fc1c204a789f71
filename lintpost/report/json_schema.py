"""The JSON Schema of the JSON report. Keys may be added under a version: readers must let unknown ones pass."""

from typing import Any

from lintpost.packs.rule import SEVERITIES
from lintpost.report.json_report import VERSION

_COUNT = {"type": "integer", "minimum": 0}
_COUNTS = (
    "posts", "posts_with_findings", "findings", "errors", "warnings", "infos", "fixable", "fixed",
    "suppressed", "characters", "baseline", "repeated",
)  # fmt: skip
_PLACE = {"$ref": "#/$defs/place"}


def report_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of ``--output-format json``; `$defs` has the lines of ``jsonl``, too."""
    errors = {
        "type": "array",
        "items": _object(path={"type": "string"}, message={"type": "string"}),
    }
    ends = {"version": {"const": VERSION}, "errors": errors, "summary": {"$ref": "#/$defs/summary"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:lintpost:schema:report:{VERSION}",
        "title": "lintpost check --output-format json",
        **_object(**ends, findings={"type": "array", "items": {"$ref": "#/$defs/finding"}}),
        "$defs": {
            "line": {"oneOf": [{"$ref": "#/$defs/finding"}, _object(**ends)]},
            "finding": _finding(),
            "place": _object(
                line={"type": "integer", "minimum": 1},
                column={"type": "integer", "minimum": 1},
                offset=_COUNT,
            ),
            "summary": _object(
                **dict.fromkeys(_COUNTS, _COUNT),
                site_left_out={"type": "boolean"},
                by_rule={
                    "type": "object",
                    "additionalProperties": {"type": "integer", "minimum": 1},
                },
            ),
        },
    }


def _finding() -> dict[str, Any]:
    edit = _object(start=_COUNT, end=_COUNT, text={"type": "string"})
    fix = _object(
        applicability={"enum": ["safe", "unsafe"]},
        edits={"type": "array", "items": edit, "minItems": 1},
    )
    return _object(
        path={"type": "string"},
        rule={"type": "string", "pattern": "^[^/]+/[^/]+$"},
        severity={"enum": list(SEVERITIES)},
        message={"type": "string", "minLength": 1},
        start=_PLACE,
        end=_PLACE,
        fix={"anyOf": [{"type": "null"}, fix]},
        related={
            "type": "array",
            "items": _object(path={"type": "string"}, start=_PLACE, end=_PLACE),
        },
    )


def _object(**properties: Any) -> dict[str, Any]:
    """An object that has all of these keys."""
    return {"type": "object", "properties": properties, "required": sorted(properties)}
