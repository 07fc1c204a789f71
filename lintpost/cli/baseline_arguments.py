"""The arguments of ``lintpost baseline …`` and their help, in both languages."""

import argparse
from typing import Any

from lintpost.cli.arguments import config_options
from lintpost.language import Lang, Text

COMMANDS = {
    "create": Text(
        "put all that is found today on file: from now on only new findings count",
        "今ある指摘を記録する（以後は新しい指摘だけを数える）",
    ),
    "update": Text(
        "add new findings, take out what was mended", "新しい指摘を加え、直った分を取り除く"
    ),
    "prune": Text("take out what was mended", "直った分を取り除く"),
    "show": Text("the debt of each rule", "ルールごとの残り件数を示す"),
}
EXAMPLES = {
    "create": Text("examples:\n  lintpost baseline create", "例:\n  lintpost baseline create"),
    "update": Text(
        "examples:\n  lintpost baseline update\n  lintpost baseline update --no-new-debt   # in CI",
        "例:\n  lintpost baseline update\n  lintpost baseline update --no-new-debt   # CIで",
    ),
    "prune": Text("examples:\n  lintpost baseline prune", "例:\n  lintpost baseline prune"),
    "show": Text("examples:\n  lintpost baseline show", "例:\n  lintpost baseline show"),
}


def _common(parser: argparse.ArgumentParser, lang: Lang) -> Any:
    def add(*names: str, help: Text, **more: Any) -> None:
        parser.add_argument(*names, help=help[lang], **more)

    add("--baseline", metavar="FILE", help=Text("the file (default: `baseline` of lintpost.yml)", "ファイル（省略時は lintpost.yml の baseline）"))  # fmt: skip
    config_options(parser, lang)
    return add


def _create(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _common(parser, lang)("--force", action="store_true", help=Text("overwrite a file that is there", "既存のファイルを上書きする"))  # fmt: skip


def _update(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _common(parser, lang)("--no-new-debt", action="store_true", help=Text("refuse to add anything (status 1)", "項目を増やさない（増えるなら終了コード1）"))  # fmt: skip


def _prune(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _common(parser, lang)


def _show(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _common(parser, lang)("--output-format", choices=("rich", "json"), default="rich", metavar="rich|json", help=Text("how to report", "報告の形式"))  # fmt: skip


ARGUMENTS = {"create": _create, "update": _update, "prune": _prune, "show": _show}
