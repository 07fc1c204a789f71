"""The command line's errors and help, whatever Python's argparse says."""

import argparse
import re
from importlib import import_module
from pathlib import Path

import pytest

from lintpost.cli.arguments.common import Usage
from lintpost.cli.check.options import complete_options, refuse_contradictions
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
    ("check --output-format jsn", "--output-format: unknown value `jsn`; did you mean `json`?", "--output-format：値「jsn」はありません。「json」ではありませんか"),
    ("check --lang fr", "--lang: unknown value `fr` (en, ja)", "--lang：値「fr」はありません（en, ja）"),
    ("check --slect names", "unknown option `--slect`; did you mean `--select`?", "オプション「--slect」はありません。「--select」ではありませんか"),
    ("check --slect=names", "unknown option `--slect`; did you mean `--select`?", "オプション「--slect」はありません。「--select」ではありませんか"),
    ("tags list --categorie", "unknown option `--categorie`; did you mean `--categories`?", "オプション「--categorie」はありません。「--categories」ではありませんか"),
    ("--verison", "unknown option `--verison`; did you mean `--version`?", "オプション「--verison」はありません。「--version」ではありませんか"),
    ("--fix check", "options come after the command, as in `lintpost check --fix`", "オプションはコマンドの後に書いてください（例：`lintpost check --fix`）"),
    ("--lang ja check", "options come after the command, as in `lintpost check --lang`", "オプションはコマンドの後に書いてください（例：`lintpost check --lang`）"),
    ("--save=x names drift", "options come after the command, as in `lintpost names drift --save`", "オプションはコマンドの後に書いてください（例：`lintpost names drift --save`）"),
    ("check --json", "unknown option `--json`; did you mean `--output-format json`?", "オプション「--json」はありません。「--output-format json」ではありませんか"),
    ("check --interactive", "unknown option `--interactive`; did you mean `lintpost fix --interactive`?", "オプション「--interactive」はありません。「lintpost fix --interactive」ではありませんか"),
    ("check --yyyyyyyy", "unknown option `--yyyyyyyy`", "オプション「--yyyyyyyy」はありません"),
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


HEADINGS = [
    ("arguments", "引数"), ("options", "オプション"), ("fixes", "修正"),
    ("known and new findings", "既知の指摘と新しい指摘"), ("exit status", "終了コード"), ("reports", "報告"),
    ("posts", "対象の記事"), ("asking servers", "サーバーへの問い合わせ"), ("configuration", "設定"), ("workers and cache", "並列処理とキャッシュ"),
    ("messages", "メッセージ"), ("commands", "コマンド"), ("examples", "例"),
]  # fmt: skip
"""Every heading of the help, in its order."""


def test_options_of_every_day_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse("check --help")
    shown = capsys.readouterr().out
    assert shown.startswith("usage: lintpost check [OPTIONS] [PATH ...]\n")
    options = re.findall(r"^  (--?[a-z-]+)", shown.partition("\nfixes:\n")[0], re.MULTILINE)
    assert options == [
        "-h", "--fix", "--diff", "--select", "--ignore", "--changed", "--all", "--statistics", "--output-format",
        "--quiet", "--watch", "--fail-on",
    ]  # fmt: skip


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
    known = [heading for headings in HEADINGS for heading in headings]
    for text, names in ((english, known[::2]), (japanese, known[1::2])):
        found = re.findall(r"^(\S[^:\n]*):$", text, re.MULTILINE)
        assert found == [name for name in names if name in found]
    for text in shown:
        assert "None" not in text
        assert "==" not in text


@pytest.mark.parametrize("name", COMMANDS)
def test_modules(name: str) -> None:
    """The table names modules that have what a command needs."""
    assert callable(import_module(f"lintpost.cli.{COMMANDS[name].module}").run)


