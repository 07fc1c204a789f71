"""`lintpost bold`: what was meant and what each renderer shows."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import run_cli

POST = "---\ntitle: 題\n---\nこれは**「重要」**です。次は**「注意」**です。\n\n**普通**の段落。\n"


def test_json(site: Callable[..., Path]) -> None:
    folder = site(a_md=POST, b_md="太字なし\n")
    done = run_cli("bold", "--output-format", "json", cwd=folder)
    assert done.returncode == 0
    data = json.loads(done.stdout)
    assert data["version"] == 1
    rows = [
        (s["path"], s["start"]["line"], s["text"], s["meant"], list(s["rendered"].values()), s["instead"])
        for s in data["spans"]
    ]  # fmt: skip
    assert list(data["spans"][0]["rendered"]) == ["kramdown", "commonmark", "cjk-friendly"]
    assert rows == [
        ("a.md", 4, "「重要」", True, [True, False, True], {"commonmark": ["です。次は"]}),
        ("a.md", 4, "です。次は", False, [False, True, False], {}),
        ("a.md", 4, "「注意」", True, [True, False, True], {"commonmark": ["です。次は"]}),
        ("a.md", 6, "普通", True, [True, True, True], {}),
    ]
    first = data["spans"][0]
    assert (first["start"]["offset"], first["end"]["offset"]) == (
        POST.index("**"),
        POST.index("です"),
    )
    done = run_cli("bold", "--output-format", "json", "--differing", cwd=folder)
    assert len(json.loads(done.stdout)["spans"]) == 3


def test_table(site: Callable[..., Path]) -> None:
    folder = site(a_md=POST)
    shown = run_cli("bold", "a.md", "--lang", "ja", cwd=folder).stdout.decode()
    assert "記事1本に太字4か所。表示が分かれるもの3か所。" in shown
    line = next(line for line in shown.splitlines() if "「重要」" in line)
    assert line.split() == ["4:4", "「重要」", "o", "o", "x", "o"]
    assert run_cli("bold", "nowhere.md", cwd=folder).returncode == 2
