"""`lintpost images`: what it prints, and its exit status."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import run_cli

FILES = {"static__a.png": "12345678", "static__b.png": "12", "posts__x_md": "![](/b.png)\n"}


def test_json(site: Callable[..., Path]) -> None:
    folder = site(**FILES, lintpost_yml="posts: [posts/]\n")
    done = run_cli("images", "--output-format", "json", cwd=folder)
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "version": 1,
        "total": 2,
        "images": [{"path": "static/a.png", "bytes": 8}],
    }
    within = run_cli("images", "--output-format", "json", cwd=folder / "posts")
    shown = json.loads(within.stdout)["images"][0]["path"]
    assert Path(shown).samefile(folder / "static" / "a.png")


def test_list(site: Callable[..., Path]) -> None:
    folder = site(**FILES, static__big="x", lintpost_yml="posts: [posts/]\n")
    (folder / "static" / "c.webp").write_bytes(b" " * 2_345_678)
    done = run_cli("images", "--lang", "en", cwd=folder)
    assert done.returncode == 1
    assert [line.split() for line in done.stdout.decode().splitlines()] == [
        ["8", "B", "static/a.png"],
        ["2", "MB", "static/c.webp"],
        [],
        ["2", "of", "3", "images", "not", "used", "(2", "MB)."],
    ]
    japanese = run_cli("images", "--lang", "ja", cwd=folder).stdout.decode()
    assert "画像3点のうち、使われていないもの2点（2 MB）。" in japanese


def test_status(site: Callable[..., Path]) -> None:
    folder = site(**FILES, lintpost_yml="posts: [posts/]\nexclude: [static/a.png]\n")
    done = run_cli("images", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout.decode()) == (0, "0 of 1 image not used (0 B).\n")
    missing = run_cli("images", "nowhere", "--lang", "en", cwd=folder)
    assert missing.returncode == 2
    assert "nowhere: no such folder" in missing.stderr.decode()
    (folder / "lintpost.yml").write_text("max-file-size: 1\n", "utf-8")
    (folder / "posts" / "y.md").write_text("y" * 1_000_001, "utf-8")
    large = run_cli("images", "--lang", "en", cwd=folder)
    assert large.returncode == 2
    assert "(`max-file-size`)" in large.stderr.decode()
