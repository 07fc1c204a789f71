"""The parser of the whole command line, for what is made from it: shell completion and the manual page.

A run parses with a part of it (`lintpost.cli.parser`), which is faster.
"""

import argparse
from importlib import import_module
from typing import Any

from lintpost.cli.arguments.common import COMMON, Action, Usage, add_arguments
from lintpost.cli.commands import COMMANDS, DESCRIPTION
from lintpost.cli.parser import Parser, parser_of
from lintpost.language import Lang, Text
from lintpost.version import __version__


def full_parser(lang: Lang) -> Parser:
    """The parser with all commands, their actions and arguments."""
    parser = Parser(lang, prog="lintpost", description=DESCRIPTION[lang])
    text = Text("show the version", "バージョンを表示する")
    parser.add_argument("--version", action="version", version=__version__, help=text[lang])
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name, command in COMMANDS.items():
        usage: Usage = import_module(f"lintpost.cli.{command.arguments}").USAGE
        top = Action(command.summary, usage.examples, usage.arguments)
        if not usage.actions:
            _add(commands, name, f"lintpost {name}", top, lang)
            continue
        summary = command.summary[lang]
        inner = commands.add_parser(name, help=summary, lang=lang, description=summary)
        actions = inner.add_subparsers(title="actions", metavar="ACTION", dest="action")
        for word, action in usage.actions.items():
            _add(actions, word, f"lintpost {name} {word}", action, lang)
    return parser


def _add(
    commands: "argparse._SubParsersAction[Any]", name: str, prog: str, action: Action, lang: Lang
) -> None:
    made = parser_of(action, prog, lang)
    add_arguments(made, (*action.arguments, *COMMON), lang)
    commands._name_parser_map[name] = made
    commands._choices_actions.append(commands._ChoicesPseudoAction(name, (), action.summary[lang]))
