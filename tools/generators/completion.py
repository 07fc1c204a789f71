"""Scripts for shells, from the parser: every command, option, format, rule and family."""

import argparse
from collections.abc import Iterator

import shtab

from lintpost.cli.arguments.completion import SHELLS
from lintpost.cli.full_parser import full_parser
from lintpost.packs.builtin import load_pack, rules_folder
from lintpost.report.formats import FORMATS

_FILES = ("paths", "config", "output_file", "baseline", "head", "base", "history", "output", "file")


def completions() -> dict[str, str]:
    """The text of each script by its path in the repository."""
    return {
        f"lintpost/cli/completion/lintpost.{shell}": shtab.complete(_parser(), shell).rstrip()
        + "\n"
        for shell in SHELLS
    }


def _parser() -> argparse.ArgumentParser:
    """The parser, its arguments with what they may be."""
    parser = full_parser("en")
    rules = sorted(load_pack(rules_folder()))
    words = [*rules, *dict.fromkeys(rule.split("/")[0] for rule in rules)]
    for prog, action in _arguments(parser):
        if action.dest in ("select", "ignore") or (prog, action.dest) == ("lintpost trend", "rule"):
            action.choices = words
        elif (prog, action.dest) == ("lintpost rule", "name"):
            action.choices = rules
        elif action.dest == "output_format" and prog == "lintpost check":
            action.choices = list(FORMATS)
        elif action.dest == "report":
            action.choices = [f"{name}:" for name in FORMATS]
        elif action.dest in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.dest in ("cache_dir", "folders", "folder"):
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    return parser


def _arguments(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    """Every argument with the command that it belongs to."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from _arguments(one)
        else:
            yield parser.prog, action
