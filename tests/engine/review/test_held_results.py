"""The results of a large run wait for the review in a file, and come out as they went in."""

from pathlib import Path

import pytest

from lintpost.engine.review import held_results
from tests.engine.review.test_any_site import FRONTS, posts_of, reported, results, write, write_site


@pytest.mark.parametrize("kept", [0, 1, 5])
def test_results_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    site = tmp_path / "site"
    write_site(site)
    for number, front in enumerate(FRONTS):
        write(site, f"{number}\udcff.md", front, "Text of Githubb.\n")
    write(site, "z.md", FRONTS[0], "\0")
    paths = posts_of(site)
    expected = reported(results(paths, text=True))
    assert any(one[2] for one in expected)
    monkeypatch.setattr(held_results, "_IN_MEMORY", kept)
    assert reported(results(paths, text=True)) == expected
