"""SARIF 2.1.0 (OASIS), for GitHub's code scanning and other readers of static analysis."""

from collections import Counter
from collections.abc import Callable
from typing import Any, TextIO

from lintpost import __version__
from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.gate.fingerprint import fingerprint
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.packs.rule import Rule
from lintpost.report.jsons import dumps
from lintpost.report.places import Places, uri

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class SarifReport:
    """Written at the end, the rules that found something first. Needs the texts of the posts.

    With a baseline every result says whether it is ``new`` or ``unchanged``. `page` gives a rule's
    page as Markdown.
    """

    def __init__(
        self, out: TextIO, lang: Lang, rules: dict[str, Rule], page: Callable[[Rule], str], *, baseline: bool
    ) -> None:  # fmt: skip
        self.out = out
        self.lang: Lang = lang
        self.rules = rules
        self.page = page
        self.baseline = baseline
        self.used: dict[str, int] = {}
        self.results: list[dict[str, Any]] = []
        self.errors: list[dict[str, Any]] = []
        self.seen: Counter[str] = Counter()

    def post(self, result: PostResult) -> None:
        """The results of one post, known ones included."""
        places = Places(result.text or "")
        for finding in result.findings:
            self._add(finding, places, "new")
        for finding in result.known:
            self._add(finding, places, "unchanged")
        for error in result.errors:
            location = {"physicalLocation": {"artifactLocation": {"uri": uri(error.path)}}}
            message = {"text": error.text[self.lang]}
            self.errors.append({"level": "error", "message": message, "locations": [location]})

    def _add(self, finding: Finding, places: Places, state: str) -> None:
        index = self.used.setdefault(finding.rule, len(self.used))
        mark = fingerprint(finding, places.text)
        key = f"{finding.path}:{mark}"
        self.seen[key] += 1
        data: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": index,
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [_location(finding.path, finding.start, finding.end)],
            "partialFingerprints": {"lintpost/v1": f"{mark}:{self.seen[key]}"},
        }
        if finding.related:
            data["relatedLocations"] = [
                {"id": number, **_location(finding.path, span.start, span.end)}
                for number, span in enumerate(finding.related, 1)
            ]
        if finding.fix is not None:
            data["fixes"] = [_fix(finding, places)]
        if self.baseline:
            data["baselineState"] = state
        self.results.append(data)

    def end(self, summary: Summary) -> None:
        """The whole log."""
        invocation: dict[str, Any] = {"executionSuccessful": not summary.errors}
        if self.errors:
            invocation["toolExecutionNotifications"] = self.errors
        run = {
            "tool": {"driver": self._driver()},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": self.results,
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        self.out.write(dumps(log, self.out, indent=1) + "\n")

    def _driver(self) -> dict[str, Any]:
        rules = []
        for name in self.used:
            rule = self.rules[name]
            page = self.page(rule)
            rules.append(
                {
                    "id": name,
                    "name": "".join(
                        part.capitalize() for part in name.replace("/", "-").split("-")
                    ),
                    "shortDescription": {"text": rule.title[self.lang]},
                    "fullDescription": {"text": rule.title[self.lang]},
                    "help": {"text": page, "markdown": page},
                    "defaultConfiguration": {"level": _LEVELS[rule.severity]},
                }
            )
        return {"name": "lintpost", "semanticVersion": __version__, "rules": rules}


def _location(path: str, start: Location, end: Location) -> dict[str, Any]:
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region}}


def _fix(finding: Finding, places: Places) -> dict[str, Any]:
    assert finding.fix is not None
    replacements = []
    for edit in finding.fix.edits:
        start, end = places.at(edit.start), places.at(edit.end)
        region = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": {"uri": uri(finding.path)}, "replacements": replacements}
    return {
        "description": {"text": finding.message},
        "artifactChanges": [change],
        "properties": {"applicability": finding.fix.applicability},
    }
