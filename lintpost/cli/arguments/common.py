"""How arguments are declared, and those that several commands take."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from lintpost.errors import UsageError
from lintpost.language import Lang, Text


class Argument(NamedTuple):
    """An argument, its help, how argparse is to take it, and the heading of the help that it stands under;
    None for the first: positional arguments, and the options of every day.
    """

    names: tuple[str, ...]
    help: Text
    settings: Mapping[str, Any]
    heading: Text | None = None


class Action(NamedTuple):
    """One of the actions that a command is made of, such as ``lintpost tags list``."""

    summary: Text
    examples: Text
    arguments: tuple[Argument, ...] = ()


class Usage(NamedTuple):
    """What a command takes: arguments, or one of several actions."""

    examples: Text
    arguments: tuple[Argument, ...] = ()
    actions: Mapping[str, Action] = MappingProxyType({})


def headed(en: str, ja: str, *arguments: Argument) -> tuple[Argument, ...]:
    """Arguments that stand under a heading of their own in the help."""
    return tuple(argument._replace(heading=Text(en, ja)) for argument in arguments)


def argument(*names: str, en: str, ja: str, **settings: Any) -> Argument:
    """An argument with its help in both languages."""
    return Argument(names, Text(en, ja), settings)


def flag(*names: str, en: str, ja: str) -> Argument:
    """An option without a value."""
    return argument(*names, en=en, ja=ja, action="store_true")


def choice(name: str, *choices: str, en: str, ja: str, default: str | None = None) -> Argument:
    """An option whose value is one of a few words."""
    metavar = "|".join(choices)
    return argument(name, en=en, ja=ja, choices=choices, default=default, metavar=metavar)


def repeated(name: str, metavar: str, *, en: str, ja: str) -> Argument:
    """An option that may be given several times."""
    return argument(name, en=en, ja=ja, action="append", default=[], metavar=metavar)


def number(*names: str, metavar: str, en: str, ja: str, default: int | None = None) -> Argument:
    """An option whose value is a whole number."""
    return argument(*names, en=en, ja=ja, type=int, default=default, metavar=metavar)


def day(*names: str, en: str, ja: str) -> Argument:
    """An option whose value is a day, as text in the form YYYY-MM-DD."""
    return argument(*names, en=en, ja=ja, type=date, metavar="YYYY-MM-DD")


def output_format(*formats: str) -> Argument:
    """``--output-format``, the first format by default."""
    return choice(
        "--output-format", *formats, default=formats[0], en="report format", ja="報告の形式"
    )


def add_arguments(
    parser: argparse.ArgumentParser, arguments: Iterable[Argument], lang: Lang
) -> None:
    """Give a parser arguments, with their help in one language."""
    groups: dict[Text, argparse._ArgumentGroup] = {}
    for names, help, settings, heading in arguments:
        taken = dict(settings)
        if taken.get("type") is int:
            taken["type"] = _whole_number(names[0], lang)
        elif taken.get("type") is date:
            taken["type"] = _day(names[0], lang)
        if heading is None:
            parser.add_argument(*names, help=help[lang], **taken)
            continue
        if heading not in groups:
            groups[heading] = parser.add_argument_group(heading[lang])
        groups[heading].add_argument(*names, help=help[lang], **taken)


def _whole_number(name: str, lang: Lang) -> Callable[[str], int]:
    def convert(value: str) -> int:
        try:
            return int(value)
        except ValueError:
            text = Text(
                f"{name} needs a whole number, not `{value}`",
                f"{name} には整数を指定してください（「{value}」は使えません）",
            )
            raise UsageError(text[lang]) from None

    return convert


def _day(name: str, lang: Lang) -> Callable[[str], str]:
    def convert(value: str) -> str:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            text = Text(
                f"{name} needs a day in the form 2026-04-02, not `{value}`",
                f"{name} には 2026-04-02 の形の日付を指定してください（「{value}」は使えません）",
            )
            raise UsageError(text[lang]) from None

    return convert


def _rule_list(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.split(",") if word.strip())


COMMON = headed(
    "messages",
    "メッセージ",
    choice("--lang", "en", "ja", en="language of messages", ja="メッセージの言語"),
    choice(
        "--color",
        "auto",
        "always",
        "never",
        default="auto",
        en="use of colors (auto: on a terminal, unless NO_COLOR is set)",
        ja="色づけ（auto：端末のとき。NO_COLOR があれば無効）",
    ),
)
PATHS = argument(
    "paths",
    nargs="*",
    metavar="PATH",
    en="files, folders or patterns (default: the posts of lintpost.yml)",
    ja="ファイル・フォルダー・パターン（省略時は lintpost.yml の posts）",
)
CONFIG_FILE = headed(
    "configuration",
    "設定",
    argument(
        "--config",
        metavar="FILE",
        en="use this configuration file for every post",
        ja="すべての記事にこの設定ファイルを使う",
    ),
    flag("--no-config", en="use no configuration file", ja="設定ファイルを使わない"),
    flag(
        "--preview",
        en="turn preview rules on, as `preview: true` does",
        ja="プレビュー中のルールも使う（設定の `preview: true` と同じ）",
    ),
)
RULES = (
    argument(
        "--select",
        type=_rule_list,
        default=(),
        metavar="RULES",
        en="run only these rules or families (comma-separated)",
        ja="このルール・系列だけを使う（コンマ区切り）",
    ),
    argument(
        "--ignore",
        type=_rule_list,
        default=(),
        metavar="RULES",
        en="do not run these rules or families",
        ja="このルール・系列を使わない",
    ),
)
NO_SITE = flag(
    "--no-site",
    en="leave out the rules that look over the whole site",
    ja="サイト全体を見るルールを使わない",
)
CONFIG = (*RULES, *CONFIG_FILE)
UNSAFE_FIXES = flag(
    "--unsafe-fixes",
    en="take unsafe fixes too; review them afterwards",
    ja="安全と言い切れない修正（unsafe）も対象にする。適用後の確認が必要",
)
DIFF = flag(
    "--diff",
    en="show fixes as a diff instead of writing them (exit status 1 if there are any)",
    ja="修正を書き込まずに差分で示す（修正があれば終了コード1）",
)
DIFF_OF_FILE = flag(
    "--diff",
    en="show the change as a diff instead of writing it",
    ja="変更を書き込まずに差分で示す",
)
CACHE_DIR = argument(
    "--cache-dir",
    metavar="DIR",
    en="folder of the cache (default: LINTPOST_CACHE_DIR, or the user's cache folder)",
    ja="キャッシュのフォルダー（省略時は LINTPOST_CACHE_DIR、またはユーザーのキャッシュフォルダー）",
)
