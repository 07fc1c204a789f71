"""An error at any step of one post is that post's error: it is named, and the other posts are done."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintpost.cli.main import main
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine import check_post, open_post
from lintpost.engine.cache import entry
from lintpost.engine.check_post import Checker
from lintpost.engine.edits import fix, fix_paths, suppress_paths, suppressions
from lintpost.files import settings_file
from lintpost.post import post as post_module
from lintpost.post.front_matter import yaml_tree
from lintpost.post.post import Post
from lintpost.post.source import Source, read_source
from lintpost.post.syntax import DEFAULT
from lintpost.surveys.advice import PresetNoter
from lintpost.surveys.scaffold.post_note import PostNoter

TEXT = "---\ntitle: A\ntags: [x]\n---\ngithub and **bold**\n"
FIXED = TEXT.replace("github", "GitHub")
SUPPRESSED = TEXT[:-1] + " <!-- lintpost-disable-line names/spelling -->\n"
CONFIG = "lang: en\nnames: names.yml\nrules: {front-matter/*: off, bold/*: off, tags/*: off}\n"
FAULT = ZeroDivisionError("oops")
INTERNAL = "internal error (ZeroDivisionError: oops); the other posts went on"


@pytest.fixture
def posts(site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three posts; faults are put into b.md."""
    texts = {f"{name}_md": TEXT for name in "abc"}
    folder = site(lintpost_yml=CONFIG, names_yml="names: [GitHub]\n", **texts)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("LINTPOST_DEBUG")
    return folder


def break_at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: Exception) -> None:
    """Let a function raise for b.md."""
    original = getattr(owner, name)

    def broken(*arguments: object, **more: object) -> object:
        given = (*arguments, *more.values())
        if any(str(getattr(one, "path", one)).endswith("b.md") for one in given):
            raise error
        return original(*arguments, **more)

    monkeypatch.setattr(owner, name, broken)


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (open_post, "read_source"),
        (check_post, "Post"),
        (check_post.Checker, "active"),
        (check_post.Checker, "_run"),
        (suppressions.Suppressions, "of"),
    ],
)
@pytest.mark.parametrize(
    ("command", "after"),
    [
        ("check --no-cache", TEXT),
        ("check", TEXT),
        ("check --fix", FIXED),
        ("check --diff", TEXT),
        ("check --add-suppressions", SUPPRESSED),
    ],
)
def test_every_step_of_checking(
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    owner: object,
    name: str,
    command: str,
    after: str,
) -> None:
    original = getattr(owner, name)

    def broken(*arguments: object) -> object:
        if any(getattr(one, "path", one) == "b.md" for one in arguments):
            raise FAULT
        return original(*arguments)

    monkeypatch.setattr(owner, name, broken)
    assert main([*command.split(), "--output-format=concise", "--", "a.md", "b.md", "c.md"]) == 2
    out, err = capfd.readouterr()
    assert err == f"lintpost: b.md: {INTERNAL}\n"
    assert (posts / "b.md").read_text("utf-8") == TEXT
    for post in ("a.md", "c.md"):
        assert (posts / post).read_text("utf-8") == after
        assert after != TEXT or post in out


@pytest.mark.parametrize(
    ("owner", "name", "command"),
    [
        (fix, "split_by_proof", "check --fix"),
        (fix_paths, "write_post", "check --fix"),
        (suppress_paths, "suppressed_text", "check --add-suppressions"),
        (suppress_paths, "write_post", "check --add-suppressions"),
        (entry, "entry_of", "check"),
    ],
)
def test_every_step_of_what_follows(
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    owner: object,
    name: str,
    command: str,
) -> None:
    break_at(monkeypatch, owner, name, FAULT)
    assert main([*command.split(), "--output-format=concise", "--", "a.md", "b.md", "c.md"]) == 2
    assert capfd.readouterr().err == f"lintpost: b.md: {INTERNAL}\n"
    changed = [(posts / name).read_text("utf-8") != TEXT for name in ("a.md", "b.md", "c.md")]
    assert changed == [command != "check", False, command != "check"]


