"""Parses the command line; its help and its errors are in both languages."""

import argparse
import os
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

from lintpost.cli.arguments.common import COMMON, Action, Argument, Usage, add_arguments
from lintpost.cli.commands import COMMANDS, DESCRIPTION, EXAMPLES
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.version import __version__

_FEW = 6
"""Choices that are listed when none of them was given."""
_COMMAND = Text("COMMAND", "コマンド")


def parse(arguments: list[str], lang: Lang) -> argparse.Namespace:
    """The options of a command line, with its `command` and, where it has one, its `action`.

    Only the parser of the command that the line begins with is made, which takes longer than parsing.
    Raises `UsageError`, and `SystemExit` once help or version are printed.
    """
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        return _without_command(arguments, lang)
    usage: Usage = import_module(f"lintpost.cli.{COMMANDS[name].arguments}").USAGE
    command = Action(COMMANDS[name].summary, usage.examples, usage.arguments)
    if not usage.actions:
        return _parse_with(command, {"command": name}, arguments[1:], lang)
    action = arguments[1] if len(arguments) > 1 else ""
    if action in usage.actions:
        names = {"command": name, "action": action}
        return _parse_with(usage.actions[action], names, arguments[2:], lang)
    parser = parser_of(command, f"lintpost {name}", lang)
    parser.add_commands({name: action.summary for name, action in usage.actions.items()})
    return parser.parse_args(arguments[1:])


def _without_command(arguments: list[str], lang: Lang) -> argparse.Namespace:
    """Print help or version, or raise what is wrong with the line."""
    parser = Parser(lang, prog="lintpost", description=DESCRIPTION[lang], epilog=EXAMPLES[lang])
    text = Text("show the version", "バージョンを表示する")
    parser.add_argument(
        "--version", action="version", version=f"lintpost {__version__}", help=text[lang]
    )
    parser.add_commands({name: command.summary for name, command in COMMANDS.items()})
    first = arguments[0] if arguments else ""
    if first.startswith("-") and first not in parser._option_string_actions:
        raise UsageError(parser._unexpected(first)[lang])
    return parser.parse_args(arguments)


def _parse_with(
    action: Action, names: dict[str, str], arguments: list[str], lang: Lang
) -> argparse.Namespace:
    """The options of an action, and its names."""
    prog = " ".join(("lintpost", *names.values()))
    parser = parser_of(action, prog, lang)
    add_arguments(parser, (*action.arguments, *COMMON), lang)
    parser.usage = _usage(prog, action.arguments, lang)
    parser.set_defaults(**names)
    return parser.parse_args(arguments)


def _usage(prog: str, arguments: Iterable[Argument], lang: Lang) -> str:
    """How a command is called, its options in one word: by name they filled half a screen."""
    words = [prog, Text("[OPTIONS]", "[オプション]")[lang]]
    for names, _, settings, _ in arguments:
        metavar = settings.get("metavar", names[0])
        if not names[0].startswith("-"):
            shapes = {
                "*": f"[{metavar} ...]",
                "+": f"{metavar} [{metavar} ...]",
                "?": f"[{metavar}]",
            }
            words.append(shapes.get(settings.get("nargs", ""), metavar))
        elif settings.get("required"):
            words.append(f"{names[0]} {metavar}")
    return " ".join(words)


def parser_of(action: Action, prog: str, lang: Lang) -> "Parser":
    """A parser with the summary and the examples of an action, and no arguments yet."""
    summary = action.summary[lang]
    description = summary[0].upper() + summary[1:] + Text(".", "。")[lang]
    return Parser(lang, prog=prog, description=description, epilog=action.examples[lang])


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `UsageError`, in the language of its help."""

    def __init__(self, lang: Lang, **settings: Any) -> None:
        super().__init__(
            **settings,
            formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=_columns() - 2),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.lang: Lang = lang
        self._positionals.title = Text("arguments", "引数")[lang]
        self._optionals.title = Text("options", "オプション")[lang]
        text = Text("show this help", "このヘルプを表示する")
        self.add_argument("-h", "--help", action="help", help=text[lang])

    def add_commands(self, summaries: Mapping[str, Text]) -> None:
        """List commands of which one must be named."""
        commands = self.add_subparsers(
            required=True,
            prog=self.prog,
            metavar=_COMMAND[self.lang],
            title=Text("commands", "コマンド")[self.lang],
        )
        for name, summary in summaries.items():
            commands.add_parser(name, help=summary[self.lang], lang=self.lang)

    def format_help(self) -> str:
        """The help, its first word in the user's language as well."""
        text = super().format_help()
        return text.replace("usage: ", "使い方: ", 1) if self.lang == "ja" else text

    def parse_args(  # type: ignore[override]
        self, args: list[str], namespace: None = None
    ) -> argparse.Namespace:
        """Parse arguments. Raises `UsageError`."""
        try:
            options, rest = self.parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            raise UsageError(self._explained(error)[self.lang]) from None
        if rest:
            raise UsageError(self._unexpected(rest[0])[self.lang])
        return options

    def error(self, message: str) -> NoReturn:
        """Raise the error of missing arguments, for which Python before 3.13 calls this."""
        raise argparse.ArgumentError(None, message)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Raise `UsageError` for a value that is not one of the action's choices."""
        if action.choices is None or value in action.choices:
            return
        is_command = isinstance(action.choices, dict)
        what = Text("command", "コマンド") if is_command else Text("value", "値")
        text = _unknown(str(value), map(str, action.choices), what)
        if not is_command:
            name, choices = (
                [*action.option_strings, action.metavar][0],
                list(map(str, action.choices)),
            )
            listed = ", ".join(choices) if len(choices) <= _FEW else ""
            text = Text(
                f"{name}: {text.en}{f' ({listed})' if listed else ''}",
                f"{name}：{text.ja}{f'（{listed}）' if listed else ''}",
            )
        raise UsageError(text[self.lang])

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
        actions = self._actions
        if any(action.nargs == 0 and "/".join(action.option_strings) == name for action in actions):
            return Text(f"{name} takes no value", f"{name} に値は指定できません")
        return Text(f"{name} needs a value", f"{name} には値が必要です")

    def _unexpected(self, word: str) -> Text:
        if not word.startswith("-"):
            return Text(f"unexpected argument `{word}`", f"余分な引数です：{word}")
        from lintpost.cli.unknown_option import before_the_command, unknown_option

        if self.prog == "lintpost":
            return before_the_command(word, self._actions)
        return unknown_option(word, self.prog, self._actions)


def _unknown(word: str, known: Iterable[str], what: Text) -> Text:
    from lintpost.files.settings_error import unknown_word

    return unknown_word(word, known, what)


def _columns() -> int:
    """The width of the terminal. argparse would import `shutil` for it, which takes as long as parsing."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80
