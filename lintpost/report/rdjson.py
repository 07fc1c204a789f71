"""reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.

Columns are bytes of UTF-8 from 1, the end of a range exclusive.
"""

from typing import Any, TextIO

from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.report.jsons import dumps
from lintpost.report.places import Places, byte_column, shown_path

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_SOURCE = {"name": "lintpost"}


class RdjsonReport:
    """One document. Needs the texts of the posts."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        self.lead = f'{{"source": {dumps(_SOURCE, out)}, "diagnostics": [\n'

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        places = Places(result.text or "")
        for finding in result.findings:
            self.out.write(self.lead + dumps(_diagnostic(finding, places), self.out))
            self.lead = ",\n"

    def end(self, summary: Summary) -> None:
        """The end of the document."""
        self.out.write((self.lead if self.lead != ",\n" else "\n") + "]}\n")


class RdjsonLinesReport:
    """One diagnostic a line. Needs the texts of the posts."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        places = Places(result.text or "")
        for finding in result.findings:
            data = {**_diagnostic(finding, places), "source": _SOURCE}
            self.out.write(dumps(data, self.out) + "\n")

    def end(self, summary: Summary) -> None:
        """Nothing: every line stands for itself."""


def _diagnostic(finding: Finding, places: Places) -> dict[str, Any]:
    data: dict[str, Any] = {
        "message": finding.message,
        "location": {
            "path": shown_path(finding.path),
            "range": _range(finding.start, finding.end, places),
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.fix is not None:
        data["suggestions"] = [
            {"range": _range(places.at(edit.start), places.at(edit.end), places), "text": edit.text}
            for edit in finding.fix.edits
        ]
    return data


def _range(start: Location, end: Location, places: Places) -> dict[str, Any]:
    return {"start": _position(start, places), "end": _position(end, places)}


def _position(location: Location, places: Places) -> dict[str, int]:
    return {"line": location.line, "column": byte_column(places.text, location)}
