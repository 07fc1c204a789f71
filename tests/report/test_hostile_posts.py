"""Whatever posts and names of files hold, each format keeps its form, and no terminal or CI system obeys it."""

import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.checks.contract.hit import Fix
from lintpost.engine.finding import Finding, Location, PostError, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Text
from lintpost.packs.rule import Rule
from lintpost.post.edit import Edit
from lintpost.report.formats import FORMATS, STATISTICS, ReportContext
from lintpost.report.github import CAP
from lintpost.report.paths import shown_path
from lintpost.report.visible import visible, visible_lines, visible_span

HOSTILE = [
    "\x1b[2J", "\x1b]0;title\x07", "\x1b]8;;http:evil\x1b\\link\x1b]8;;\x1b\\", "\x9b31m", "\x9d0;title\x9c", "\x00", "\x08\x08\x08",
    "\x7f", "\t", "\x0b", "\x0c", "\x1c\x1d\x1e", "\x85", "\xa0", "a\nb", "a\rb", "a\r\nb", "\n\n", "a\u2028b", "a\u2029b",
    "\u202egpj.exe", "\u2066a\u2069", "\u200e\u200f\u061c", "::error::forged", "\n::stop-commands::pwn", "\r::error::forged",
    "\u2028::error::forged", "  ::add-mask::a", "\u3000::error::a", "\u200b::error::a", ":\u2060:error::a", "##[error]forged", "a ##[group]b",
    "###[error]forged", "#\x1b#[error]a", "##vso[task.setvariable variable=PATH]evil", "##\xadvso[task.complete]a", "##VSO[task.complete]a",
    "`", "``", "a|b", "\\", "\\|", "<img src=x onerror=y>", "</details>", "@octocat", "&lt;", "]]>", '"', "'", "%0A::error::a", "];x", "a,b:c;d",
    "\ufeff", "\ufffe", "\U000e0041", "題😀名", "| a |\n|---|\n| b |",
]  # fmt: skip
PLAIN = "plain"
PEOPLE = ["rich", "concise", "grouped", "github", "azure", "markdown", "statistics"]
ENCODINGS = ["utf-8", "cp932", "ascii"]
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
SKIPPED = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")
"""What .NET passes over when it looks for a text."""
OWN_COMMAND = re.compile(
    "^(::(error|warning|notice) (file|title)=[^:]*::|##vso\\[task\\.logissue )"
)
OWN_ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;(file:///house\.yml)?\x1b\\")
"""Colours, and links to the file of a rule."""


def results(hostile: str) -> Iterator[PostResult]:
    """Two posts with more findings of each severity than GitHub annotates; all texts hold the hostile one."""
    line = hostile.replace("\n", " ").replace("\r", " ")
    text = f"a {line} b\n"
    start, end = Location(1, 3, 2), Location(1, 3 + len(line), 2 + len(line))
    fix = Fix("safe", (Edit(2, 2 + len(line), line + "x"),))
    for path in (f"posts/{hostile}.md", f"{hostile}.md"):
        findings = tuple(
            Finding(path, f"house/{hostile}", severity, message, start, end, fix, ())
            for severity in ("error", "warning", "info")
            for message in (hostile, f"“{hostile}” is odd") * (CAP // 2 + 1)
        )  # fmt: skip
        errors = (PostError(path, Text(hostile, hostile)),)
        yield PostResult(path, findings, errors, 0, text)


def produce(name: str, hostile: str, encoding: str = "utf-8", color: str = "never") -> bytes:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding, errors="backslashreplace", newline="\n")
    format = STATISTICS if name == "statistics" else FORMATS[name]
    rule = Rule(f"house/{hostile}", "existence", "warning", {}, Text("", ""), {}, "/house.yml")
    context = ReportContext(out, "en", color=color, rules=lambda: {rule.name: rule})
    report = format.open(context)
    summary = Summary()
    for result in results(hostile):
        summary.add(result)
        report.post(result)
    report.end(summary)
    out.flush()
    return raw.getvalue()


def forged(line: str) -> bool:
    """Whether a CI system would find a command in a line, other than one at its start that is the report's."""
    line = SKIPPED.sub("", OWN_COMMAND.sub("", line))
    return line.lstrip().startswith("::") or re.search(r"##(vso)?\[", line, re.I) is not None


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "1000")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", PEOPLE)
def test_reports_for_people_hold_no_forged_line_and_no_control_character(
    name: str, encoding: str
) -> None:
    lines = produce(name, PLAIN, encoding).decode(encoding).split("\n")
    for hostile in HOSTILE:
        shown = produce(name, hostile, encoding).decode(encoding)
        assert not CONTROL.search(shown), (hostile, shown)
        found = shown.split("\n")
        assert len(found) == len(lines), (hostile, shown)
        assert not any(map(forged, found)), (hostile, shown)
        own = [bool(OWN_COMMAND.match(line)) for line in lines]
        assert [bool(OWN_COMMAND.match(line)) for line in found] == own, (hostile, shown)


