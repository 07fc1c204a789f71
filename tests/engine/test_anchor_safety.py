"""A fix that changes the id of a heading waits for a human eye: links may lead there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.checks.contract.hit import Fix
from lintpost.engine.anchor_safety import keeping_anchors
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.post.source import Source
from tests.conftest import run_cli


@pytest.mark.parametrize("renderer", ["kramdown", "commonmark"])
@pytest.mark.parametrize(
    ("body", "old", "new", "applicability"),
    [
        ("## Mind Sporeの話\n", "Mind Spore", "MindSpore", "unsafe"),
        ("## サーバの話\n", "サーバ", "サーバー", "unsafe"),
        ("サーバの話\n===\n", "サーバ", "サーバー", "unsafe"),
        ("> ## サーバの話\n", "サーバ", "サーバー", "unsafe"),
        ("## サーバ", "サーバ", "サーバー", "unsafe"),
        ("## githubの話\n", "github", "GitHub", "safe"),
        ("## **要点**\n", "**要点**", "要点", "safe"),
        ("## 要点。\n", "。", "", "safe"),
        ("## 要点(例)\n", "(例)", "（例）", "safe"),
        ("## サーバの話 {#server}\n", "サーバ", "サーバー", "safe"),
        ("サーバの話\n\n## 要点\n", "サーバ", "サーバー", "safe"),
        ("## 要点\nサーバの話\n", "サーバ", "サーバー", "safe"),
    ],
)
def test_ids(renderer: str, body: str, old: str, new: str, applicability: str) -> None:
    text = f"---\ntitle: サーバ\n---\n{body}"
    post = Post(Source("a.md", text))
    start = text.index(old, post.body)
    edit = Edit(start, start + len(old), new)
    fix = keeping_anchors(post, Fix("safe", (edit,)), (renderer,))
    assert fix == Fix(applicability, (edit,))  # type: ignore[arg-type]


def test_an_insertion_at_the_end_of_a_heading() -> None:
    edit = Edit(6, 6, "ー")
    fix = keeping_anchors(Post(Source("a.md", "## サーバ\n")), Fix("safe", (edit,)), ("kramdown",))
    assert fix == Fix("unsafe", (edit,))


def test_the_links_of_a_site_still_lead_where_they_led(site: Callable[..., Path]) -> None:
    """`fixes: safe` is for the site to say."""
    folder = site(
        _config_yml="title: x\n",
        lintpost_yml="extends: jekyll\nnames: names.yml\nrules: {front-matter/*: off, bold/*: off}\n",
        names_yml="names: [サーバー]\n",
    )
    (folder / "_posts").mkdir()
    post = folder / "_posts" / "2026-01-01-a.md"
    text = "---\ntitle: x\n---\n\n## サーバの話\n\nサーバが止まる。[上](#サーバの話)\n"
    post.write_text(text, "utf-8")
    done = run_cli("check", "--fix", "--output-format", "concise", "--quiet", cwd=folder)
    assert post.read_text("utf-8") == text.replace("サーバが", "サーバーが")
    assert done.stdout.decode().splitlines() == [
        "_posts/2026-01-01-a.md:5:4: warning names/spelling “サーバ” is written “サーバー”."
    ]
    config = folder / "lintpost.yml"
    config.write_text(config.read_text("utf-8") + "fixes: {names/spelling: safe}\n", "utf-8")
    run_cli("check", "--fix", cwd=folder)
    assert "## サーバーの話" in post.read_text("utf-8")
