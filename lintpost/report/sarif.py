"""SARIF 2.1.0 (OASIS), for GitHub's code scanning and other readers of static analysis."""

from collections import Counter
from typing import Any

from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.gate.fingerprint import fingerprint
from lintpost.engine.summary import Summary
from lintpost.report.formats import ReportContext
from lintpost.report.indented_json import Written, indented
from lintpost.report.json_report import is_utf
from lintpost.report.line_index import LineIndex
from lintpost.report.paths import uri
from lintpost.report.rule_address import rule_address
from lintpost.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DEPTH = 4
"""How many lists and mappings of a log a result is within."""
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LINE = "\n" + " " * (_DEPTH + 3)
_LOCATION = indented(
    {
        "physicalLocation": {
            "artifactLocation": {"uri": Written("%s")},
            "region": {
                name: Written("%d")
                for name in (
                    "startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength",
                )
            },
        }
    },
    _DEPTH + 2,
).replace("{" + _LINE, "{" + _LINE + "%s", 1)  # fmt: skip
"""Most of a log is locations: to fill this in takes a tenth of the time of writing each anew."""


class SarifReport:
    """Written at the end: the rules that found something come first. Needs the texts of the posts.

    With a baseline every result says whether it is ``new`` or ``unchanged``.
    """

    def __init__(self, context: ReportContext) -> None:
        self._context = context
        self._rules: dict[str, int] = {}
        self._results: list[str] = []
        self._ascii = not is_utf(context.out)
        self._uris: dict[str, str] = {}
        """The addresses of posts, as JSON."""
        self._errors: list[dict[str, Any]] = []
        self._fingerprints: Counter[str] = Counter()

    def post(self, result: PostResult) -> None:
        """Keep the results of one post, known ones included."""
        index = LineIndex(result.text or "")
        for finding in result.findings:
            self._add(finding, index, "new")
        for finding in result.known:
            self._add(finding, index, "unchanged")
        for error in result.errors:
            location = {"physicalLocation": {"artifactLocation": {"uri": uri(error.path)}}}
            message = {"text": error.text[self._context.lang]}
            self._errors.append({"level": "error", "message": message, "locations": [location]})

    def _add(self, finding: Finding, index: LineIndex, state: str) -> None:
        mark = fingerprint(finding, index.text)
        key = f"{finding.path}:{mark}"
        self._fingerprints[key] += 1
        data: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self._rules.setdefault(finding.rule, len(self._rules)),
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [self._location(finding.path, finding.start, finding.end)],
            "partialFingerprints": {"lintpost/v1": f"{mark}:{self._fingerprints[key]}"},
        }
        if finding.related:
            data["relatedLocations"] = [
                self._location(span.path or finding.path, span.start, span.end, number)
                for number, span in enumerate(finding.related, 1)
            ]
        if finding.fix is not None:
            data["fixes"] = [self._fix(finding, index)]
        if self._context.baseline:
            data["baselineState"] = state
        self._results.append(indented(data, _DEPTH, ascii_only=self._ascii))

    def end(self, summary: Summary) -> None:
        """Write the whole log."""
        invocation: dict[str, Any] = {"executionSuccessful": not summary.errors}
        if self._errors:
            invocation["toolExecutionNotifications"] = self._errors
        run = {
            "tool": {"driver": self._driver()},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": [],
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        before, empty, behind = indented(log, ascii_only=self._ascii).rpartition("[]")
        out = self._context.out
        out.write(before + (_listed(self._results) if self._results else empty) + behind + "\n")

    def _driver(self) -> dict[str, Any]:
        all_rules = self._context.rules() if self._rules else {}
        rules = []
        for name in self._rules:
            rule = all_rules[name]
            title = {"text": rule.title[self._context.lang]}
            page = self._context.page(rule)
            words = name.replace("/", "-").split("-")
            data = {
                "id": name,
                "name": "".join(word.capitalize() for word in words),
                "shortDescription": title,
                "fullDescription": title,
                "help": {"text": page, "markdown": page},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            address = rule_address(rule, self._context.lang)
            if address:
                data["helpUri"] = address
            rules.append(data)
        return {"name": "lintpost", "semanticVersion": __version__, "rules": rules}

    def _location(self, path: str, start: Location, end: Location, number: int = 0) -> Written:
        """A location, with its number among the related ones (0: it is none of them)."""
        address = self._uris.get(path)
        if address is None:
            address = self._uris[path] = indented(uri(path), ascii_only=self._ascii)
        return Written(
            _LOCATION
            % (
                f'"id": {number},{_LINE}' if number else "",
                address,
                start.line,
                start.column,
                end.line,
                end.column,
                start.offset,
                end.offset - start.offset,
            )
        )

    def _fix(self, finding: Finding, index: LineIndex) -> dict[str, Any]:
        assert finding.fix is not None
        replacements = []
        for edit in finding.fix.edits:
            start, end = index.location(edit.start), index.location(edit.end)
            region = {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            }
            replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
        change = {
            "artifactLocation": {"uri": uri(finding.path)},
            "replacements": replacements,
        }
        return {
            "description": {"text": finding.message},
            "artifactChanges": [change],
            "properties": {"applicability": finding.fix.applicability},
        }


def _listed(results: list[str]) -> str:
    """Results as a list, as `indented` would write it."""
    line = "\n" + " " * _DEPTH
    return f"[{line}{f',{line}'.join(results)}{line[:-1]}]"
