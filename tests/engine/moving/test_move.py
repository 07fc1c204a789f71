"""`lintpost move`: what it refuses, what it shows, and that it does all or nothing."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from lintpost.engine.edits import write_post
from lintpost.engine.moving import carry_out
from lintpost.language import Text
from tests.conftest import run_cli
from tests.engine.moving.sites import move, read, write
from tests.engine.moving.test_generators import BUNDLE, HUGO, HUGO_AFTER, JEKYLL, JEKYLL_AFTER

OLD, NEW = "content/posts/old.md", "content/notes/new.md"


@pytest.mark.parametrize(("files", "old", "new", "problem"), [
    ({}, "nowhere.md", "b.md", "nowhere.md: no such file or folder"),
    ({}, "content/posts/old.md", "content/posts/other.md", "content/posts/other.md: is there already"),
    ({}, "content/posts", "content/posts/deeper", "content/posts/deeper: lies in content/posts itself"),
    ({}, "content/posts/old.md", "../old.md", "../old.md: not below the site's root, {root}"),
    ({}, ".", "content/new", ".: not below the site's root, {root}"),
    ({}, "static/img/a.png", "static/img/b.png", "static/img/a.png: neither a post nor a folder"),
    ({}, "content/posts/old.md", "content/posts/new.txt",
     "content/posts/new.txt: not the name of a post (.md .markdown .mdown .mkd .mdx)"),
    ({}, "content", "static/content", "static/content/about.md: there it would have no address"),
    ({"content/x.md": "---\nurl: /posts/new/\n---\n"}, "content/about.md", "content/posts/new.md",
     "content/x.md has the address /posts/new/ already"),
    ({"content/posts/old.md": "---\ntitle: [\n---\n"}, "content/posts/old.md", "content/new.md",
     "content/posts/old.md:2: its front matter cannot be read"),
    ({"content/posts/old.md": "---\ntitle: a\n"}, "content/posts/old.md", "content/new.md",
     "content/posts/old.md:1: its front matter cannot be read"),
    ({"lintpost.yml": "posts: [content/]\n", "content/posts/old.md": "---\ntitle: [\n---\n"}, "content/posts", "content/new",
     "content/posts/old.md:2: its front matter cannot be read"),
])  # fmt: skip
def test_refused(tmp_path: Path, files: dict[str, str], old: str, new: str, problem: str) -> None:
    folder = write(tmp_path / "site", {**HUGO, **files})
    before = read(folder)
    status, printed, errors = move(folder, old, new)
    assert (status, printed) == (2, [])
    assert errors == [f"lintpost: {problem.replace('{root}', str(folder))}"]
    assert read(folder) == before
    assert os.listdir(tmp_path) == ["site"]


def test_jekylls_names(tmp_path: Path) -> None:
    folder = write(tmp_path, JEKYLL)
    status, _, errors = move(folder, "_posts/2026-01-02-npu.md", "_posts/npu.md")
    assert status == 2
    assert errors == ["lintpost: _posts/npu.md: Jekyll wants files in _posts to be called YYYY-MM-DD-name"]  # fmt: skip
    assert read(folder) == JEKYLL


def test_links_are_not_moved(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    (folder / "content" / "link.md").symlink_to("about.md")
    status, _, errors = move(folder, "content/link.md", "content/x.md")
    assert (status, errors) == (2, ["lintpost: content/link.md: a link; move the file itself"])
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (folder / "content" / "out").symlink_to(outside)
    status, _, errors = move(folder, OLD, "content/out/x.md")
    assert status == 2
    assert "not below the site's root" in errors[0]
    assert list(outside.iterdir()) == []


def test_into_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    assert move(folder, OLD, "content")[0] == 0
    assert (folder / "content" / "old.md").exists()
    assert move(folder, "content/old.md", "content/fresh/")[0] == 0
    assert (folder / "content" / "fresh" / "old.md").exists()


def test_from_another_folder(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    done = run_cli("move", "old.md", "../notes/new.md", cwd=folder / "content" / "posts")
    assert done.returncode == 0
    assert read(folder) == HUGO_AFTER


def test_the_mode_stays(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    for path in (OLD, "content/about.md"):
        (folder / path).chmod(0o640)
    assert move(folder, OLD, NEW)[0] == 0
    for path in (NEW, "content/about.md"):
        assert stat.S_IMODE((folder / path).stat().st_mode) == 0o640


def test_bom_and_line_ends_stay(tmp_path: Path) -> None:
    text = "\ufeff---\r\ntitle: a\r\n---\r\n\r\n[a](/posts/old/)\r\n"
    folder = write(tmp_path, {**HUGO, "content/about.md": text})
    assert move(folder, OLD, NEW)[0] == 0
    assert read(folder)["content/about.md"] == text.replace("/posts/old/", "/notes/new/")


def test_diff_writes_nothing_and_is_what_git_applies(tmp_path: Path) -> None:
    folder = write(tmp_path, JEKYLL)
    done = run_cli("move", "_posts/2026-01-02-npu.md", "_posts/2026-02-03-ai-chip.md", "--diff", cwd=folder)  # fmt: skip
    assert done.returncode == 0
    assert read(folder) == JEKYLL
    lines = done.stdout.decode().splitlines()
    assert lines[:12] == [
        "diff --git a/_posts/2026-01-02-npu.md b/_posts/2026-02-03-ai-chip.md",
        "rename from _posts/2026-01-02-npu.md",
        "rename to _posts/2026-02-03-ai-chip.md",
        "--- a/_posts/2026-01-02-npu.md",
        "+++ b/_posts/2026-02-03-ai-chip.md",
        "@@ -1,7 +1,8 @@",
        " ---",
        " title: NPU",
        "-date: 2026-01-02 09:00:00 +0900",
        "-slug: npu",
        "+date: 2026-02-03 09:00:00 +0900",
        "+slug: ai-chip",
    ]
    if shutil.which("git"):
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        subprocess.run(["git", "apply"], cwd=folder, input=done.stdout, check=True)
        assert read(folder) == JEKYLL_AFTER


def test_diff_of_a_folder_has_every_file(tmp_path: Path) -> None:
    folder = write(tmp_path, BUNDLE)
    done = run_cli("move", "content/posts/old", "content/new", "--diff", cwd=folder)
    heads = [line for line in done.stdout.decode().splitlines() if line.startswith(("rename", "---  a", "--- a"))]  # fmt: skip
    assert heads == [
        "rename from content/posts/old/cover.png",
        "rename to content/new/cover.png",
        "rename from content/posts/old/index.md",
        "rename to content/new/index.md",
        "--- a/content/posts/old/index.md",
        "--- a/content/posts/other.md",
    ]
    assert read(folder) == BUNDLE


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_failure_in_the_middle_puts_everything_back(
    tmp_path: Path, failing: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    from lintpost.cli.main import main

    folder = write(tmp_path, HUGO)
    calls = 0

    def fails(path: str, root: str, before: str, after: str) -> Text | None:
        nonlocal calls
        calls += 1
        if calls == failing:
            return Text("could not be written: No space left on device", "")
        return write_post.write_post(path, root, before, after)

    monkeypatch.setattr(carry_out, "write_post", fails)
    monkeypatch.chdir(folder)
    assert main(["move", OLD, NEW, "--lang", "en"]) == 2
    assert capsys.readouterr().err.endswith(": could not be written: No space left on device; nothing was changed\n")  # fmt: skip
    assert read(folder) == HUGO
    assert not (folder / "content" / "notes").exists()


def test_an_interrupt_in_the_middle_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lintpost.cli.main import main

    folder = write(tmp_path, HUGO)
    calls = 0

    def interrupted(path: str, root: str, before: str, after: str) -> Text | None:
        nonlocal calls
        calls += 1
        problem = write_post.write_post(path, root, before, after)
        if calls == 2:
            raise KeyboardInterrupt
        return problem

    monkeypatch.setattr(carry_out, "write_post", interrupted)
    monkeypatch.chdir(folder)
    assert main(["move", OLD, NEW]) == 130
    assert read(folder) == HUGO
    assert not (folder / "content" / "notes").exists()


def test_what_cannot_be_undone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from lintpost.cli.main import main

    folder = write(tmp_path, HUGO)
    calls = 0

    def fails(path: str, root: str, before: str, after: str) -> Text | None:
        nonlocal calls
        calls += 1
        return Text("broken", "broken") if calls > 1 else write_post.write_post(path, root, before, after)  # fmt: skip

    monkeypatch.setattr(carry_out, "write_post", fails)
    monkeypatch.chdir(folder)
    assert main(["move", OLD, NEW, "--lang", "en"]) == 2
    error = capsys.readouterr().err
    assert "1 of the steps before it could not be undone: look at the site's folder" in error


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    (folder / "content").chmod(0o555)
    status, _, errors = move(folder, OLD, NEW)
    (folder / "content").chmod(0o755)
    assert status == 2
    assert errors[0].endswith("Permission denied; nothing was changed")
    assert read(folder) == HUGO


def test_there_and_back(tmp_path: Path) -> None:
    """Everything is as it was, but for the redirect."""
    folder = write(tmp_path, JEKYLL)
    assert move(folder, "_posts/2026-01-02-npu.md", "_posts/2026-02-03-ai-chip.md")[0] == 0
    assert move(folder, "_posts/2026-02-03-ai-chip.md", "_posts/2026-01-02-npu.md")[0] == 0
    npu = JEKYLL["_posts/2026-01-02-npu.md"]
    redirect = npu.replace("slug: npu\n", 'slug: npu\nredirect_from: ["/ai-chip/"]\n')
    assert read(folder) == {**JEKYLL, "_posts/2026-01-02-npu.md": redirect}


@pytest.mark.parametrize(("link", "said"), [
    ("[a](/posts/old&#47;)", "/posts/old/"),
    ("[a](../../elsewhere/old/)", "../../elsewhere/old/"),
])  # fmt: skip
def test_links_that_are_left_are_said(tmp_path: Path, link: str, said: str) -> None:
    folder = write(tmp_path, {**HUGO, "content/about.md": f"---\ntitle: a\n---\n\n{link}\n"})
    status, _, errors = move(folder, OLD, NEW)
    assert status == 1
    assert errors[-1] == f"lintpost: content/about.md:5: `{said}` was not rewritten: look whether it still leads where it should"  # fmt: skip
    assert read(folder)["content/about.md"].endswith(f"{link}\n")


def test_a_post_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    (folder / "content" / "bad.md").write_bytes(b"\xff\xfe\xff")
    status, _, errors = move(folder, OLD, NEW)
    assert status == 0
    assert "content/bad.md" in errors[1]
    assert errors[2] == "lintpost: links in posts that cannot be read were not looked at"
    (folder / "content" / "bad.md").unlink()
    assert read(folder) == HUGO_AFTER


def test_in_japanese(tmp_path: Path) -> None:
    folder = write(tmp_path, HUGO)
    done = run_cli("move", OLD, NEW, "--lang", "ja", cwd=folder)
    assert done.stdout.decode().splitlines() == [
        "移動：content/posts/old.md → content/notes/new.md",
        "リンク11件を書き換えました（変更した記事3本）。",
    ]
    assert done.stderr.decode() == "lintpost: リダイレクトを加えました（aliases）：/posts/old/ → /notes/new/\n"  # fmt: skip
