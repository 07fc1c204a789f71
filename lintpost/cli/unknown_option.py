"""Explains an option that a command does not have."""

import argparse
from collections.abc import Iterable, Iterator
from importlib import import_module

from lintpost.cli.arguments.common import COMMON, Usage
from lintpost.cli.commands import COMMANDS
from lintpost.files.settings_error import unknown_word
from lintpost.language import Text


def unknown_option(word: str, prog: str, actions: Iterable[argparse.Action]) -> Text:
    """What is wrong, and what may be meant: a value of an option (``--json``), an option of another command,
    or the nearest option of this one.
    """
    name = word.partition("=")[0]
    meant = next(_by_value(name.lstrip("-"), actions), None) or next(_elsewhere(name, prog), None)
    if meant is not None:
        return Text(
            f"unknown option `{name}`; did you mean `{meant}`?",
            f"オプション「{name}」はありません。「{meant}」ではありませんか",
        )
    known = (option for action in actions for option in action.option_strings)
    long = [option for option in known if option.startswith("--") or not name.startswith("--")]
    return unknown_word(name, long, Text("option", "オプション"))


def before_the_command(word: str, actions: Iterable[argparse.Action]) -> Text:
    """What is wrong with an option before the command: its place, if a command has it."""
    name = word.partition("=")[0]
    common = (f"lintpost check {name}" for one in COMMON if name in one.names)
    meant = next(_elsewhere(name, ""), None) or next(common, None)
    if meant is None:
        return unknown_option(word, "", actions)
    return Text(
        f"options come after the command, as in `{meant}`",
        f"オプションはコマンドの後に書いてください（例：`{meant}`）",
    )


def _by_value(value: str, actions: Iterable[argparse.Action]) -> Iterator[str]:
    for action in actions:
        if action.option_strings and action.choices and value in action.choices:
            yield f"{action.option_strings[0]} {value}"


def _elsewhere(name: str, prog: str) -> Iterator[str]:
    """Commands that have an option, called with it."""
    for command, found in COMMANDS.items():
        usage: Usage = import_module(f"lintpost.cli.{found.arguments}").USAGE
        called = {command: usage.arguments}
        called |= {f"{command} {action}": one.arguments for action, one in usage.actions.items()}
        for words, arguments in called.items():
            if f"lintpost {words}" != prog and any(name in one.names for one in arguments):
                yield f"lintpost {words} {name}"
