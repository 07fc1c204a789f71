"""reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.

Columns are bytes of UTF-8 from 1; the end of a range is exclusive.
"""

from typing import Any

from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.summary import Summary
from lintpost.report.formats import ReportContext
from lintpost.report.json_report import dumps
from lintpost.report.line_index import LineIndex
from lintpost.report.paths import shown_path
from lintpost.report.rule_address import address_of

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_SOURCE = {"name": "lintpost"}


class RdjsonReport:
    """One document. Needs the texts of the posts."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._context = context
        self._begun = False

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        index = LineIndex(result.text or "")
        for finding in result.findings:
            self._out.write(",\n" if self._begun else self._beginning())
            self._out.write(dumps(_diagnostic(finding, index, self._context), self._out))
            self._begun = True

    def end(self, summary: Summary) -> None:
        """Close the document."""
        self._out.write(("\n" if self._begun else self._beginning()) + "]}\n")

    def _beginning(self) -> str:
        return f'{{"source": {dumps(_SOURCE, self._out)}, "diagnostics": [\n'


class RdjsonLinesReport:
    """A line for each finding. Needs the texts of the posts."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._context = context

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        index = LineIndex(result.text or "")
        for finding in result.findings:
            data = {**_diagnostic(finding, index, self._context), "source": _SOURCE}
            self._out.write(dumps(data, self._out) + "\n")

    def end(self, summary: Summary) -> None:
        """Nothing: the format has no end."""


def _diagnostic(finding: Finding, index: LineIndex, context: ReportContext) -> dict[str, Any]:
    data: dict[str, Any] = {
        "message": finding.message,
        "location": {
            "path": shown_path(finding.path),
            "range": _range(finding.start, finding.end, index),
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    address = address_of(finding.rule, context)
    if address:
        data["code"]["url"] = address
    if finding.fix is not None:
        data["suggestions"] = [
            {
                "range": _range(index.location(edit.start), index.location(edit.end), index),
                "text": edit.text,
            }
            for edit in finding.fix.edits
        ]
    return data


def _range(start: Location, end: Location, index: LineIndex) -> dict[str, Any]:
    return {"start": _position(start, index), "end": _position(end, index)}


def _position(location: Location, index: LineIndex) -> dict[str, int]:
    return {"line": location.line, "column": index.byte_column(location)}
