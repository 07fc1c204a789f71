"""The measurements run: they reach into the engine, and nobody would notice at once that one no longer can."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("arguments", "last"),
    [
        (["by_rule.py", "--rounds", "1"], "all (5 posts)"),
        (["facts.py"], "wanted                                    2000"),
    ],
)
def test_a_measurement_runs(arguments: list[str], last: str) -> None:
    command = [sys.executable, str(ROOT / "bench" / arguments[0]), *arguments[1:]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith(last)
