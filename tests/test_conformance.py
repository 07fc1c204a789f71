"""The shared cases through tools/conformance.py: what is here passes, and what differs is known."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT, SHARED

# textlint can be told to leave paragraphs out, and asks a parser for the comments in code.
# Of max-comma it reports the place in the sentence as one in the paragraph.
KNOWN = {("prh", 1), ("prh", 4), ("max-comma", 7)}


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("conformance", ROOT / "tools" / "conformance.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["conformance"] = module
    spec.loader.exec_module(module)
    return module


def test_the_shared_cases(tool: ModuleType) -> None:
    folder = SHARED / "conformance" / "cases"
    if not folder.is_dir():
        pytest.skip("the shared cases are not here")
    outcomes = [one for file in sorted(folder.glob("*.json")) for one in tool.run_file(file)]
    failed = {(one.rule, one.number): one.why for one in outcomes if one.why not in ("", "no rule", "needs a plugin")}  # fmt: skip
    assert set(failed) == KNOWN, failed
    assert sum(not one.why for one in outcomes) >= 760


def test_a_case_that_differs_fails(tool: ModuleType, tmp_path: Path) -> None:
    case = {"text": "a\u200bb", "errors": [{"range_cp": [0, 1]}], "output": "ab"}
    assert tool.run_case(case, {"typography/zero-width": {"mode": "compat"}}, tmp_path) == (
        "found at [1], expected [[0]]"
    )
    case = {"text": "a\u200bb", "errors": [{"range_cp": [1, 2]}], "output": "a b"}
    assert tool.run_case(case, {"typography/zero-width": {"mode": "compat"}}, tmp_path).startswith(
        "fixed to 'ab'"
    )
