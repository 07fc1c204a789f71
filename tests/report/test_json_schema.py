"""Every JSON report is as its schema says, to the last key."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lintpost.config.editor_schemas.schema_id import schema_id
from lintpost.config.run_settings import FILE_NAMES
from lintpost.report.json_schema import report_schema
from lintpost.version import __version__
from tests.conftest import ROOT, run_cli

Site = Callable[..., Path]
SCHEMA = report_schema()


def closed(schema: Any) -> Any:
    """The schema with no key allowed that it does not name, so that a new key fails here."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    if "properties" in schema and schema.get("type") == "object":
        found.setdefault("additionalProperties", False)
    return found


CLOSED = closed(SCHEMA)


@pytest.fixture
def folder(site: Site) -> Path:
    """Posts with a fix, related places, findings over the site, and errors of two kinds."""
    post = "---\ntitle: 同じ題\n---\n\nこれは**「重要」**です。[a](b.md) [遠く](nowhere.md)\n"
    folder = site(
        a_md=post,
        b_md=post,
        lintpost_yml="rules: {site/same-title: on}\n",
        sub__c_md="---\ntitle: 他\n---\n\n本文。\n",
        sub__lintpost_yml="extends: nothing\n",
    )
    (folder / "bad.md").write_bytes(b"---\ntitle: a\n---\n\xff\xfe\n")
    return folder


def report(folder: Path, *arguments: str) -> str:
    return run_cli("check", "--output-format", *arguments, cwd=folder).stdout.decode()


def test_reports_are_valid(folder: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    data = json.loads(report(folder, "json"))
    jsonschema.validate(data, CLOSED)
    jsonschema.validate(data, SCHEMA)
    assert len(data["errors"]) == 2
    rules = {finding["rule"] for finding in data["findings"]}
    assert {"bold/unrendered", "site/same-title"} <= rules
    assert any(finding["related"] for finding in data["findings"])
    assert any(finding["fix"] for finding in data["findings"])
    for faulty in ("bad.md", "sub/lintpost.yml"):
        (folder / faulty).unlink()
    run_cli("baseline", "create", cwd=folder)
    (folder / "a.md").write_text("---\ntitle: 別の題\n---\n\n本文です。\n", "utf-8")
    for arguments in (("--baseline-strict",), ("--fix",), ("--no-site",), ("--select", "bold")):
        jsonschema.validate(json.loads(report(folder, "json", *arguments)), CLOSED)


def test_the_lines_are_valid(folder: Path) -> None:
    line = {**CLOSED["$defs"]["line"], "$defs": CLOSED["$defs"]}
    lines = [json.loads(one) for one in report(folder, "jsonl").splitlines()]
    assert len(lines) > 3
    for one in lines:
        jsonschema.validate(one, line)


def test_what_is_shown_is_valid() -> None:
    done = run_cli("check", "--output-format", "json", cwd=ROOT / "examples")
    jsonschema.validate(json.loads(done.stdout), CLOSED)


@pytest.mark.parametrize("key", ["version", "findings", "errors", "summary"])
def test_a_report_without_a_key_is_not(key: str, folder: Path) -> None:
    data = json.loads(report(folder, "json"))
    del data[key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def test_names_have_versions() -> None:
    release = ".".join(__version__.split(".")[:2])
    assert schema_id("tags") == f"urn:lintpost:schema:tags:{release}"
    assert SCHEMA["$id"] == "urn:lintpost:schema:report:1"


def test_the_entry_of_the_catalog() -> None:
    """What SchemaStore asks of one: these four keys, a short description, patterns, an address of its own."""
    entry = json.loads((ROOT / "docs" / "schemastore.json").read_text("utf-8"))
    assert list(entry) == ["name", "description", "fileMatch", "url"]
    assert entry["name"] == "lintpost"
    assert entry["fileMatch"] == list(FILE_NAMES)
    assert entry["url"] == "https://www.schemastore.org/lintpost.json"
    assert "schema" not in entry["description"].lower()
    assert len(entry["description"]) < 100
