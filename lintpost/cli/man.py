"""``lintpost man``: the manual page, made from the parser."""

import argparse
import re
import sys

from lintpost.cli.commands import DESCRIPTION, EXAMPLES
from lintpost.cli.full_parser import full_parser
from lintpost.language import Lang, Text
from lintpost.post.lazy import lazy
from lintpost.version import __version__

_STATUS = Text(
    "0: nothing to fix. 1: findings at or above --fail-on. 2: something could not be done. 130: interrupted.",
    "0：直すものなし。1：--fail-on 以上の指摘あり。2：実行できないものがあった。130：中断。",
)
_BREAK = lazy("(?<=[\u3041-\u9fff、。，）」・])(?=[^、。，）」・ー\\s])")
"""Where a Japanese line may end: roff breaks at spaces unless it is told."""
_HEADS = {
    "NAME": Text("NAME", "名前"),
    "SYNOPSIS": Text("SYNOPSIS", "書式"),
    "DESCRIPTION": Text("DESCRIPTION", "説明"),
    "COMMANDS": Text("COMMANDS", "コマンド"),
    "STATUS": Text("EXIT STATUS", "終了コード"),
    "EXAMPLES": Text("EXAMPLES", "例"),
}


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the page for `man`; returns 0."""
    sys.stdout.write(manual(options.lang or lang))
    return 0


def manual(lang: Lang) -> str:
    """The page in the language of `man` (roff with the macros of man(7))."""
    lines = [
        f'.TH LINTPOST 1 "" "lintpost {__version__}"',
        ".ad l",
        _head("NAME", lang),
        f"lintpost \\- {_escaped(DESCRIPTION[lang].rstrip('.。'))}",
        _head("SYNOPSIS", lang),
        ".B lintpost\n.I COMMAND\n.RI [ ... ]",
        _head("DESCRIPTION", lang),
        _escaped(DESCRIPTION[lang]),
        _head("COMMANDS", lang),
        *_commands(full_parser(lang)),
        _head("STATUS", lang),
        _escaped(_STATUS[lang]),
        _head("EXAMPLES", lang),
        ".nf",
        *map(_escaped, EXAMPLES[lang].splitlines()[1:]),
        ".fi",
    ]
    return "\n".join(lines) + "\n"


def _head(name: str, lang: Lang) -> str:
    return f'.SH "{_HEADS[name][lang]}"'


def _commands(parser: argparse.ArgumentParser) -> list[str]:
    """A section for each command, or each of its actions, with their arguments."""
    lines: list[str] = []
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        for one in action.choices.values():
            inner = _commands(one)
            lines += inner or _command(one)
    return lines


def _command(parser: argparse.ArgumentParser) -> list[str]:
    lines = [f'.SS "{_escaped(parser.prog)}"', _escaped(parser.description or "")]
    for action in parser._actions:
        if action.help == argparse.SUPPRESS or action.dest == "help":
            continue
        lines += [".TP", _names(action), _escaped(action.help or "")]
    return lines


def _names(action: argparse.Action) -> str:
    """How an argument is written, with its value in italics."""
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest
    value = "" if action.nargs == 0 else f"\\fI{_escaped(metavar)}\\fR"
    if not action.option_strings:
        return value
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in action.option_strings)
    return f"{names} {value}".rstrip()


def _escaped(text: str) -> str:
    """Text as roff shows it: no line of it is a command, and hyphens can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%")
    text = _BREAK.sub(r"\\:", text)
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)