CONTRADICTIONS = [
    ("a.md --fix --diff", "--fix writes and --diff does not: choose one", "--fix と --diff は同時に使えません"),
    ("- a.md", "- cannot be mixed with other paths", "- とほかのパスは同時に指定できません"),
    ("a.md --stdin-filename b.md", "--stdin-filename needs the path -", "--stdin-filename はパス - と一緒に使います"),
    ("a.md --jobs=-1", "--jobs needs a number from 1", "--jobs には1以上を指定してください"),
    ("a.md --max-findings=-1", "--max-findings needs a number from 0", "--max-findings には0以上を指定してください"),
    ("- --watch", "--watch only reports posts on the disk: leave --fix, --diff and - away", "--watch はファイルの報告だけです（--fix・--diff・- とは使えません）"),
    ("--watch --add-suppressions", "--watch only reports posts on the disk: leave --fix, --diff and - away", "--watch はファイルの報告だけです（--fix・--diff・- とは使えません）"),
    ("--add-suppressions --diff", "--add-suppressions writes comments into posts: leave --fix, --diff and - away", "--add-suppressions は記事にコメントを書き込みます（--fix・--diff・- とは使えません）"),
    ("--add-suppressions --fix", "--add-suppressions writes comments into posts: leave --fix, --diff and - away", "--add-suppressions は記事にコメントを書き込みます（--fix・--diff・- とは使えません）"),
    ("--fix --unsafe-fixes --add-suppressions=why", "--add-suppressions writes comments into posts: leave --fix, --diff and - away", "--add-suppressions は記事にコメントを書き込みます（--fix・--diff・- とは使えません）"),
    ("- --add-suppressions", "--add-suppressions writes comments into posts: leave --fix, --diff and - away", "--add-suppressions は記事にコメントを書き込みます（--fix・--diff・- とは使えません）"),
    ("--changed-lines --diff --unsafe-fixes", "--changed-lines only reports: leave --fix and --diff away", "--changed-lines は報告だけです（--fix・--diff とは使えません）"),
    ("- --changed", "--changed looks at files: leave - away", "--changed はファイルを調べます（- とは使えません）"),
    ("- --changed-lines", "--changed looks at files: leave - away", "--changed はファイルを調べます（- とは使えません）"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "english", "japanese"), CONTRADICTIONS, ids=[line for line, _, _ in CONTRADICTIONS])  # fmt: skip
def test_contradictions(line: str, english: str, japanese: str) -> None:
    for lang, expected in (("en", english), ("ja", japanese)):
        options = parse(f"check {line}")
        complete_options(options)
        with pytest.raises(UsageError) as caught:
            refuse_contradictions(options, lang)  # type: ignore[arg-type]
        assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("line", "fix", "diff", "changed"),
    [
        ("a.md", False, False, None),
        ("--fix", True, False, None),
        ("--fix-only", True, False, None),
        ("--unsafe-fixes", False, False, None),
        ("--unsafe-fixes --diff", False, True, None),
        ("--changed-lines", False, False, ""),
        ("--changed=main --changed-lines --jobs 2", False, False, "main"),
        ("- --stdin-filename a.md --max-findings 0", False, False, None),
    ],
)
def test_options_that_others_imply(line: str, fix: bool, diff: bool, changed: str | None) -> None:
    options = parse(f"check {line}")
    complete_options(options)
    refuse_contradictions(options, "en")
    assert (options.fix, options.diff, options.changed) == (fix, diff, changed)


def test_an_optional_value_that_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    options = parse("check --add-suppressions posts a.md")
    complete_options(options)
    assert (options.add_suppressions, options.paths) == ("", ["posts", "a.md"])
    options = parse("check --add-suppressions because a.md")
    complete_options(options)
    assert (options.add_suppressions, options.paths) == ("because", ["a.md"])


def test_values() -> None:
    options = parse(
        "check a.md b.md --select names,bold/span -j 2 --report json:a --report sarif:b"
    )
    assert (options.command, options.paths) == ("check", ["a.md", "b.md"])
    assert (options.select, options.ignore) == (("names", "bold/span"), ())
    assert (options.jobs, options.report) == (2, ["json:a", "sarif:b"])
    assert (options.changed, parse("check --changed").changed) == (None, "")
    assert parse("tags rename A B").color == "auto"
