"""The command line's errors and help, whatever Python's argparse says."""

import argparse
import re
from importlib import import_module

import pytest

from lintpost.cli.arguments.common import Usage
from lintpost.cli.commands import COMMANDS
from lintpost.cli.parser import Parser
from lintpost.cli.parser import parse as parse_arguments
from lintpost.errors import UsageError


def parse(line: str, lang: str = "en") -> argparse.Namespace:
    return parse_arguments(line.split(), lang)  # type: ignore[arg-type]


ERRORS = [
    ("", "name a command; see `lintpost --help`", "コマンドを指定してください（`lintpost --help`）"),
    ("tags", "name a command; see `lintpost tags --help`", "コマンドを指定してください（`lintpost tags --help`）"),
    ("chekc a.md", "unknown command `chekc`; did you mean `check`?", "コマンド「chekc」はありません。「check」ではありませんか"),
    ("tags lst", "unknown command `lst`; did you mean `list`?", "コマンド「lst」はありません。「list」ではありませんか"),
    ("check --output-format jsn", "unknown value `jsn`; did you mean `json`?", "値「jsn」はありません。「json」ではありませんか"),
    ("check --lang fr", "unknown value `fr`", "値「fr」はありません"),
    ("check --slect names", "unknown option `--slect`; did you mean `--select`?", "オプション「--slect」はありません。「--select」ではありませんか"),
    ("check --slect=names", "unknown option `--slect`; did you mean `--select`?", "オプション「--slect」はありません。「--select」ではありませんか"),
    ("tags list --categorie", "unknown option `--categorie`; did you mean `--categories`?", "オプション「--categorie」はありません。「--categories」ではありませんか"),
    ("--verison", "name a command; see `lintpost --help`", "コマンドを指定してください（`lintpost --help`）"),
    ("--verison check", "unknown option `--verison`; did you mean `--version`?", "オプション「--verison」はありません。「--version」ではありませんか"),
    ("check --fi", "unknown option `--fi`; did you mean `--fix`?", "オプション「--fi」はありません。「--fix」ではありませんか"),
    ("check --jobs", "--jobs/-j needs a value", "--jobs/-j には値が必要です"),
    ("check --jobs --fix", "--jobs/-j needs a value", "--jobs/-j には値が必要です"),
    ("check --jobs two", "--jobs needs a whole number, not `two`", "--jobs には整数を指定してください（「two」は使えません）"),
    ("check --fix=yes", "--fix takes no value", "--fix に値は指定できません"),
    ("rule", "NAME is missing", "NAME を指定してください"),
    ("rule a/b c/d", "unexpected argument `c/d`", "余分な引数です：c/d"),
    ("tags alias", "TAG, WORD is missing", "TAG, WORD を指定してください"),
    ("tags alias AI", "WORD is missing", "WORD を指定してください"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "english", "japanese"), ERRORS, ids=[line for line, _, _ in ERRORS])  # fmt: skip
def test_errors(line: str, english: str, japanese: str) -> None:
    for lang, expected in (("en", english), ("ja", japanese)):
        with pytest.raises(UsageError) as caught:
            parse(line, lang)
        assert str(caught.value) == expected


def test_two_languages_at_once() -> None:
    """The language belongs to the parser."""
    japanese, english = Parser("ja"), Parser("en")
    for parser in (japanese, english):
        parser.add_argument("name", metavar="NAME")
    assert japanese.format_help().startswith("使い方: ")
    assert english.format_help().startswith("usage: ")
    with pytest.raises(UsageError, match="NAME を指定してください"):
        japanese.parse_args([])
    with pytest.raises(UsageError, match="NAME is missing"):
        english.parse_args([])


def every_command() -> list[str]:
    found = [""]
    for name, command in COMMANDS.items():
        usage: Usage = import_module(f"lintpost.cli.{command.arguments}").USAGE
        found += [name, *(f"{name} {action}" for action in usage.actions)]
    return found


@pytest.mark.parametrize("line", every_command())
def test_help(
    line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command has help with examples in both languages, and no word that Python put there."""
    monkeypatch.setenv("COLUMNS", "100")
    shown = []
    for lang in ("en", "ja"):
        with pytest.raises(SystemExit) as ended:
            parse(f"{line} --help", lang)
        assert ended.value.code == 0
        shown.append(capsys.readouterr().out)
    english, japanese = shown
    assert f"usage: lintpost {line}".strip() in english
    assert f"使い方: lintpost {line}".strip() in japanese
    assert "\nexamples:\n" in english
    assert "\n例:\n" in japanese
    assert re.findall(r"^[a-z][a-z ]*:$", english, re.MULTILINE)[:-1] in (
        ["options"], ["arguments:", "options:"], ["options:"], ["options:", "commands:"],
    )  # fmt: skip
    headings = {"引数:", "オプション:", "コマンド:", "例:"}
    assert set(re.findall(r"^\S+:$", japanese, re.MULTILINE)) <= headings
    for text in shown:
        assert "None" not in text
        assert "==" not in text


@pytest.mark.parametrize("name", COMMANDS)
def test_modules(name: str) -> None:
    """The table names modules that have what a command needs."""
    assert callable(import_module(f"lintpost.cli.{COMMANDS[name].module}").run)


def test_values() -> None:
    options = parse(
        "check a.md b.md --select names,bold/span -j 2 --report json:a --report sarif:b"
    )
    assert (options.command, options.paths) == ("check", ["a.md", "b.md"])
    assert (options.select, options.ignore) == (("names", "bold/span"), ())
    assert (options.jobs, options.report) == (2, ["json:a", "sarif:b"])
    assert (options.changed, parse("check --changed").changed) == (None, "")
    assert parse("tags rename A B").color == "auto"
