"""JSON and JSON Lines: the contract that other programs read."""

import json
from typing import Any, TextIO

from lintpost.engine.finding import Finding, Location, PostError, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang

VERSION = 1


def dumps(data: Any, out: TextIO, indent: int | None = None) -> str:
    """JSON as readable as the stream's encoding allows: escapes only where it is no UTF."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    return json.dumps(data, ensure_ascii=not encoding.lower().startswith("utf"), indent=indent)


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as the contract has it; offsets are code points from 0, `end` exclusive."""
    fix = None
    if finding.fix is not None:
        edits = [{"start": e.start, "end": e.end, "text": e.text} for e in finding.fix.edits]
        fix = {"applicability": finding.fix.applicability, "edits": edits}
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": _location(finding.start),
        "end": _location(finding.end),
        "fix": fix,
        "related": [
            {"path": finding.path, "start": _location(span.start), "end": _location(span.end)}
            for span in finding.related
        ],
    }


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
        "by_rule": dict(sorted(summary.by_rule.items())),
    }


def _location(location: Location) -> dict[str, int]:
    return {"line": location.line, "column": location.column, "offset": location.offset}


def _error(error: PostError, lang: Lang) -> dict[str, str]:
    return {"path": error.path, "message": error.text[lang]}


class JsonReport:
    """One document, written as the posts come in, so that memory does not grow with them."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        self.lang: Lang = lang
        self.first = True

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        for finding in result.findings:
            head = f'{{"version": {VERSION}, "findings": [\n' if self.first else ",\n"
            self.first = False
            self.out.write(head + dumps(finding_data(finding), self.out))

    def end(self, summary: Summary) -> None:
        """Errors and counts."""
        if self.first:
            self.out.write(f'{{"version": {VERSION}, "findings": [')
        errors = [_error(error, self.lang) for error in summary.errors]
        self.out.write('\n], "errors": ' + dumps(errors, self.out))
        counts = dumps(summary_data(summary), self.out)
        self.out.write(', "summary": ' + counts + "}\n")


class JsonLinesReport:
    """One finding a line, then one line with the summary."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        self.lang: Lang = lang

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        for finding in result.findings:
            self.out.write(dumps(finding_data(finding), self.out) + "\n")

    def end(self, summary: Summary) -> None:
        """Errors and counts."""
        data = {
            "version": VERSION,
            "errors": [_error(error, self.lang) for error in summary.errors],
            "summary": summary_data(summary),
        }
        self.out.write(dumps(data, self.out) + "\n")
