"""Links: to settings that are not there, and out of the site."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_cli

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX only")

POST = "githubの話。\n"
FIXED = "GitHubの話。\n"
CONFIG = "lang: en\nnames: names.yml\nrules: {front-matter/*: off, bold/*: off}\n"


@pytest.fixture
def root(site: Callable[..., Path]) -> Path:
    """A site with a post, and links to one inside and one outside of it."""
    names = "names: [GitHub]\n"
    folder = site(
        site__lintpost_yml=CONFIG, site__names_yml=names, site__posts__a_md=POST, site__b_md=POST, out__t_md=POST
    )  # fmt: skip
    root = folder / "site"
    (root / "posts/in.md").symlink_to("../b.md")
    (root / "posts/out.md").symlink_to("../../out/t.md")
    return root


def lines(text: bytes) -> list[str]:
    return [line.split()[0] for line in text.decode().splitlines()[:-1]]


def test_a_walk_does_not_leave_the_site(root: Path) -> None:
    target = os.path.realpath(root / "../out/t.md")
    for arguments in ((), ("b.md", "posts")):
        done = run_cli("check", "--output-format=concise", *arguments, cwd=root)
        assert lines(done.stdout) == ["b.md:1:1:", "posts/a.md:1:1:"]
        assert done.returncode == 1
        assert done.stderr.decode() == (
            f"lintpost: posts/out.md: a link to {target}, outside the site: not checked; "
            "name it to check it\n"
        )
    done = run_cli("check", "--lang=ja", cwd=root)
    assert done.stderr.decode() == (
        f"lintpost: posts/out.md: サイトの外（{target}）へのリンクのため、検査しません。"
        "検査するには、この名前を指定してください\n"
    )


def test_a_link_that_is_named_is_followed(root: Path) -> None:
    done = run_cli("check", "--output-format=concise", "posts/out.md", cwd=root)
    assert (lines(done.stdout), done.stderr) == (["posts/out.md:1:1:"], b"")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "a link to {}, outside the site: not written; name that file to have it fixed"),
        (
            "ja",
            "サイトの外（{}）へのリンクのため、書き換えませんでした。"
            "修正するには、リンク先のファイルを指定してください",
        ),
    ],
)
@pytest.mark.parametrize(
    ("command", "answers"),
    [("check --fix", b""), ("check --add-suppressions", b""), ("fix --interactive", b"y\ny\n")],
)
def test_nothing_is_written_outside_the_site(
    root: Path, lang: str, text: str, command: str, answers: bytes
) -> None:
    target = root / "../out/t.md"
    options = (*command.split(), "--lang", lang, "posts/in.md", "posts/out.md")
    if "--add-suppressions" in command:
        options = ("check", "posts/in.md", "posts/out.md", "--lang", lang, "--add-suppressions")
    done = run_cli(*options, cwd=root, stdin=answers)
    assert done.returncode == 2
    assert (
        done.stderr.decode() == f"lintpost: posts/out.md: {text.format(os.path.realpath(target))}\n"
    )
    assert target.read_text("utf-8") == POST
    assert (root / "b.md").read_text("utf-8") != POST
    assert (root / "posts/out.md").is_symlink()


def test_a_site_behind_a_link_is_its_own(root: Path) -> None:
    """The links that lead to the site as a whole are no way out of it."""
    (root / "../link").symlink_to("site")
    for path in ("../link/posts/a.md", "../out/t.md"):
        assert run_cli("check", "--fix", "--config=lintpost.yml", path, cwd=root).returncode == 0
        assert (root / path).read_text("utf-8") == FIXED


def broken(path: Path) -> str:
    path.symlink_to("gone.yml")
    return "a broken link: its target gone.yml does not exist"


def folder(path: Path) -> str:
    path.mkdir()
    return "a folder, not a file"


def pipe(path: Path) -> str:
    os.mkfifo(path)
    return "a named pipe, not a file"


@pytest.mark.parametrize("make", [broken, folder, pipe])
@pytest.mark.parametrize("name", ["lintpost.yml", ".lintpost.yaml"])
def test_settings_that_are_no_file(tmp_path: Path, make: Callable[[Path], str], name: str) -> None:
    (tmp_path / "a.md").write_text("Hi\n")
    text = make(tmp_path / name)
    for options in ((), ("--config", name)):
        done = run_cli("check", "a.md", *options, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
        place = name if options else tmp_path / name
        assert done.stderr.decode() == f"lintpost: {place}: {text}\n"
    done = run_cli("init", cwd=tmp_path)
    assert done.stderr.decode() == f"lintpost: {name} exists already; --force overwrites\n"


@pytest.mark.parametrize(
    "name", ["_config.yml", "hugo.toml", "package.json", "_posts/2026-01-02-b.md"]
)
def test_what_a_generator_reads_that_is_no_file(tmp_path: Path, name: str) -> None:
    """Nobody writes into these pipes: whoever opened one would wait for ever."""
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2026-01-01-a.md").write_text("---\ntitle: A\n---\n\nHi\n")
    os.mkfifo(tmp_path / name)
    assert run_cli("init", cwd=tmp_path).returncode == 0
    assert run_cli("check", "_posts/2026-01-01-a.md", cwd=tmp_path).returncode == 0
