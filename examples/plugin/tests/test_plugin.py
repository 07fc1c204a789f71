"""The plug-in, as lintpost finds it once it is installed (`pip install -e .`)."""

import subprocess
import sys
from pathlib import Path

POST = "Welcome! We are open!!\n"


def lintpost(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lintpost", *arguments, "--lang", "en"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_examples_of_the_rules_hold(tmp_path: Path) -> None:
    done = lintpost("test-rules", "example", folder=tmp_path)
    assert (done.stdout, done.returncode) == ("3 examples, 0 failed.\n", 0)


def test_the_fix_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("extends: example\n", "utf-8")
    (tmp_path / "post.md").write_text(POST, "utf-8")
    lintpost("check", "--fix", folder=tmp_path)
    assert (tmp_path / "post.md").read_text("utf-8") == POST
    lintpost("check", "--select", "example", "--fix", "--unsafe-fixes", folder=tmp_path)
    assert (tmp_path / "post.md").read_text("utf-8") == "Welcome! We are open!\n"


def test_the_pack_and_the_report_are_found(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("extends: example\n", "utf-8")
    (tmp_path / "post.md").write_text(POST, "utf-8")
    done = lintpost(
        "check", "--select", "example", "--output-format", "example-table", folder=tmp_path
    )
    assert done.stdout == "example/exclamations\tpost.md\t1\nposts\t1\n"
    assert done.returncode == 1
