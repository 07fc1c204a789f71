"""Added lines are the same under any git configuration of the user."""

import os
import subprocess
from pathlib import Path

import pytest

from lintpost.engine.gate.git import added_lines, changes

LINES = [f"line {number}" for number in range(1, 21)]


def git(folder: Path, *arguments: str) -> None:
    config = ["-c", "user.email=a@example.com", "-c", "user.name=a", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *config, *arguments], cwd=folder, capture_output=True, check=True)


def write(path: Path, lines: list[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lines 3 and 9 of a post changed and one added at its end; another renamed; a new one."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder / "a.md", LINES)
    write(folder / '記事 "b".md', [f"other {line}" for line in LINES])
    write(folder / "before.md", [f"third {line}" for line in LINES])
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "old")
    git(folder, "mv", "before.md", "after.md")
    write(folder / "a.md", [*LINES[:2], "new", *LINES[3:8], "new", *LINES[9:], "new"])
    write(folder / '記事 "b".md', [*(f"other {line}" for line in LINES), "--- a/x", "+++ b/x"])
    write(folder / "new.md", ["x"])
    git(folder, "add", "new.md")
    return folder


EXPECTED = {
    "a.md": [range(3, 4), range(9, 10), range(21, 22)],
    '記事 "b".md': [range(21, 23)],
    "after.md": [],
    "new.md": None,
}


def lines_of(repo: Path) -> dict[str, list[range] | None]:
    found = added_lines(changes(str(repo), "main"))
    return {os.path.relpath(path, os.path.realpath(repo)): lines for path, lines in found.items()}


@pytest.mark.parametrize(
    "config",
    [
        "",
        "[diff]\nmnemonicPrefix = true\n",
        "[diff]\nnoprefix = true\n",
        "[diff]\nsrcPrefix = x/\ndstPrefix = y/\n",
        "[diff]\ninterHunkContext = 20\n",
        "[diff]\ncontext = 9\n",
        "[diff]\norderFile = /nowhere/at/all\n",
        "[diff]\nexternal = false\n",
        "[diff]\nrenames = false\n",
        "[diff]\nrenames = copies\n",
        "[diff]\nrenameLimit = 1\n",
        "[diff]\nalgorithm = patience\nindentHeuristic = false\n",
        "[diff]\ncolorMoved = zebra\nwsErrorHighlight = all\n[color]\nui = always\ndiff = always\n",
        "[diff]\nsubmodule = diff\nrelative = true\n",
        "[core]\nquotePath = false\n",
        "[core]\nquotePath = true\npager = false\n",
        "[diff \"post\"]\ntextconv = sort -r\ncachetextconv = true\n",
        "[diff \"post\"]\nbinary = true\n",
        "[diff \"post\"]\ncommand = false\n",
        "[diff \"post\"]\nalgorithm = histogram\n",
    ],
)  # fmt: skip
def test_configurations(repo: Path, config: str) -> None:
    (repo / ".git" / "info").mkdir(exist_ok=True)
    (repo / ".git" / "info" / "attributes").write_text("*.md diff=post\n", encoding="utf-8")
    (repo.parent / "config").write_text(config, encoding="utf-8")
    assert lines_of(repo) == EXPECTED


@pytest.mark.parametrize("attributes", ["*.md binary", "*.md -diff", "*.md diff", "*.md -text"])
def test_attributes(repo: Path, attributes: str) -> None:
    (repo / ".git" / "info").mkdir(exist_ok=True)
    (repo / ".git" / "info" / "attributes").write_text(f"{attributes}\n", encoding="utf-8")
    assert lines_of(repo) == EXPECTED


@pytest.mark.parametrize(
    ("name", "value"),
    [("GIT_DIFF_OPTS", "--unified=9"), ("GIT_EXTERNAL_DIFF", "false"), ("GIT_PAGER", "false")],
)
def test_environment(repo: Path, name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert lines_of(repo) == EXPECTED
