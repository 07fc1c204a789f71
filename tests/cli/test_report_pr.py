"""What a branch adds and mends, against a commit, a report, or the baseline."""

import json
import subprocess
from pathlib import Path

import pytest

from lintpost.report.pull_request import MARKER, Reported, comment
from tests.conftest import run_cli

BOLD = "これは**「重要」**です。\n"
HEAD = "---\ntitle: 題\n---\n\n"
CONFIG = "rules: {front-matter/*: off}\nfail-on: error\n"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A branch that moves one old finding down, mends another and adds one."""
    (tmp_path / "lintpost.yml").write_text(CONFIG)
    (tmp_path / "a.md").write_text(HEAD + BOLD, "utf-8")
    (tmp_path / "b.md").write_text(HEAD + "これは****です。\n", "utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "checkout", "-qb", "topic")
    return tmp_path


def change(folder: Path) -> None:
    (folder / "a.md").write_text(f"{HEAD}前置きです。\n\n{BOLD}", "utf-8")
    (folder / "b.md").write_text(HEAD + "これは空です。\n", "utf-8")
    (folder / "c.md").write_text(f"{HEAD}**『新』**が出た。\n", "utf-8")


def report(folder: Path, *arguments: str, lang: str = "en", status: int = 0) -> list[str]:
    done = run_cli("report", "pr", *arguments, "--lang", lang, cwd=folder)
    assert (done.stderr.decode(), done.returncode) == ("", status)
    return done.stdout.decode().splitlines()


NEW = (
    "- ❌ `c.md:5` “『新』” will not be bold: the closing \\*\\* stands between punctuation and a letter. "
    "(`bold/unrendered` ◆)"
)
ENGLISH = [
    MARKER,
    "### lintpost: 1 new, 1 mended",
    "",
    "**New**",
    "",
    NEW,
    "",
    "◆ `lintpost check --fix` mends 1 of them.",
    "",
    "**Mended**",
    "",
    "- `bold/empty`: 1",
]


def test_against_the_main_branch(branch: Path) -> None:
    change(branch)
    assert report(branch) == ENGLISH
    assert report(branch, "main") == ENGLISH
    japanese = report(branch, lang="ja")
    assert japanese[1] == "### lintpost: 増えた指摘 1件、直った指摘 1件"
    assert japanese[7:] == [
        "◆ のついた1件は `lintpost check --fix` で直せます。",
        "",
        "**直った指摘**",
        "",
        "- `bold/empty`: 1",
    ]
    listed = subprocess.run(
        ["git", "worktree", "list"], cwd=branch, capture_output=True, text=True, check=True
    )
    assert len(listed.stdout.splitlines()) == 1


def test_against_reports_and_the_baseline(branch: Path) -> None:
    run_cli(
        "check", "--output-format", "json", "--output-file", "old.json", "--lang", "en", cwd=branch
    )
    run_cli("baseline", "create", cwd=branch)
    change(branch)
    run_cli(
        "check",
        "--output-format",
        "json",
        "--no-baseline",
        "--output-file",
        "new.json",
        "--lang",
        "en",
        cwd=branch,
    )
    assert report(branch, "old.json") == ENGLISH
    assert report(branch, "old.json", "--head", "new.json") == ENGLISH
    assert report(branch, "lintpost-baseline.jsonl") == ENGLISH


def test_nothing_changed(branch: Path) -> None:
    assert report(branch) == [MARKER, "### lintpost: nothing new, nothing mended"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "git does not know nowhere"),
        (("other.json",), "other.json: no JSON report"),
        (("lintpost-baseline.jsonl", "--head", "x.json"), "--head goes with a JSON report"),
    ],
)
def test_what_cannot_be_compared(branch: Path, arguments: tuple[str, ...], said: str) -> None:
    (branch / "other.json").write_text(json.dumps({"version": 1}))
    (branch / "lintpost-baseline.jsonl").write_text("")
    done = run_cli("report", "pr", *arguments, cwd=branch)
    assert said in done.stderr.decode()
    assert (done.stdout, done.returncode) == (b"", 2)


def test_a_long_comment_has_sixty_lines_at_most() -> None:
    rules = [f"a/r{number}" for number in range(99)]
    many = [Reported("p.md", rule, "error", "@x <b>", 1, fixable=True) for rule in rules]
    for lang in ("en", "ja"):
        lines = comment(many, many, 3, lang)
        assert len(lines) <= 60
    assert comment(many, [], 0, "en")[5] == "- ❌ `p.md:1` &#64;x &#60;b&#62; (`a/r0` ◆)"
    assert comment(many, [], 0, "en")[35] == "- … and 69 more"
