"""The files under rules/ can be read in an editor, and compared in a review, without side scrolling."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.conftest import ROOT

FILES = sorted((ROOT / "rules").rglob("*.yml"))
COLUMNS = 120
"""A Japanese character takes two."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "rules")))
def test_lines_fit_the_page(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if cell_len(line) > COLUMNS] == []
    assert [line for line in lines if line != line.rstrip(" ")] == []
