"""`main` in a process that does other things too."""

import argparse
import gc
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.cli.main import main
from tests.conftest import run_cli

POST = "---\ntitle: 題\n---\nこれは** **です。\n"


def test_the_process_stays_as_it_is(
    site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site(a_md=POST))
    streams = sys.stdin, sys.stdout, sys.stderr
    errors = sys.stdout.errors
    argparse_state = dict(vars(argparse))
    assert gc.isenabled()
    assert main(["check", "a.md", "--output-format", "concise", "--lang", "ja"]) == 1
    assert "bold/empty" in capsys.readouterr().out
    assert main(["check", "--fix", "--quiet", "--output-format", "concise"]) == 0
    assert gc.isenabled()
    assert (sys.stdin, sys.stdout, sys.stderr) == streams
    assert sys.stdout.errors == errors
    assert dict(vars(argparse)) == argparse_state


def test_fixed_text_and_report_go_their_ways(
    site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With `-` and `--fix` the text is on standard output, the report on standard error."""
    monkeypatch.chdir(site(post_md=POST))
    with open("post.md", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        stdout = sys.stdout
        assert main(["check", "-", "--fix", "--output-format", "concise", "--lang", "en"]) == 0
        assert sys.stdout is stdout
    shown = capfd.readouterr()
    assert shown.out == POST.replace("** **", " ")
    assert shown.err == (
        "1 finding fixed. 1 post checked, nothing to fix. Rules over the whole site were left out.\n"
    )


def test_the_language_of_errors_before_settings(
    site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That of --lang, else of the environment; the configuration's once there is one."""
    monkeypatch.chdir(site(lintpost_yml="lang: en\n", a_md=POST))
    monkeypatch.setenv("LINTPOST_LANG", "ja")
    assert main(["check", "--config", "nope.yml"]) == 2
    assert main(["check", "--config", "nope.yml", "--lang", "en"]) == 2
    assert main(["check", "nope.md"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "lintpost: --config nope.yml：ファイルがありません",
        "lintpost: --config nope.yml: no such file",
        "lintpost: nope.md: no such file or folder",
    ]


def test_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only `console` may do."""
    from lintpost.cli import main as module

    ended: list[int] = []
    monkeypatch.delenv("LINTPOST_DEBUG")
    monkeypatch.setattr(module, "main", lambda: 7)
    monkeypatch.setattr(module.os, "_exit", ended.append)
    try:
        module.console()
        assert (ended, gc.isenabled()) == ([7], False)
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("config", "arguments", "problem"),
    [
        ("lang: ja\nrule: {}\n", [], "キー「rule」はありません"),
        ("rules: {nope/x: error}\nlang: 'ja'\n", [], "ルール「nope/x」はありません"),
        ("lang: ja\nnames: names.yml\n", [], "文字列で書いてください"),  # in another file
        ("lang: ja\n{", [], ""),
        ("lang: ja\nrules: {nope/x: error}\n", ["--lang", "en"], "unknown rule `nope/x`"),
        ("lang: en\nrules: {nope/x: error}\n", [], "unknown rule `nope/x`"),
        ("rules: {nope/x: error}\n", [], "unknown rule `nope/x`"),
        ("lang: zh\n", [], "is not one of en, ja"),
    ],
)
def test_errors_of_settings_are_in_the_language_of_the_settings(
    site: Callable[..., Path], config: str, arguments: list[str], problem: str
) -> None:
    folder = site(lintpost_yml=config, names_yml="names: [{name: 1}]\n", a_md="a\n")
    done = run_cli("check", *arguments, cwd=folder, LINTPOST_LANG="en")
    assert done.returncode == 2
    message = done.stderr.decode()
    assert problem in message
    wants_ja = "lang: ja" in config.replace("'", "") and not arguments
    assert bool(re.search(r"[ぁ-ん]", message)) is wants_ja


@pytest.mark.parametrize(
    ("config", "arguments", "said"),
    [
        ("lang: ja\n", [], "空です"),
        ("lang: ja\n", ["--lang", "en"], "is empty"),
        ("posts: [a.md]\n", [], "is empty"),
        ("lang: zh\n", [], "is empty"),
    ],
)
def test_a_command_without_settings_speaks_the_language_of_the_site(
    site: Callable[..., Path], config: str, arguments: list[str], said: str
) -> None:
    folder = site(lintpost_yml=config)
    inner = folder / "inner"
    inner.mkdir()
    arguments = ["--cache-dir", str(folder / "none"), *arguments]
    done = run_cli("clean", *arguments, cwd=inner, LINTPOST_LANG="en")
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert said in done.stdout.decode()
