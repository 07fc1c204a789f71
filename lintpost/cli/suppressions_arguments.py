"""The arguments of ``lintpost suppressions …`` and their help, in both languages."""

import argparse

from lintpost.cli.arguments import config_file_options
from lintpost.language import Lang, Text

COMMANDS = {
    "list": Text("list the comments that switch findings off", "指摘を抑えている注釈の一覧"),
}
EXAMPLES = {
    "list": Text(
        "examples:\n  lintpost suppressions list\n  lintpost suppressions list --output-format json",
        "例:\n  lintpost suppressions list\n  lintpost suppressions list --output-format json",
    ),
}


def _list(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help=Text("files, folders or patterns (default: the posts of lintpost.yml)", "ファイル・フォルダー・パターン（省略時は lintpost.yml の posts）")[lang])  # fmt: skip
    add("--output-format", choices=("concise", "json"), default="concise", metavar="concise|json", help=Text("how to report", "報告の形式")[lang])  # fmt: skip
    config_file_options(parser, lang)


ARGUMENTS = {"list": _list}
