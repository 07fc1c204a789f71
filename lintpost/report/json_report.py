"""JSON and JSON Lines: the formats whose fields are a contract (docs/json.md)."""

import json
from typing import Any, TextIO

from lintpost.engine.finding import Finding, Location, PostError, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.report.formats import ReportContext

VERSION = 1


def dumps(data: Any, out: TextIO, indent: int | None = None) -> str:
    """JSON for a stream: with escapes for what is not ASCII only if the stream's encoding is no UTF."""
    return json.dumps(data, ensure_ascii=not is_utf(out), indent=indent)


def is_utf(out: TextIO) -> bool:
    """Whether a stream's encoding has all characters; a stream without one is taken to."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    return encoding.lower().startswith("utf")


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as in the contract; offsets are code points from 0, `end` is exclusive."""
    fix = None
    if finding.fix is not None:
        edits = [{"start": e.start, "end": e.end, "text": e.text} for e in finding.fix.edits]
        fix = {"applicability": finding.fix.applicability, "edits": edits}
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": location_data(finding.start),
        "end": location_data(finding.end),
        "fix": fix,
        "related": [
            {
                "path": span.path or finding.path,
                "start": location_data(span.start),
                "end": location_data(span.end),
            }
            for span in finding.related
        ],
    }


def location_data(location: Location) -> dict[str, int]:
    """``line`` and ``column`` from 1, ``offset`` from 0."""
    return location._asdict()


def summary_data(summary: Summary) -> dict[str, Any]:
    """The counts of a run."""
    return {
        "posts": summary.posts,
        "posts_with_findings": summary.posts_with_findings,
        "findings": summary.findings,
        "errors": summary.by_severity["error"],
        "warnings": summary.by_severity["warning"],
        "infos": summary.by_severity["info"],
        "fixable": summary.fixable,
        "fixed": summary.fixed,
        "suppressed": summary.suppressed,
        "characters": summary.characters,
        "baseline": summary.known,
        "repeated": summary.repeated,
        "site_left_out": summary.site_left_out,
        "by_rule": dict(sorted(summary.by_rule.items())),
    }


def _error_data(error: PostError, lang: Lang) -> dict[str, str]:
    return {"path": error.path, "message": error.text[lang]}


class JsonReport:
    """One document, written post by post, so that a run over many posts takes no more memory."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._lang = context.lang
        self._begun = False

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        for finding in result.findings:
            self._out.write(",\n" if self._begun else self._beginning() + "\n")
            self._out.write(dumps(finding_data(finding), self._out))
            self._begun = True

    def end(self, summary: Summary) -> None:
        """Write errors and counts."""
        if not self._begun:
            self._out.write(self._beginning())
        errors = [_error_data(error, self._lang) for error in summary.errors]
        self._out.write('\n], "errors": ' + dumps(errors, self._out))
        self._out.write(', "summary": ' + dumps(summary_data(summary), self._out) + "}\n")

    def _beginning(self) -> str:
        return f'{{"version": {VERSION}, "findings": ['


class JsonLinesReport:
    """A line for each finding, then a line with errors and counts."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._lang = context.lang

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        for finding in result.findings:
            self._out.write(dumps(finding_data(finding), self._out) + "\n")

    def end(self, summary: Summary) -> None:
        """Write errors and counts."""
        data = {
            "version": VERSION,
            "errors": [_error_data(error, self._lang) for error in summary.errors],
            "summary": summary_data(summary),
        }
        self._out.write(dumps(data, self._out) + "\n")
