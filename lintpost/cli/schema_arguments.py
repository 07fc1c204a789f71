"""The arguments of ``lintpost schema …`` and their help, in both languages."""

import argparse

from lintpost.cli.arguments import config_file_options
from lintpost.language import Lang, Text

COMMANDS = {
    "infer": Text(
        "propose a schema from the posts that are there", "手元の記事からスキーマの案を作る"
    ),
}
EXAMPLES = {
    "infer": Text(
        "examples:\n  lintpost schema infer > front-matter.yml\n  lintpost schema infer --required 80 _posts/",
        "例:\n  lintpost schema infer > front-matter.yml\n  lintpost schema infer --required 80 _posts/",
    ),
}


def _infer(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help=Text("files, folders or patterns (default: the posts of lintpost.yml)", "ファイル・フォルダー・パターン（省略時は lintpost.yml の posts）")[lang])  # fmt: skip
    add("--required", type=int, default=95, metavar="PERCENT", help=Text("a key that so many of the posts have is required (default: 95)", "この割合（%%）以上の記事にあるキーを必須とする（既定は95）")[lang])  # fmt: skip
    config_file_options(parser, lang)


ARGUMENTS = {"infer": _infer}
