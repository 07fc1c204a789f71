"""Ctrl-C in the middle of a run: the terminal is left in order, and no worker behind."""

import re
from pathlib import Path

import pytest

from tests.terminal.conftest import POST, Site
from tests.terminal.pseudo_terminal import Run, check_end

POSTS = 240


@pytest.fixture
def long_site(japanese_site: Site) -> Path:
    """Posts that take several seconds to check."""
    folder = japanese_site(0)
    prose = "".join(f"指摘のない{number}番目の段落です。\n\n" for number in range(2000))
    for number in range(POSTS):
        text = f"{POST.format(number)}\n{prose}"
        (folder / "posts" / f"{number:03}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("form", "jobs", "stdout"), [
    ("rich", "1", None),
    ("rich", "2", "report"),
    ("concise", "1", "report"),
    ("concise", "2", None),
])  # fmt: skip
def test_check(long_site: Path, form: str, jobs: str, stdout: str | None) -> None:
    process = Run(
        "check", "--jobs", jobs, "--output-format", form, cwd=long_site, LINTPOST_LANG="ja",
        stdout=long_site / stdout if stdout else None,
    )  # fmt: skip
    process.wait_for(r"検査中 +[1-9]")
    process.type("\x03")
    seen = process.finish()
    check_end(seen, 130)
    assert f"{POSTS}/{POSTS}" not in seen.raw
    *report, last, end = seen.screen()
    # The terminal writes "^C" where the cursor is: behind the progress line, or the report.
    assert re.fullmatch(r"(.*\^C)?中断しました", last)
    assert "検査中" not in last
    assert end == ""
    if stdout:
        assert report == []
        assert "中断" not in (long_site / stdout).read_text(encoding="utf-8")


@pytest.mark.parametrize("forced", [False, True])
def test_init_leaves_all_files_or_none(long_site: Path, forced: bool) -> None:
    names = ("lintpost.yml", "tags.yml", "names.yml")
    for name in names:
        (long_site / name).unlink(missing_ok=True)
    if forced:
        (long_site / "lintpost.yml").write_text("lang: ja  # mine\n", "utf-8")
    process = Run("init", *(["--force"] if forced else []), cwd=long_site, LINTPOST_LANG="ja")
    process.wait_for(r"検査中 +[1-9]")
    process.type("\x03")
    seen = process.finish()
    check_end(seen, 130)
    assert "作成" not in seen.raw
    left = {name for name in names if (long_site / name).exists()}
    assert left == ({"lintpost.yml"} if forced else set())
    if forced:
        assert (long_site / "lintpost.yml").read_text("utf-8") == "lang: ja  # mine\n"
