"""The command line's grammar and its help, in both languages."""

import argparse
import os
import re
import sys
from functools import cache
from importlib import import_module
from typing import NoReturn

from lintpost import __version__
from lintpost.cli.arguments import (
    ARGUMENTS,
    COMMANDS,
    DESCRIPTION,
    EXAMPLES,
    GROUPS,
    common_options,
)
from lintpost.errors import UsageError
from lintpost.language import Lang, Text

# argparse looks for translations of its own words, of which there are none: that takes as long as to parse.
vars(argparse)["_"] = str
_COMMAND = ("COMMAND", "コマンド")
_PACKAGES = ("init", "names", "tags")
"""Commands whose modules fill a package of their own."""


def command_module(command: str) -> str:
    """The module of a command below `lintpost.cli`."""
    name = command.replace("-", "_")
    return f"{name}.command" if name in _PACKAGES else name


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal. argparse makes one for each argument, and asks `shutil` for the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width() - 2)


@cache
def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


class _Parser(argparse.ArgumentParser):
    lang: Lang = "en"

    def format_help(self) -> str:
        """The help, its first word in the user's language as well."""
        text = super().format_help()
        return text.replace("usage: ", "使い方: ", 1) if self.lang == "ja" else text

    def error(self, message: str) -> NoReturn:
        """Raise `UsageError` with a hint where an option was misspelled."""
        unknown = re.search(r"unrecognized arguments: (--?[\w-]+)", message)
        bad_choice = re.search(r"argument (\S+): invalid choice: '?([^' ]*)'?", message)
        if unknown:
            options = [name for action in self._actions for name in action.option_strings]
            text = _unknown(unknown[1], options, Text("option", "オプション"))
        elif bad_choice:
            known = next(
                (
                    list(map(str, action.choices))
                    for action in self._actions
                    if action.choices and bad_choice[1] in (*action.option_strings, action.metavar)
                ),
                [],
            )
            command = bad_choice[1] in _COMMAND
            what = Text("command", "コマンド") if command else Text("value", "値")
            text = _unknown(bad_choice[2], known, what)
        elif message.endswith(tuple(f": {name}" for name in _COMMAND)):
            text = Text(
                f"name a command; see `{self.prog} --help`",
                f"コマンドを指定してください（`{self.prog} --help`）",
            )
        elif one := re.search(r"argument (\S+): expected one argument", message):
            text = Text(f"{one[1]} needs a value", f"{one[1]} には値が必要です")
        elif required := re.search(r"arguments are required: (.*)", message):
            text = Text(f"{required[1]} is missing", f"{required[1]} を指定してください")
        else:
            text = Text(message, f"コマンドラインを読めません（{message}）")
        raise UsageError(text[self.lang])


def _unknown(word: str, known: list[str], what: Text) -> Text:
    from lintpost.files.settings_error import unknown_word

    return unknown_word(word, known, what)


def build_parser(lang: Lang, arguments: list[str]) -> argparse.ArgumentParser:
    """The parser of all commands, its help in one language.

    Only the command that the arguments name gets arguments of its own: to make those of all would
    take longer than to parse a line.
    """
    parser = _Parser(
        prog="lintpost",
        description=DESCRIPTION[lang],
        epilog=EXAMPLES[""][lang],
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    _Parser.lang = lang
    _help_option(parser, lang)
    parser.add_argument(
        "--version", action="version", version=f"lintpost {__version__}",
        help=Text("show the version", "バージョンを表示する")[lang],
    )  # fmt: skip
    named = next((word for word in arguments if word in COMMANDS), None)
    first = arguments[0] if arguments else ""
    commands = {first: COMMANDS[first]} if first in COMMANDS else COMMANDS
    leaves = add_commands(parser, "command", commands, EXAMPLES, lang)
    if named in GROUPS:
        group = import_module(
            f"lintpost.cli.{named}.arguments"
            if named in _PACKAGES
            else f"lintpost.cli.{named}_arguments"
        )
        inner = add_commands(leaves[named], "action", group.COMMANDS, group.EXAMPLES, lang)
        for action, leaf in inner.items():
            group.ARGUMENTS[action](leaf, lang)
            common_options(leaf, lang)
    elif named is not None:
        ARGUMENTS[named](leaves[named], lang)
        common_options(leaves[named], lang)
    return parser


def add_commands(
    parser: argparse.ArgumentParser,
    dest: str,
    summaries: dict[str, Text],
    examples: dict[str, Text],
    lang: Lang,
) -> dict[str, argparse.ArgumentParser]:
    """A parser for each of the commands below another, without their arguments."""
    commands = parser.add_subparsers(
        prog=parser.prog, dest=dest, required=True, metavar=Text(*_COMMAND)[lang],
        title=Text("commands", "コマンド")[lang],
    )  # fmt: skip
    found = {}
    for name, summary in summaries.items():
        found[name] = commands.add_parser(
            name,
            help=summary[lang],
            description=summary[lang][0].upper() + summary[lang][1:] + Text(".", "。")[lang],
            epilog=examples[name][lang],
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        _help_option(found[name], lang)
    return found


def _help_option(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser._positionals.title = Text("arguments", "引数")[lang]
    parser._optionals.title = Text("options", "オプション")[lang]
    parser.add_argument(
        "-h", "--help", action="help", help=Text("show this help", "このヘルプを表示する")[lang]
    )
