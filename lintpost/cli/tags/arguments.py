"""The arguments of ``lintpost tags …`` and their help, in both languages."""

import argparse
from typing import Any

from lintpost.cli.arguments import config_file_options
from lintpost.language import Lang, Text

COMMANDS = {
    "list": Text("count the tags of the posts", "記事のタグを数える"),
    "drift": Text("find tags that may be one", "同じものらしいタグを探す"),
    "add": Text("add a tag to tags.yml", "tags.yml にタグを加える"),
    "alias": Text(
        "make words other names of a tag, in tags.yml", "語をタグの別名にする（tags.yml）"
    ),
    "retire": Text(
        "retire a tag, in tags.yml, with or without a successor",
        "タグを廃止する（tags.yml。後継も指定できる）",
    ),
    "apply": Text(
        "write into the posts what tags.yml says: aliases, retired and implied tags",
        "tags.yml の別名・廃止・上位タグを記事に反映する",
    ),
    "rename": Text(
        "rename a tag, in tags.yml and in the posts", "タグを改名する（tags.yml と記事）"
    ),
}
EXAMPLES = {
    "list": Text(
        "examples:\n  lintpost tags list\n  lintpost tags list --categories _posts/2026",
        "例:\n  lintpost tags list\n  lintpost tags list --categories _posts/2026",
    ),
    "drift": Text(
        "examples:\n  lintpost tags drift\n"
        "  lintpost tags drift --output-format commands > merge.sh   # look it through, then run it",
        "例:\n  lintpost tags drift\n"
        "  lintpost tags drift --output-format commands > merge.sh   # 見直してから実行する",
    ),
    "add": Text(
        "examples:\n  lintpost tags add RAG --alias 検索拡張生成 --group 技術 --implies LLM",
        "例:\n  lintpost tags add RAG --alias 検索拡張生成 --group 技術 --implies LLM",
    ),
    "alias": Text(
        'examples:\n  lintpost tags alias AI規制 AI規制対応 "AI 規制"',
        '例:\n  lintpost tags alias AI規制 AI規制対応 "AI 規制"',
    ),
    "retire": Text(
        "examples:\n  lintpost tags retire 最新ニュース --use 業界動向\n  lintpost tags retire その他",
        "例:\n  lintpost tags retire 最新ニュース --use 業界動向\n  lintpost tags retire その他",
    ),
    "apply": Text(
        "examples:\n  lintpost tags apply --diff\n  lintpost tags apply\n\n"
        "exit status: 0 done, 1 --diff would change something, 2 trouble",
        "例:\n  lintpost tags apply --diff\n  lintpost tags apply\n\n"
        "終了コード: 0 完了、1 --diff で変更あり、2 実行できない問題あり",
    ),
    "rename": Text(
        "examples:\n  lintpost tags rename DX推進 DX --diff\n  lintpost tags rename DX推進 DX",
        "例:\n  lintpost tags rename DX推進 DX --diff\n  lintpost tags rename DX推進 DX",
    ),
}


def _adder(parser: argparse.ArgumentParser, lang: Lang) -> Any:
    def add(*names: str, help: Text, **more: Any) -> None:
        parser.add_argument(*names, help=help[lang], **more)

    return add


def _field(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _adder(parser, lang)("--categories", action="store_true", help=Text("the categories, not the tags", "タグではなくカテゴリーを扱う"))  # fmt: skip
    config_file_options(parser, lang)


def _paths(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _adder(parser, lang)("paths", nargs="*", metavar="PATH", help=Text("files, folders or patterns (default: the posts of lintpost.yml)", "ファイル・フォルダー・パターン（省略時は lintpost.yml の posts）"))  # fmt: skip


def _format(parser: argparse.ArgumentParser, lang: Lang, *formats: str) -> None:
    _adder(parser, lang)("--output-format", choices=formats, default="rich", metavar="|".join(formats), help=Text("how to report", "報告の形式"))  # fmt: skip


def _list(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _paths(parser, lang)
    _format(parser, lang, "rich", "json")
    _field(parser, lang)


def _drift(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _paths(parser, lang)
    _format(parser, lang, "rich", "json", "commands")
    _field(parser, lang)


def _add(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _adder(parser, lang)
    add("name", metavar="NAME", help=Text("the new tag", "新しいタグ"))
    add("--alias", action="append", default=[], metavar="WORD", help=Text("another name of it (may be repeated)", "別名（繰り返し指定できる）"))  # fmt: skip
    add("--group", metavar="GROUP", help=Text("its group", "グループ"))
    add("--description", metavar="TEXT", help=Text("what it is for", "説明"))
    add("--implies", action="append", default=[], metavar="TAG", help=Text("a tag that must be there too (may be repeated)", "一緒に付ける上位のタグ（繰り返し指定できる）"))  # fmt: skip
    _field(parser, lang)


def _alias(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _adder(parser, lang)
    add("name", metavar="TAG", help=Text("the tag to write", "正しいタグ"))
    add("words", nargs="+", metavar="WORD", help=Text("words that mean it; a tag among them is merged into it", "別名にする語（既存のタグなら統合する）"))  # fmt: skip
    _field(parser, lang)


def _retire(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _adder(parser, lang)
    add("name", metavar="TAG", help=Text("the tag to retire", "廃止するタグ"))
    add("--use", metavar="TAG", help=Text("the tag to write instead", "代わりに使うタグ"))
    _field(parser, lang)


def _diff(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _adder(parser, lang)("--diff", action="store_true", help=Text("show the changes, write nothing", "変更を差分で示す（書き込まない）"))  # fmt: skip


def _apply(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _paths(parser, lang)
    _diff(parser, lang)
    _field(parser, lang)


def _rename(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = _adder(parser, lang)
    add("old", metavar="OLD", help=Text("the tag as it is", "今のタグ"))
    add("new", metavar="NEW", help=Text("its new name; one that exists merges the two", "新しい名前（既存のタグなら統合する）"))  # fmt: skip
    _paths(parser, lang)
    _diff(parser, lang)
    _field(parser, lang)


ARGUMENTS = {
    "list": _list,
    "drift": _drift,
    "add": _add,
    "alias": _alias,
    "retire": _retire,
    "apply": _apply,
    "rename": _rename,
}
