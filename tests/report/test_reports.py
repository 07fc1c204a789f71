"""Each report against stored output; `python -m tests.report.test_reports` writes it anew."""

import io
import json
import os
from pathlib import Path

import jsonschema
import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.run import check_paths
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.report.formats import FORMATS, STATISTICS, ReportContext
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
    context = ReportContext(
        out, lang, baseline=kind == "sarif", rules=lambda: load_pack(rules_folder())
    )
    report = (STATISTICS if kind == "statistics" else FORMATS[kind]).open(context)
    configurations = Configurations("lintpost.yml", CliOverrides(lang=lang))
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


if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = str(NOW)
    STORED.mkdir(exist_ok=True)
    for name, language in CASES:
        (STORED / f"{name}.txt").write_text(produce(name, language), encoding="utf-8")
