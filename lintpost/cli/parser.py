"""Parses the command line; its help and its errors are in both languages."""

import argparse
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

from lintpost import __version__
from lintpost.cli.arguments.common import COMMON, Usage, add_arguments
from lintpost.cli.commands import COMMANDS, DESCRIPTION, EXAMPLES
from lintpost.errors import UsageError
from lintpost.language import Lang, Text

_COMMAND = Text("COMMAND", "コマンド")


def build_parser(lang: Lang, arguments: Sequence[str]) -> "Parser":
    """The parser of a command line.

    Only the command that the line names gets arguments: making those of all would take longer than
    parsing.
    """
    formatter = partial(argparse.RawDescriptionHelpFormatter, width=_columns() - 2)
    parser = Parser(
        lang=lang,
        prog="lintpost",
        description=DESCRIPTION[lang],
        epilog=EXAMPLES[lang],
        formatter_class=formatter,
    )
    version = Text("show the version", "バージョンを表示する")[lang]
    parser.add_argument(
        "--version", action="version", version=f"lintpost {__version__}", help=version
    )
    first = arguments[0] if arguments else ""
    commands = {first: COMMANDS[first]} if first in COMMANDS else COMMANDS
    summaries = {name: command.summary for name, command in commands.items()}
    leaves = parser.add_commands("command", summaries)
    named = next((word for word in arguments if word in COMMANDS), None)
    if named is not None:
        usage: Usage = import_module(f"lintpost.cli.{COMMANDS[named].arguments}").USAGE
        _add_usage(leaves[named], usage)
    return parser


def _add_usage(parser: "Parser", usage: Usage) -> None:
    parser.epilog = usage.examples[parser.lang]
    if not usage.actions:
        add_arguments(parser, (*usage.arguments, *COMMON), parser.lang)
        return
    summaries = {name: action.summary for name, action in usage.actions.items()}
    for name, leaf in parser.add_commands("action", summaries).items():
        action = usage.actions[name]
        leaf.epilog = action.examples[parser.lang]
        add_arguments(leaf, (*action.arguments, *COMMON), parser.lang)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `UsageError`, in the language of its help."""

    def __init__(
        self, *, lang: Lang, family: "list[Parser] | None" = None, **settings: Any
    ) -> None:
        """`family` are the parsers above and beside this one."""
        super().__init__(add_help=False, allow_abbrev=False, exit_on_error=False, **settings)
        self.lang: Lang = lang
        self._family = family if family is not None else []
        self._family.append(self)
        self._positionals.title = Text("arguments", "引数")[lang]
        self._optionals.title = Text("options", "オプション")[lang]
        shown = Text("show this help", "このヘルプを表示する")[lang]
        self.add_argument("-h", "--help", action="help", help=shown)

    def add_commands(self, dest: str, summaries: Mapping[str, Text]) -> "dict[str, Parser]":
        """A parser for each of some commands below this one, without their arguments."""
        lang = self.lang
        commands = self.add_subparsers(
            prog=self.prog,
            dest=dest,
            required=True,
            metavar=_COMMAND[lang],
            title=Text("commands", "コマンド")[lang],
        )
        return {
            name: commands.add_parser(
                name,
                help=summary[lang],
                description=summary[lang][0].upper() + summary[lang][1:] + Text(".", "。")[lang],
                formatter_class=self.formatter_class,
                lang=lang,
                family=self._family,
            )
            for name, summary in summaries.items()
        }

    def format_help(self) -> str:
        """The help, its first word in the user's language as well."""
        text = super().format_help()
        return text.replace("usage: ", "使い方: ", 1) if self.lang == "ja" else text

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse a command line. Raises `UsageError`."""
        options, rest = self.parse_known_args(args, namespace)
        if rest:
            raise UsageError(self._unexpected(rest[0])[self.lang])
        return options

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse what is this parser's of a command line. Raises `UsageError`."""
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            raise UsageError(self._explained(error)[self.lang]) from None

    def error(self, message: str) -> NoReturn:
        """Raise the error of missing arguments, for which Python before 3.13 calls this."""
        raise argparse.ArgumentError(None, message)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Raise `UsageError` for a value that is not one of the action's choices."""
        if action.choices is None or value in action.choices:
            return
        is_command = isinstance(action.choices, dict)
        what = Text("command", "コマンド") if is_command else Text("value", "値")
        raise UsageError(_unknown(str(value), map(str, action.choices), what)[self.lang])

    def _explained(self, error: argparse.ArgumentError) -> Text:
        name = error.argument_name
        if name is None:  # "the following arguments are required: A, B"
            missing = error.message.rpartition(": ")[2]
            if missing == _COMMAND[self.lang]:
                return Text(
                    f"name a command; see `{self.prog} --help`",
                    f"コマンドを指定してください（`{self.prog} --help`）",
                )
            return Text(f"{missing} is missing", f"{missing} を指定してください")
        actions = (action for parser in self._family for action in parser._actions)
        if any(action.nargs == 0 and "/".join(action.option_strings) == name for action in actions):
            return Text(f"{name} takes no value", f"{name} に値は指定できません")
        return Text(f"{name} needs a value", f"{name} には値が必要です")

    def _unexpected(self, word: str) -> Text:
        if not word.startswith("-"):
            return Text(f"unexpected argument `{word}`", f"余分な引数です：{word}")
        option = word.partition("=")[0]
        known = [name for parser in self._family for name in parser._option_string_actions]
        return _unknown(option, known, Text("option", "オプション"))


def _unknown(word: str, known: Iterable[str], what: Text) -> Text:
    from lintpost.files.settings_error import unknown_word

    return unknown_word(word, known, what)


def _columns() -> int:
    """The width of the terminal. The import of `shutil`, which argparse asks, takes as long as parsing."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80
