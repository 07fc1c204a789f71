"""Each report against stored output; `python -m tests.report.test_reports` writes it anew."""

import io
import json
import os
import re
from importlib import import_module
from pathlib import Path

import jsonschema
import pytest

from lintpost.cli.output import make_console
from lintpost.cli.reports import _CLASSES
from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import Finding, Location, PostResult
from lintpost.engine.run import check_paths
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.report.rich_report import RichReport
from lintpost.report.sarif import SarifReport
from lintpost.report.statistics import StatisticsReport
from tests.conftest import NOW, ROOT

STORED = Path(__file__).parent / "stored"
CASES = [
    ("rich-ja-80", "ja"), ("rich-ja-120", "ja"), ("rich-en-100", "en"), ("rich-en-40", "en"),
    ("statistics-ja-80", "ja"), ("concise-en", "en"), ("concise-ja", "ja"), ("json-en", "en"), ("jsonl-ja", "ja"),
    ("grouped-ja", "ja"), ("github-en", "en"), ("gitlab-en", "en"), ("sarif-en", "en"), ("junit-en", "en"), ("checkstyle-ja", "ja"),
    ("rdjson-en", "en"), ("rdjsonl-en", "en"), ("azure-en", "en"), ("markdown-ja", "ja"),
]  # fmt: skip

LOCATION = {
    "type": "object",
    "required": ["line", "column", "offset"],
    "additionalProperties": False,
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "offset": {"type": "integer", "minimum": 0},
    },
}
FINDING = {
    "type": "object",
    "required": ["path", "rule", "severity", "message", "start", "end", "fix", "related"],
    "additionalProperties": False,
    "properties": {
        **{key: {"type": "string", "minLength": 1} for key in ("path", "rule", "message")},
        "severity": {"enum": ["error", "warning", "info"]},
        "start": LOCATION,
        "end": LOCATION,
        "fix": {
            "type": ["object", "null"],
            "required": ["applicability", "edits"],
            "properties": {
                "applicability": {"enum": ["safe", "unsafe"]},
                "edits": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"required": ["start", "end", "text"]},
                },
            },
        },
        "related": {"type": "array", "items": {"required": ["path", "start", "end"]}},
    },
}
REPORT = {
    "type": "object",
    "required": ["version", "findings", "errors", "summary"],
    "properties": {"version": {"const": 1}, "findings": {"type": "array", "items": FINDING}},
}


def produce(case: str, lang: Lang, monkeypatch: pytest.MonkeyPatch | None = None) -> str:
    kind, *rest = case.split("-")
    out = io.StringIO()
    os.environ["COLUMNS"] = rest[-1] if rest[-1].isdigit() else "100"
    console = make_console(out, "never")
    configurations = Configurations("lintpost.yml", CliOverrides(lang=lang))
    if kind in ("rich", "statistics"):
        report = {"rich": RichReport, "statistics": StatisticsReport}[kind](console, lang)
    elif kind == "sarif":
        rules = load_pack(rules_folder())
        report = SarifReport(out, lang, rules, lambda rule: f"# {rule.name}", baseline=True)
    else:
        module, name = _CLASSES[kind]
        report = getattr(import_module(f"lintpost.report.{module}"), name)(out, lang)
    before = os.getcwd()
    os.chdir(ROOT / "examples")
    try:
        paths = sorted(str(path) for path in Path("posts").glob("*.md"))
        summary = Summary()
        for result in check_paths(paths, configurations, jobs=1, keep_text=True):
            summary.add(result)
            report.post(result)
        report.end(summary)
    finally:
        os.chdir(before)
        os.environ.pop("COLUMNS")
    return out.getvalue()


@pytest.mark.parametrize(("case", "lang"), CASES)
def test_a_report_is_as_stored(case: str, lang: Lang) -> None:
    stored = (STORED / f"{case}.txt").read_text(encoding="utf-8")
    assert produce(case, lang) == stored


def test_the_json_report_keeps_its_contract() -> None:
    report = json.loads(produce("json-en", "en"))
    jsonschema.validate(report, REPORT)
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in (ROOT / "examples" / "posts").glob("*.md")
    }
    for finding in report["findings"]:
        text = texts[Path(finding["path"]).name]
        start, end = finding["start"], finding["end"]
        assert start["offset"] <= end["offset"] <= len(text)
        assert text[: start["offset"]].count("\n") + 1 == start["line"]
        assert start["offset"] - (text[: start["offset"]].rfind("\n") + 1) + 1 == start["column"]
    assert report["summary"]["findings"] == len(report["findings"])
    lines = [json.loads(line) for line in produce("jsonl-ja", "ja").splitlines()]
    assert [line["start"] for line in lines[:-1]] == [
        finding["start"] for finding in report["findings"]
    ]
    assert lines[-1]["summary"] == report["summary"]


def test_colour_and_links_only_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    for color, expected in (("always", True), ("auto", False), ("never", False)):
        out = io.StringIO()
        console = make_console(out, color)
        report = RichReport(console, "ja", link=lambda rule: f"file:///rules/{rule}.yml")
        path = str(ROOT / "examples" / "posts" / "2026-04-02-edge-npu.md")
        summary = Summary()
        for result in check_paths(
            [path], Configurations(None, CliOverrides(lang="ja")), jobs=1, keep_text=True
        ):
            summary.add(result)
            report.post(result)
        report.end(summary)
        assert ("\x1b[" in out.getvalue()) is expected
        assert bool(re.search("\x1b]8;.*file:///rules/", out.getvalue())) is expected


def test_ascii_terminals_get_ascii_marks() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace")
    report = RichReport(make_console(out, "never"), "en")
    path = str(ROOT / "examples" / "posts" / "2026-05-07-broken.md")
    for result in check_paths(
        [path], Configurations(None, CliOverrides(lang="en")), jobs=1, keep_text=True
    ):
        report.post(result)
    out.flush()
    assert b'  x 3:10  A ": " inside' in out.buffer.getvalue()


if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = str(NOW)
    STORED.mkdir(exist_ok=True)
    for name, language in CASES:
        (STORED / f"{name}.txt").write_text(produce(name, language), encoding="utf-8")


@pytest.mark.parametrize("color", ["never", "always"])
def test_what_would_move_the_cursor_is_not_written(color: str) -> None:
    """A message may quote what a post holds; drawn with and without colours it reads the same."""
    place = Location(1, 1, 0)
    finding = Finding("a.md", "x/y", "error", "one\ttwo\r\x08three", place, place, None, ())
    out = io.StringIO()
    report = RichReport(make_console(out, color), "en")
    report.post(PostResult("a.md", (finding,), (), 0, "text\n"))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())
    assert plain == ("a.md  1\n  ✖ 1:1  one    twothree\n    1 │ text\n      │ ^\n    x/y\n\n")
