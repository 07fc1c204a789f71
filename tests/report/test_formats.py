"""The formats that other programs read: their schemas, their readers, and what they must escape."""

import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest

from lintpost.checks.contract.hit import Fix
from lintpost.engine.finding import Finding, Location, PostError, PostResult, Span
from lintpost.engine.summary import Summary
from lintpost.language import Text
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.post.edit import Edit
from lintpost.report.azure import AzureReport
from lintpost.report.checkstyle import CheckstyleReport
from lintpost.report.formats import FORMATS, Report, ReportContext
from lintpost.report.github import CAP, GithubReport
from lintpost.report.gitlab import GitlabReport
from lintpost.report.junit import JunitReport
from lintpost.report.line_index import LineIndex
from lintpost.report.markdown import MarkdownReport
from lintpost.report.paths import shown_path
from lintpost.report.rdjson import RdjsonLinesReport, RdjsonReport
from lintpost.report.sarif import SarifReport
from tests.conftest import ROOT

TEXT = "---\ntitle: 題😀名\n---\nあ😀githubの話\nふたつ目\n"
START = TEXT.index("github")


def place(offset: int) -> Location:
    before = TEXT[:offset]
    return Location(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, offset)


def finding(message: str = "“github” is written “GitHub”.", severity: str = "warning") -> Finding:
    edits = (Edit(START, START + 6, "GitHub"),)
    related = (Span(place(4), place(9)),)
    return Finding("posts/あ b.md", "names/spelling", severity, message, place(START), place(START + 6), Fix("safe", edits), related)  # fmt: skip


AWKWARD = 'a % b: c, d; e] <f> & "g" | `h` \r\n @i \x07\ud800'
RESULT = PostResult(
    "posts/あ b.md",
    (finding(), finding(), finding(AWKWARD, "error"), finding("note", "info")),
    (PostError("posts/あ b.md", Text("broken <&>", "壊れた")),),
    0,
    TEXT,
    known=(finding("old"),),
)
CLEAN = PostResult("posts/c.md", (), (), 0, None)


def produce(
    report_class: Callable[[ReportContext], Report], *results: PostResult, **context: Any
) -> str:
    out = io.StringIO()
    report = report_class(ReportContext(out, "en", **context))
    summary = Summary()
    for result in results:
        summary.add(result)
        report.post(result)
    report.end(summary)
    return out.getvalue()


def sarif(*results: PostResult) -> dict[str, object]:
    text = produce(SarifReport, *results, baseline=True, rules=lambda: load_pack(rules_folder()))
    return dict(json.loads(text))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written(name: str) -> None:
    """The registry names modules and classes as text, which no type checker follows."""
    rules = load_pack(rules_folder())
    shown = produce(FORMATS[name].open, RESULT, CLEAN, rules=lambda: rules)
    assert "posts/" in shown or "posts/%E3%81%82" in shown


def test_sarif_is_valid() -> None:
    path = ROOT / "build" / "sarif-2.1.0.json"
    if not path.exists():
        pytest.skip("the schema is not here (.ci/run fetches it)")
    schema = json.loads(path.read_text(encoding="utf-8"))
    stored = json.loads((Path(__file__).parent / "stored" / "sarif-en.txt").read_text("utf-8"))
    for log in (sarif(RESULT, CLEAN), sarif(CLEAN), stored):
        jsonschema.validate(log, schema)


def test_what_sarif_says() -> None:
    (run,) = sarif(RESULT, CLEAN)["runs"]  # type: ignore[misc]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [r["baselineState"] for r in run["results"]] == ["new"] * 4 + ["unchanged"]
    marks = [r["partialFingerprints"]["lintpost/v1"] for r in run["results"]]
    assert len(set(marks)) == 5
    assert len({mark.split(":")[0] for mark in marks}) == 1
    first = run["results"][0]
    where = first["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "posts/%E3%81%82%20b.md"
    assert where["region"] == {
        "startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 9, "charOffset": START, "charLength": 6,
    }  # fmt: skip
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "GitHub"}
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "names/spelling"


def test_sarif_tells_new_from_known_only_with_a_baseline() -> None:
    rules = load_pack(rules_folder())
    (run,) = json.loads(produce(SarifReport, RESULT, rules=lambda: rules))["runs"]
    assert not any("baselineState" in result for result in run["results"])


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}


def test_gitlab() -> None:
    """What GitLab's documentation asks of a code quality report; fingerprints are unique."""
    data = json.loads(produce(GitlabReport, RESULT, CLEAN))
    jsonschema.validate(data, GITLAB)
    assert len({one["fingerprint"] for one in data}) == len(data) == 4
    assert json.loads(produce(GitlabReport, CLEAN)) == []


POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer"}, "column": {"type": "integer"}},
}
RANGE = {"type": "object", "required": ["start", "end"], "properties": {"start": POSITION, "end": POSITION}}  # fmt: skip
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location", "severity", "code"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string"},
        "location": {"required": ["path", "range"], "properties": {"range": RANGE}},
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "source": {"required": ["name"]},
        "code": {"required": ["value"]},
        "suggestions": {"type": "array", "items": {"required": ["range", "text"]}},
    },
}


def test_rdjson() -> None:
    """The fields of reviewdog's rdf.proto; columns are bytes of UTF-8."""
    data = json.loads(produce(RdjsonReport, RESULT, CLEAN))
    assert data["source"] == {"name": "lintpost"}
    for one in data["diagnostics"]:
        jsonschema.validate(one, DIAGNOSTIC)
    first = data["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 4, "column": 8}, "end": {"line": 4, "column": 14}}  # fmt: skip
    assert first["suggestions"] == [{"range": first["location"]["range"], "text": "GitHub"}]
    lines = produce(RdjsonLinesReport, RESULT, CLEAN).splitlines()
    assert [json.loads(line)["message"] for line in lines] == [d["message"] for d in data["diagnostics"]]  # fmt: skip
    assert json.loads(produce(RdjsonReport, CLEAN))["diagnostics"] == []
    assert LineIndex(TEXT).byte_column(place(TEXT.index("名"))) == len("title: 題😀".encode()) + 1


def test_checkstyle() -> None:
    root = ET.fromstring(produce(CheckstyleReport, RESULT, CLEAN))
    assert [file.get("name") for file in root] == ["posts/あ b.md"]
    errors = [error.attrib for error in root[0]]
    assert errors[2]["message"] == 'a % b: c, d; e] <f> & "g" | `h` \r\n @i \ufffd\ufffd'.replace("\r\n", "\r\n")  # fmt: skip
    assert errors[0] == {
        "line": "4", "column": "3", "severity": "warning", "message": "“github” is written “GitHub”.", "source": "lintpost.names.spelling",
    }  # fmt: skip


def test_junit(tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_text(produce(JunitReport, RESULT, CLEAN), encoding="utf-8")
    report = junitparser.JUnitXml.fromfile(str(path))
    assert (report.tests, report.failures, report.errors) == (6, 3, 1)
    suites = list(report)
    assert [suite.name for suite in suites] == ["posts/あ b.md", "posts/c.md"]
    results = [[type(one).__name__ for one in case.result] for suite in suites for case in suite]
    assert results == [["Failure"], ["Failure"], ["Failure"], [], ["Error"], []]
    report.update_statistics()
    assert (report.tests, report.failures, report.errors) == (6, 3, 1)


def test_github() -> None:
    shown = produce(GithubReport, RESULT)
    assert shown.splitlines()[0] == (
        "::warning file=posts/あ b.md,line=4,endLine=4,title=names/spelling,col=3,endColumn=9::“github” is written “GitHub”."
    )
    assert "::error file=posts/あ b.md,line=4,endLine=4,title=names/spelling,col=3,endColumn=9::a %25 b: c, d; e] <f> & \"g\" | `h` ⏎ @i" in shown  # fmt: skip
    many = produce(GithubReport, *[RESULT] * 8)
    assert many.count("\n::warning") + many.startswith("::warning") == CAP
    assert many.count("::error") == 8
    assert "::notice title=lintpost::6 more findings are in the log: GitHub shows 10 annotations of each level.\n" in many  # fmt: skip
    awkward = RESULT._replace(findings=(finding()._replace(path="a,b:c%.md"),))
    assert "file=a%2Cb%3Ac%25.md,line=4" in produce(GithubReport, awkward)


def test_azure() -> None:
    lines = produce(AzureReport, RESULT).splitlines()
    assert lines[0] == (
        "##vso[task.logissue type=warning;sourcepath=posts/あ b.md;linenumber=4;columnnumber=3;code=names/spelling;]“github” is written “GitHub”."
    )
    assert lines[2].startswith("##vso[task.logissue type=error;")
    assert "`h` ⏎ @i \\x07" in lines[2]
    assert lines[3] == "posts/あ b.md:4:3 info names/spelling note"


def test_markdown() -> None:
    shown = produce(MarkdownReport, RESULT, CLEAN)
    assert 'a % b: c, d; e\\] &#60;f&#62; &amp; "g" &#124; \\`h\\` ⏎ &#64;i \\\\x07' in shown
    rows = shown[shown.index("<details>") :].splitlines()
    assert {row.count("|") for row in rows if row.startswith("|")} == {4}
    many = produce(MarkdownReport, *[RESULT] * 20)
    assert "… and 30 more." in many
    assert many.count("(`names/spelling` ◆) |") == 50


def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path("./posts/a.md") == "posts/a.md"
    assert shown_path(str(tmp_path / "a.md")) == "a.md"
    assert shown_path("../a.md") == str(tmp_path.parent / "a.md")
