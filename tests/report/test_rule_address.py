"""Links from reports to the page of a rule: there once the documentation has an address, and never before."""

import io
import json
import tomllib
from types import SimpleNamespace
from typing import Any

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.summary import Summary
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.post.source import Source
from lintpost.report import rule_address
from lintpost.report.formats import FORMATS, ReportContext
from lintpost.server.client import Client
from lintpost.server.documents.positions import Positions
from lintpost.server.features.diagnostics import finding_diagnostic
from tests.conftest import ROOT
from tests.report.test_formats import RESULT, TEXT

SITE = "https://docs.example/"
PAGE = f"{SITE}ja/rules/names/spelling/"


def report(name: str, pack: str = "") -> str:
    """What a format says of the findings of names/spelling, a rule of lintpost or of another pack."""
    rules = load_pack(rules_folder())
    if pack:
        rules = {"names/spelling": rules["names/spelling"]._replace(path=f"{pack}/spelling.yml")}
    out, summary = io.StringIO(), Summary()
    made = FORMATS[name].open(ReportContext(out, "ja", rules=lambda: rules))
    summary.add(RESULT)
    made.post(RESULT)
    made.end(summary)
    return out.getvalue()


def links(name: str, pack: str = "") -> set[str]:
    text = report(name, pack)
    if name == "sarif":
        (run,) = json.loads(text)["runs"]
        return {rule["helpUri"] for rule in run["tool"]["driver"]["rules"] if "helpUri" in rule}
    if name == "markdown":
        return {part.split(")")[0] for part in text.split("`names/spelling`](")[1:]}
    documents = [json.loads(text)] if name == "rdjson" else map(json.loads, text.splitlines())
    found: list[Any] = [one for doc in documents for one in doc.get("diagnostics", [doc])]
    return {one["code"]["url"] for one in found if "url" in one["code"]}


@pytest.mark.parametrize("name", ["sarif", "rdjson", "rdjsonl", "markdown"])
def test_a_report_links_to_the_page_once_there_is_one(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert links(name) == set()
    monkeypatch.setattr(rule_address, "DOCUMENTATION", SITE)
    assert links(name) == {PAGE}
    assert links(name, pack="house-rules/names") == set()


def test_a_diagnostic_links_to_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(None, CliOverrides(lang="ja"))
    positions = Positions(Source("a.md", TEXT), "utf-16")
    workspace: Any = SimpleNamespace(client=Client())

    def description() -> object:
        found = finding_diagnostic(workspace, RESULT.findings[0], positions, settings)
        return found.get("codeDescription")

    assert description() is None
    monkeypatch.setattr(rule_address, "DOCUMENTATION", SITE)
    assert description() == {"href": PAGE}


def test_the_address_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project.get("urls", {}).get("Documentation") == rule_address.DOCUMENTATION
