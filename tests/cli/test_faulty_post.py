"""One post that cannot be opened stops no command: its error is shown, and the others are done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_cli

POST = "githubの話。\n"
FIXED = "GitHubの話。\n"
CONFIG = "lang: en\nnames: ../names.yml\nrules: {front-matter/*: off, bold/*: off}\n"
SUPPRESSED = "<!-- lintpost-disable-next-line names/spelling -- why -->\n" + POST


@pytest.fixture
def folder(site: Callable[..., Path]) -> Path:
    """Three posts in folders of their own, each with its own configuration."""
    posts = {f"{name}__p_md": POST for name in "abc"}
    configs = {f"{name}__lintpost_yml": CONFIG for name in "abc"}
    return site(names_yml="names: [GitHub]\n", **posts, **configs)


def unknown_key(folder: Path) -> str:
    (folder / "b/lintpost.yml").write_text("bogus: 1\n", encoding="utf-8")
    return "b/lintpost.yml:1:1: unknown key `bogus`"


def unknown_option(folder: Path) -> str:
    """Found when the rules of a post are chosen, not when the configuration is read."""
    text = CONFIG + "overrides: [{posts: ['**'], rules: {names/spelling: {nope: 1}}}]\n"
    (folder / "b/lintpost.yml").write_text(text, encoding="utf-8")
    return "b/lintpost.yml:4:54: names/spelling: unknown option `nope`"


def not_text(folder: Path) -> str:
    (folder / "b/p.md").write_bytes(b"\xff\xfe\x00")
    return "b/p.md: not UTF-8"


FAULTS = [unknown_key, unknown_option, not_text]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    ("arguments", "answers", "after"),
    [
        ("check", "", POST),
        ("check --jobs 2 --no-cache", "", POST),
        ("check --diff", "", POST),
        ("check --fix", "", FIXED),
        ("check --add-suppressions=why", "", SUPPRESSED),
        ("fix", "", FIXED),
        ("fix --interactive", "y\ny\ny\n", FIXED),
    ],
)
def test_the_others_are_done(
    folder: Path, fault: Callable[[Path], str], arguments: str, answers: str, after: str
) -> None:
    message = fault(folder)
    faulty = (folder / "b/p.md").read_bytes()
    posts = ("a/p.md", "b/p.md", "c/p.md")
    done = run_cli(*arguments.split(), *posts, cwd=folder, stdin=answers.encode())
    errors = done.stderr.decode().splitlines()
    assert [message in error for error in errors] == [True], errors
    assert done.returncode == 2
    assert (folder / "b/p.md").read_bytes() == faulty
    for name in ("a/p.md", "c/p.md"):
        assert (folder / name).read_text(encoding="utf-8") == after
        if after == POST:  # a report or a diff
            assert name in done.stdout.decode()
