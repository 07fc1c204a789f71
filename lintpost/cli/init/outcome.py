"""What ``lintpost init`` prints."""

import os
import sys
from typing import TextIO

from lintpost.cli.errors import print_errors
from lintpost.config.globs import matches
from lintpost.config.migrate.migration import Migration, account, short
from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text, plural
from lintpost.report.drawing.wrap import wrap
from lintpost.report.outlook_table import outlook_table
from lintpost.report.summary_line import summary_line
from lintpost.report.terminal import line_width, terminal_of
from lintpost.report.visible import visible
from lintpost.surveys.scaffold.config_text import needs_japanese_words
from lintpost.surveys.scaffold.outlook import Outlook
from lintpost.surveys.scaffold.scaffold import Scaffold

_SYSTEMS = {
    "jekyll": "Jekyll", "hugo": "Hugo", "zola": "Zola", "astro": "Astro", "zenn": "Zenn", "qiita": "Qiita",
}  # fmt: skip
_JAPANESE = Text(
    "Rules for Japanese prose need `pip install 'lintpost[ja]'` (MeCab; or: pip install mecab-python3 ipadic). "
    "lintpost.yml says where to switch them on.",
    "日本語の文章のルールには `pip install 'lintpost[ja]'` が必要です"
    "（MeCab。pip install mecab-python3 ipadic でも可）。有効にする箇所は lintpost.yml にあります。",
)
_LANGUAGES = {"ja": Text("Japanese", "日本語"), "en": Text("English", "英語")}


def print_written(made: Scaffold) -> None:
    """Print what kind of site was found, and the files that were written."""
    lang, facts = made.lang, made.facts
    names = ", ".join(made.files)
    if not facts.paths:
        _say(
            Text(f"No posts here yet. Written: {names}", f"記事はまだありません。作成：{names}"),
            lang,
        )
        return
    system = _SYSTEMS.get(facts.layout.preset, "")
    folders = ", ".join(_used(facts.layout.globs, facts.paths))
    main = _LANGUAGES[facts.main][lang]
    count = facts.found.posts
    en = (
        f"{system + ': ' if system else ''}{count} {'post' if count == 1 else 'posts'} in {folders}"
    )
    ja = f"{system + '：' if system else ''}{folders} の記事{count}本を読みました"
    if facts.found.japanese or facts.english:
        en, ja = f"{en}, mostly {main}", f"{ja}（主に{main}）"
    en, ja = f"{en}.", f"{ja}。"
    _say(Text(en, ja), lang)
    if facts.editions:
        others = ", ".join(f"{one.lang} {one.posts}" for one in facts.editions)
        _say(Text(f"Other languages have settings of their own (`overrides`): {others}.",
                  f"ほかの言語には別の設定を付けました（`overrides`）：{others}。"), lang)  # fmt: skip
    for folder in facts.layout.other:
        _say(Text(f"Not read: {folder} (Qiita). One lintpost.yml is for one site.",
                  f"{folder}（Qiita）は読んでいません。lintpost.yml は1つのサイト用です。"), lang)  # fmt: skip
    _say(_contents(made), lang)
    if needs_japanese_words(facts):
        _say(_JAPANESE, lang)
    print_errors(facts.found.unreadable, lang)


def print_outlook(made: Scaffold, outlook: Outlook, out: TextIO) -> None:
    """Print the table of what `check` would find, and three next steps."""
    lang, summary = made.lang, outlook.summary
    terminal = terminal_of(out)
    if summary.findings:
        print()
        _say(Text("What `lintpost check` finds now:", "今 `lintpost check` で見つかるもの："), lang)
        out.write(outlook_table(terminal, summary, outlook.examples, lang))
    for line in wrap(summary_line(summary, lang), terminal.width, terminal.width):
        out.write(line + "\n")
    print_errors(summary.errors, lang)
    out.write("\n" + Text("Next:", "次にすること：")[lang] + "\n")
    for number, step in enumerate(_steps(made, summary), 1):
        for index, line in enumerate(wrap(step[lang], terminal.width - 5, terminal.width - 5)):
            out.write(f"{f'  {number}. ' if not index else '     '}{line}\n")


