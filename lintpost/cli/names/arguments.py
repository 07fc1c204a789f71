"""The arguments of ``lintpost names …`` and their help, in both languages."""

import argparse
from typing import Any

from lintpost.cli.arguments import config_file_options
from lintpost.language import Lang, Text
from lintpost.site.name import KINDS, POLICIES

COMMANDS = {
    "list": Text(
        "count the names of the dictionary in the posts", "辞書の名前が記事に何回出るかを数える"
    ),
    "drift": Text(
        "find words that are spelled in several ways, without any dictionary",
        "表記が揺れている語を、辞書なしで探す",
    ),
    "discover": Text("find names that the dictionary lacks", "辞書にない名前の候補を探す"),
    "add": Text("add a name to names.yml", "names.yml に名前を加える"),
    "alias": Text(
        "make words other forms of a name, in names.yml", "語を名前の別表記にする（names.yml）"
    ),
}
EXAMPLES = {
    "list": Text("examples:\n  lintpost names list", "例:\n  lintpost names list"),
    "drift": Text(
        "examples:\n  lintpost names drift\n"
        "  lintpost names drift --save spellings.yml   # for the rule names/drift",
        "例:\n  lintpost names drift\n"
        "  lintpost names drift --save spellings.yml   # ルール names/drift で使う",
    ),
    "discover": Text(
        "examples:\n  lintpost names discover\n"
        "  lintpost names discover --output-format yaml > candidates.yml   # to pick from",
        "例:\n  lintpost names discover\n"
        "  lintpost names discover --output-format yaml > candidates.yml   # ここから選ぶ",
    ),
    "add": Text(
        "examples:\n  lintpost names add Huawei --kind company --accepted ファーウェイ",
        "例:\n  lintpost names add Huawei --kind company --accepted ファーウェイ",
    ),
    "alias": Text(
        "examples:\n  lintpost names alias Huawei ファーウェイ\n"
        "  lintpost names alias Huawei ハーウェイ --wrong",
        "例:\n  lintpost names alias Huawei ファーウェイ\n"
        "  lintpost names alias Huawei ハーウェイ --wrong",
    ),
}


def _adder(parser: argparse.ArgumentParser, lang: Lang) -> Any:
    def add(*names: str, help: Text, **more: Any) -> None:
        parser.add_argument(*names, help=help[lang], **more)

    return add


def _survey(parser: argparse.ArgumentParser, lang: Lang, *formats: str) -> Any:
    add = _adder(parser, lang)
    add("paths", nargs="*", metavar="PATH", help=Text("files, folders or patterns (default: the posts of lintpost.yml)", "ファイル・フォルダー・パターン（省略時は lintpost.yml の posts）"))  # fmt: skip
    add("--output-format", choices=formats, default="rich", metavar="|".join(formats), help=Text("how to report", "報告の形式"))  # fmt: skip
    config_file_options(parser, lang)
    return add


def _list(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _survey(parser, lang, "rich", "json")
    add("--all", action="store_true", help=Text("names that no post has, too", "記事に出てこない名前も示す"))  # fmt: skip


def _drift(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _survey(parser, lang, "rich", "json")
    add("--save", metavar="FILE", help=Text("write the majority's spellings to a file", "多数派の表記をファイルに書き出す"))  # fmt: skip


def _discover(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _survey(parser, lang, "rich", "json", "yaml")
    add("--posts", type=int, default=2, metavar="N", help=Text("only names in so many posts and more (default: 2)", "N本以上の記事に出るものだけ（既定は2）"))  # fmt: skip
    add("--limit", type=int, default=50, metavar="N", help=Text("how many to show, 0 for all (default: 50)", "示す件数。0はすべて（既定は50）"))  # fmt: skip


def _add(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _adder(parser, lang)
    add("name", metavar="NAME", help=Text("the new name", "新しい名前"))
    add("--kind", choices=KINDS, metavar="KIND", help=Text(f"one of {', '.join(KINDS)} (default: product)", f"種類。{'、'.join(KINDS)} のどれか（既定は product）"))  # fmt: skip
    add("--owner", metavar="NAME", help=Text("who makes it", "開発・提供元"))
    add("--accepted", action="append", default=[], metavar="FORM", help=Text("another form that is right (may be repeated)", "認める別表記（繰り返し指定できる）"))  # fmt: skip
    add("--variant", action="append", default=[], metavar="FORM", help=Text("a form that is wrong, or /a regular expression/ (may be repeated)", "誤った表記、または /正規表現/（繰り返し指定できる）"))  # fmt: skip
    add("--bold", choices=POLICIES, metavar="POLICY", help=Text(f"one of {', '.join(POLICIES)}", f"太字の方針。{'、'.join(POLICIES)} のどれか"))  # fmt: skip
    add("--gloss", metavar="TEXT", help=Text("how the first mention reads, such as {ja}（{en}）", "初出の書き方（例：{ja}（{en}））"))  # fmt: skip
    add("--diff", action="store_true", help=Text("show the change, write nothing", "変更を差分で示す（書き込まない）"))  # fmt: skip
    config_file_options(parser, lang)


def _alias(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _adder(parser, lang)
    add("name", metavar="NAME", help=Text("the name", "名前"))
    add("words", nargs="+", metavar="FORM", help=Text("its other forms", "別表記にする語"))
    add("--wrong", action="store_true", help=Text("they are wrong forms (`variants`), not right ones (`accepted`)", "認める表記（accepted）ではなく、誤った表記（variants）にする"))  # fmt: skip
    add("--diff", action="store_true", help=Text("show the change, write nothing", "変更を差分で示す（書き込まない）"))  # fmt: skip
    config_file_options(parser, lang)


ARGUMENTS = {"list": _list, "drift": _drift, "discover": _discover, "add": _add, "alias": _alias}
