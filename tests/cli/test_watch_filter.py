"""Which changes make ``check --watch`` check again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from watchfiles import Change

from lintpost.cli.check.check_once import check_once
from lintpost.cli.check.watch_filter import ReportFilter
from lintpost.cli.session import Session
from lintpost.files.sources import recorded
from tests.cli.test_parser import parse

Write = Callable[..., Path]
POST = "---\ntitle: 題\nimage: /assets/a.png\n---\n本文\n"


@pytest.fixture
def folder(site: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = site(
        **{
            "posts/a.md": POST, "README.md": "x", "build/b.md": "x", "posts/skip.md": "x", ".hidden/c.md": "x",
            "posts/deep/er/d.md": "x", "names.yml": "names: [GitHub]\n", "other.yml": "x: 1\n", ".gitignore": "build/\n",
            "lintpost.yml": "posts: [posts/**]\nexclude: [skip.md]\nnames: names.yml\n", "report.txt": "",
        }
    )  # fmt: skip
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("runs", [1, 2])  # the second takes everything from the cache
@pytest.mark.parametrize(
    ("arguments", "change", "path", "passes"),
    [
        ("", Change.modified, "posts/a.md", True),
        ("", Change.added, "posts/new.mdx", True),
        ("", Change.deleted, "posts/a.md", True),
        ("", Change.deleted, "posts/deep", True),
        ("", Change.deleted, "elsewhere", False),
        ("", Change.added, "posts/deep", True),
        ("", Change.modified, "posts/deep", False),
        ("", Change.modified, "README.md", False),
        ("README.md", Change.modified, "README.md", True),
        ("", Change.modified, "build/b.md", False),
        ("", Change.modified, "posts/skip.md", False),
        ("", Change.modified, "report.txt", False),
        ("", Change.modified, "lintpost.yml", True),
        ("", Change.added, "posts/deep/.lintpost.yml", True),
        ("", Change.modified, ".gitignore", True),
        ("", Change.modified, "names.yml", True),
        ("", Change.modified, "other.yml", False),
        ("", Change.added, "assets/a.png", True),
        ("", Change.added, "static/assets/a.png", True),
        ("", Change.added, "assets/other.png", False),
        ("--output-file posts/r.md", Change.modified, "posts/r.md", False),
    ],
)
def test_what_passes(
    folder: Path,
    runs: int,
    arguments: str,
    change: Change,
    path: str,
    passes: bool,
    capsys: pytest.CaptureFixture[str],
) -> None:
    options = parse(f"check {arguments} --no-site --watch --cache-dir {folder}/cache")
    session = Session(options, "en", options.paths)
    report_filter = ReportFilter(options, session.run_settings)
    session.close()
    for _ in range(runs):
        with recorded() as sources:
            check_once(options, "en")
    report_filter.add_known(sources)
    assert report_filter(change, str(folder / path)) is passes