def _steps(made: Scaffold, summary: Summary) -> list[Text]:
    fixable = summary.fixable
    files = [name for name in made.files if name in ("lintpost.yml", "tags.yml", "names.yml")]
    they = "it is" if len(files) == 1 else "they are"
    steps = [
        Text(
            f"Look through {', '.join(files)}: {they} your house style, guessed from the posts.",
            f"{'・'.join(files)} を見直す。記事から推測した、このサイトの決まりです。",
        )
    ]
    if fixable:
        steps.append(
            Text(
                f"`lintpost check --diff` shows {plural(fixable, 'safe fix', 'safe fixes')}; "
                f"`lintpost check --fix` writes {'it' if fixable == 1 else 'them'}.",
                f"`lintpost check --diff` で安全な修正{fixable}件を確かめ、`lintpost check --fix` で書き込む。",
            )
        )
    elif summary.findings:
        steps.append(
            Text(
                "`lintpost check` shows each place.", "`lintpost check` で、それぞれの箇所を見る。"
            )
        )
    else:
        steps.append(
            Text(
                "`lintpost check --watch` checks again whenever you save.",
                "`lintpost check --watch` で、保存するたびに検査する。",
            )
        )
    if summary.fails("warning"):
        steps.append(
            Text(
                "Too much to mend at once? `lintpost baseline create` puts today's findings on file, and only new "
                "ones count. (That is what old posts are for: rules on names, tags, front matter, links and "
                "broken bold all stay on.)",
                "一度に直しきれないときは `lintpost baseline create`。今ある指摘を記録し、以後は新しい指摘だけを"
                "数えます（名前・タグ・フロントマター・リンク・表示されない太字のルールは、古い記事のために切らず、"
                "すべて有効のままにしてあります）。",
            )
        )
    else:
        steps.append(
            Text(
                "`lintpost init --ci github` writes a job that checks every change.",
                "`lintpost init --ci github` で、変更のたびに検査するCIの設定を作る。",
            )
        )
    return steps


def _used(globs: tuple[str, ...], paths: list[str]) -> list[str]:
    """The patterns that find a post which no earlier one finds."""
    left = [os.path.relpath(path).replace(os.sep, "/") for path in paths]
    used = []
    for glob in globs:
        others = [path for path in left if not matches(path, (glob,))]
        if len(others) < len(left):
            used.append(glob)
            left = others
    return used


def _contents(made: Scaffold) -> Text:
    """The files that were written, and how much is in them."""
    en, ja = dict.fromkeys(made.files, ""), dict.fromkeys(made.files, "")
    if made.facts.found.names:
        count = len(made.facts.found.names)
        en["names.yml"], ja["names.yml"] = f" ({count} names)", f"（名前{count}個）"
    if made.tags is not None:
        en["tags.yml"], ja["tags.yml"] = f" ({made.tags.tags} tags", f"（タグ{made.tags.tags}個"
        if made.tags.once:
            en["tags.yml"] += f"; {made.tags.once} are used once: keep, merge or drop them"
            ja["tags.yml"] += (
                f"。うち{made.tags.once}個は1本だけ：残すか統合するか廃止するかを決めます"
            )
        en["tags.yml"] += ")"
        ja["tags.yml"] += "）"
    return Text(
        "Written: " + ", ".join(name + more for name, more in en.items()),
        "作成：" + "、".join(name + more for name, more in ja.items()),
    )


def _say(text: Text, lang: Lang) -> None:
    width = line_width(sys.stdout)
    for line in wrap(text[lang], width, width):
        print(line)


def print_migration(found: Migration, lang: Lang) -> None:
    """Print what became of every rule and option of another linter's configuration."""
    carried = [item for item in found.items if item.target]
    left = [item for item in found.items if not item.target]
    total = len(found.items)
    text = Text(
        f"{found.name}: {len(carried)} of {total} rules and options carried over.",
        f"{found.name}：{total}件のルール・オプションのうち{len(carried)}件を引き継ぎました。",
    )
    print(text[lang])
    for item in carried:
        print(visible(f"  {item.source} {short(item.value)} -> {item.target}"))
    if left:
        text = Text(
            "Not carried over (listed in lintpost.yml too):",
            "引き継げなかったもの（lintpost.yml にも書きました）：",
        )
        print(text[lang])
        for item in left:
            print(visible(f"  {account(item, lang)}"))
