"""What posts and names of files hold is never a command for the terminal or a CI system that shows it."""

import re
import subprocess
from pathlib import Path

import pytest

from lintpost.checks.contract.hit import Fix
from lintpost.cli.fix.prompt import show
from lintpost.cli.main import main
from lintpost.engine.finding import Finding, Location
from lintpost.post.edit import Edit
from lintpost.report.diff import unified_diff

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"^\s*::|##(vso)?\[", re.MULTILINE)
NAMES = ("\x1b[2J", "line\n::error::x", "\u202egpj", "##[error]a", "\x9b31m")
POST = """---
title: A title
tags: ["\\e[2J\\n::error::pwn\\u202e", "Foo\\x9bBar", "foo\\x9bbar", "a\u2028b"]
---
<!-- lintpost-disable bold/empty -- \x1b[31m ##[error]why\u202e -->
Here is ** \x1b[2Jbold\u202e** and **\x85 x**。 GitH\u202eub, GitH\u202eub, Gith\u202eub, ##vso[a]b.

 ::stop-commands::x and **** ##[error]x
"""
TAGS = 'tags:\n  - name: Foo\n    group: "\\e[2Jgroup\\n::error::x"\n    aliases: ["foo\\x9bbar"]\n'
DICTIONARY = 'names:\n  - name: "Git\\eHub\\n::error::x"\n    variants: ["Gith\\u202eub"]\n'


@pytest.fixture
def hostile_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        (tmp_path / f"{name}.md").write_bytes(POST.encode())
        (tmp_path / f"{name}.png").write_bytes(b"")
    (tmp_path / "\x1b[1mbroken.md").write_bytes(b"---\ntitle: '\n---\n\xff")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        "check", "check --output-format concise", "check --output-format azure", "check --show-files", "check --show-settings",
        "check --statistics", "check missing\x1b[2J.md", "tags list", "tags drift", "tags drift --output-format commands", "names list",
        "names drift", "names discover --posts 1", "bold", "suppressions list", "rules", "baseline show", "rule no\x1b[2J",
        "check --diff", "fix --diff", "fix", "tags apply", "images", "images no\x1b[2J",
    ],
)  # fmt: skip
@pytest.mark.parametrize("listed", [False, True])
def test_no_command_prints_control_characters_or_forged_lines(
    command: str,
    listed: bool,
    hostile_site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    if listed:
        (hostile_site / "lintpost.yml").write_text("tags: tags.yml\nnames: names.yml\n", "utf-8")
        (hostile_site / "tags.yml").write_text(TAGS, "utf-8")
        (hostile_site / "names.yml").write_text(DICTIONARY, "utf-8")
    main(command.split(" "))
    printed = capsys.readouterr()
    text = printed.out + printed.err
    if "diff" in command:
        text = text.replace("\t", " ")
    if "azure" in command:
        text = text.replace("##vso[task.logissue ", "")
    assert text
    assert not CONTROL.search(text), text
    assert not COMMAND.search(text), text


def test_a_diff_in_a_pipe_is_exact_and_git_applies_it(tmp_path: Path) -> None:
    before, after = "a\x1b\u2028b\x0c\n ::c\r\n\tend", "a\x1b\u2028b\x0cX\n ::c\r\n\tend\n"
    name = 'line\n\x1b"é\\.md'
    path = tmp_path / name
    path.write_bytes(before.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        diff = unified_diff(str(path), before, after)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), check=True)
    assert path.read_bytes() == after.encode()


def test_the_interactive_prompt_shows_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    fix = Fix("safe", (Edit(2, 3, ""),))
    start, end = Location(1, 3, 2), Location(1, 4, 3)
    finding = Finding("\x1b.md", "house/x", "error", "“\x9b\n::a” is odd", start, end, fix, ())
    show(finding, "a \x1b\u202e\nb", "a \u202e\nb", (3, 14), "en")
    assert capsys.readouterr().out == (
        "\n\\x1b.md:1:3  house/x  3 of 14\n  “\\x9b⏎::a” is odd\n"
        "  -a \\x1b\\u202e\n     ^^^^\n  +a \\u202e\n"
    )