@pytest.mark.parametrize(
    ("command", "layer"),
    [
        (command, layer)
        for layer in ("parse_front_matter", "Markdown")
        for command in (
            "bold", "suppressions list", "schema infer", "tags list", "tags drift", "names list", "names discover",
        )
        if layer != "Markdown" or not command.startswith("tags")  # they read no body
    ],
)  # fmt: skip
def test_commands_that_count(
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    command: str,
    layer: str,
) -> None:
    original = getattr(post_module, layer)

    def parse(text: str, *more: object, **options: object) -> object:
        if text == "broken\n":
            raise FAULT
        return original(text, *more, **options)

    (posts / "b.md").write_text("broken\n")
    monkeypatch.setattr(post_module, layer, parse)
    assert main([*command.split(), "a.md", "b.md", "c.md"]) == 2
    assert capfd.readouterr().err == f"lintpost: b.md: {INTERNAL}\n"


def test_advice(posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A post that cannot be checked says nothing about presets; all else of it counts."""

    def note(self: PresetNoter, post: Post) -> None:
        raise FAULT

    monkeypatch.setattr(PresetNoter, "note", note)
    noter = PostNoter((("tags", "tags"),), frozenset(["b.md"]), DEFAULT)
    found = noter(Post(read_source("b.md", 1000)))
    assert found["presets"] is None
    assert found["names"]["running"]


@pytest.mark.parametrize(
    ("error", "lang", "text"),
    [
        (RecursionError(), "en", "nested too deeply to be read"),
        (RecursionError(), "ja", "入れ子が深すぎて読めません"),
        (MemoryError(), "en", "not enough memory to check it"),
        (MemoryError(), "ja", "メモリが足りないため、検査できませんでした"),
        (FAULT, "ja", "内部エラーです（ZeroDivisionError: oops）。ほかの記事の処理は続けました"),
    ],
)
@pytest.mark.parametrize("command", ["check", "check --fix"])
def test_kinds_of_errors(
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    error: Exception,
    lang: str,
    text: str,
    command: str,
) -> None:
    break_at(monkeypatch, check_post, "Post", error)
    assert main([*command.split(), "--lang", lang, "a.md", "b.md"]) == 2
    assert capfd.readouterr().err == f"lintpost: b.md: {text}\n"


def test_nesting_too_deep_for_rules_is_one_error() -> None:
    """Those that look at the nested text are left out; the others go on."""
    checker = Checker(load_settings(None, CliOverrides(lang="en", select=("ja", "bold/nested"))))
    result = checker.check_source(Source("a.md", f"{'*' * 4000}a{'*' * 4000}\n"))
    assert [error.text.en for error in result.errors] == [
        "nested too deeply for some of the rules, which were left out"
    ]
    assert {finding.rule for finding in result.findings} == {"bold/nested"}
    assert len({finding.start for finding in result.findings}) == len(result.findings) == 1999


def test_an_interrupt_is_no_error_of_a_post(posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_post, "Post", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    assert main(["check", "a.md", "b.md"]) == 130


def test_developers_see_the_traceback(posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINTPOST_DEBUG", "1")
    break_at(monkeypatch, check_post, "Post", FAULT)
    with pytest.raises(ZeroDivisionError):
        main(["check", "a.md", "b.md"])


@pytest.mark.parametrize("file", ["lintpost.yml", "names.yml", "tags.yml", "house/rules/a.yml"])
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "cannot be used: internal error (ZeroDivisionError: oops)"),
        ("ja", "設定として使えません。内部エラーです（ZeroDivisionError: oops）"),
    ],
)
def test_settings_files(
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    file: str,
    lang: str,
    text: str,
) -> None:
    """A parser that breaks on a settings file is an error of that file."""
    packs = "packs: [house]\n" if file.startswith("house") else ""
    (posts / "lintpost.yml").write_text(f"names: names.yml\ntags: tags.yml\n{packs}")
    (posts / "tags.yml").write_text("tags: [x]\n")
    (posts / "house/rules").mkdir(parents=True)
    (posts / "house/rules/a.yml").write_text("name: rules/a\n")
    original = yaml_tree.parse_yaml

    def parse(given: str, *more: Any) -> object:
        if given == (posts / file).read_text():
            raise FAULT
        return original(given, *more)

    monkeypatch.setattr(settings_file, "parse_yaml", parse)
    assert main(["check", "--lang", lang, "--no-cache", "a.md", "b.md"]) == 2
    assert capfd.readouterr().err == f"lintpost: {posts / file}: {text}\n"
