"""The comparison with other tools says of lintpost what is so; the others are measured by hand."""

import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from compare_linters import FAULTS, faults, own_tools


@pytest.mark.parametrize("name", ["comparison.md", "comparison.ja.md"])
def test_the_table_says_what_lintpost_finds(tmp_path: Path, name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    lines = page[page.index("| lintpost, `strict` |") :].split("\n\n")[0].splitlines()[2:]
    shown = [[cell.strip() for cell in line.split("|")[2:4]] for line in lines]
    found = [
        [cell.strip() for cell in line.split("|")[2:4]]
        for line in faults(own_tools(), tmp_path)[2:]
    ]
    assert len(shown) == len(FAULTS)
    assert shown == found