@pytest.mark.parametrize("name", ["rich", "statistics"])
def test_a_coloured_report_holds_only_its_own_escapes(name: str) -> None:
    for hostile in HOSTILE:
        shown = OWN_ESCAPES.sub("", produce(name, hostile, color="always").decode())
        assert not CONTROL.search(shown), (hostile, shown)


def test_the_markdown_report_keeps_its_cells_and_no_markup_gets_out_of_code() -> None:
    plain = produce("markdown", PLAIN).decode().split("\n")
    for hostile in HOSTILE:
        for row, expected in zip(
            produce("markdown", hostile).decode().split("\n"), plain, strict=True
        ):
            unescaped = re.sub(r"\\.", "", row)
            assert unescaped.count("|") == expected.count("|"), row
            prose = re.sub("`[^`]*`|</?(code|details|summary)>", "", unescaped)
            assert not re.search("[`<>@]", prose), row


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_is_well_formed_in_every_encoding(name: str, encoding: str) -> None:
    for hostile in HOSTILE:
        root = ET.fromstring(produce(name, hostile, encoding))
        allowed = re.sub(
            "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", hostile
        )
        elements = root.iter("failure" if name == "junit" else "error")
        messages = [element.get("message") for element in elements if element.get("type") != "error" or name == "junit"]  # fmt: skip
        assert messages[:2] == [allowed, f"“{allowed}” is odd"], hostile
        names = {element.get("name") for element in root}
        assert names == {shown_path(f"{path}{allowed}.md") for path in ("posts/", "")}, hostile


def values(name: str, data: str) -> list[tuple[str, str]]:
    """Path and message of each finding in a report for programs."""
    found: Any
    if name in ("jsonl", "rdjsonl"):
        documents: list[Any] = [json.loads(line) for line in data.split("\n") if line]
        found = [one for one in documents if "message" in one]
    else:
        found = json.loads(data)
    if name == "json":
        found = found["findings"]
    if name == "rdjson":
        found = found["diagnostics"]
    if name in ("rdjson", "rdjsonl"):
        return [(one["location"]["path"], one["message"]) for one in found]
    if name == "gitlab":
        return [(one["location"]["path"], one["description"]) for one in found]
    if name == "sarif":
        return [
            (unquote(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]), one["message"]["text"])
            for one in found["runs"][0]["results"]
        ]  # fmt: skip
    return [(one["path"], one["message"]) for one in found if "rule" in one]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["json", "jsonl", "gitlab", "sarif", "rdjson", "rdjsonl"])
def test_json_keeps_the_exact_values(name: str, encoding: str) -> None:
    for hostile in HOSTILE:
        expected = [
            (
                finding.path if name in ("json", "jsonl") else shown_path(finding.path),
                finding.message,
            )
            for result in results(hostile)
            for finding in result.findings
        ]
        assert values(name, produce(name, hostile, encoding).decode(encoding)) == expected, hostile


def test_every_format_is_tried() -> None:
    programs = {"json", "jsonl", "gitlab", "sarif", "rdjson", "rdjsonl", "junit", "checkstyle"}
    assert {*PEOPLE, *programs} == {*FORMATS, "statistics"}


def test_what_is_shown() -> None:
    assert visible("a\x1b[2J\x9b\u202e\t\r\n\n\r") == r"a\x1b[2J\x9b\u202e\t⏎⏎⏎"
    assert (
        visible("##[error] ###[a] ##vso[b] # #[c] ## d")
        == "# #[error] ## #[a] # #vso[b] # #[c] ## d"
    )
    assert visible(" ::error::a") == " : :error::a"
    assert visible("std::vector、{::nomarkdown}　題") == "std::vector、{::nomarkdown}　題"
    assert visible_lines("a\tb\x07\r\n ::c::\n") == "a\tb\\x07\r\n : :c::\n"
    assert visible_span("a\x1bb##[c\t", 1, 4) == ("a\\x1bb# #[c ", 1, 8)


@given(st.text(st.one_of(st.sampled_from("a#[]:vso\x1b\n\r\t \u200b"), st.characters())))
def test_a_visible_text_is_one_line_and_is_shown_as_it_is(text: str) -> None:
    shown = visible(text)
    assert not CONTROL.search(shown)
    assert "\n" not in shown
    assert not forged(shown)
    assert visible(shown) == shown


@given(st.text(st.one_of(st.sampled_from("a#[\x1b\t漢"), st.characters())), st.data())
def test_a_span_stays_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown, new_start, new_end = visible_span(text, start, end)
    assert visible(shown).lstrip(" :") == visible(text.replace("\t", " ")).lstrip(" :")
    if not re.search("[#\r]", text):
        assert shown[new_start:new_end] == visible_span(text[start:end], 0, 0)[0]
