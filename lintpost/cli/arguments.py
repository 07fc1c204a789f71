"""The arguments of the commands and their help, in both languages."""

import argparse
from typing import Any

from lintpost.language import Lang, Text

GROUPS = ("tags", "names", "schema", "baseline", "suppressions")
"""Commands that are made of several; each has its own module of arguments."""

DESCRIPTION = Text(
    "Reads posts (Markdown with front matter) and says what to fix before they go out.",
    "記事（フロントマター付きMarkdown）を読み、公開前に直すところを示します。",
)
EXAMPLES = {
    "": Text(
        """examples:
  lintpost init                         write lintpost.yml, tags.yml and names.yml from your posts
  lintpost tags drift                   tags that may be one
  lintpost names drift                  words that are spelled in several ways
  lintpost check                        check every post
  lintpost check _posts/2026-04-02.md   check one post
  lintpost rule bold/span               what a rule wants, and why""",
        """例:
  lintpost init                         手元の記事から lintpost.yml・tags.yml・names.yml を作る
  lintpost tags drift                   同じものらしいタグを探す
  lintpost names drift                  表記が揺れている語を探す
  lintpost check                        すべての記事を検査する
  lintpost check _posts/2026-04-02.md   1本だけ検査する
  lintpost rule bold/span               ルールの内容と理由を読む""",
    ),
    "check": Text(
        """examples:
  lintpost check                                  the posts of lintpost.yml
  lintpost check drafts/ "posts/**/*.md"          folders, files, patterns
  lintpost check --fix                            write the safe fixes
  lintpost check --diff                           show them first
  lintpost check --select names,bold/span         some rules only
  lintpost check --output-format json --output-file report.json
  cat post.md | lintpost check - --stdin-filename post.md

exit status: 0 nothing to fix, 1 findings at or above --fail-on, 2 trouble""",
        """例:
  lintpost check                                  lintpost.yml の posts に書かれた記事
  lintpost check drafts/ "posts/**/*.md"          フォルダー・ファイル・パターンを指定
  lintpost check --fix                            安全な修正を書き込む
  lintpost check --diff                           書き込む前に差分を見る
  lintpost check --select names,bold/span         一部のルールだけ
  lintpost check --output-format json --output-file report.json
  cat post.md | lintpost check - --stdin-filename post.md

終了コード: 0 指摘なし、1 --fail-on 以上の指摘あり、2 実行できない問題あり""",
    ),
    "fix": Text(
        """examples:
  lintpost fix                       write the safe fixes
  lintpost fix --interactive         one by one
  lintpost fix --diff                show them first
  lintpost fix --select names post.md""",
        """例:
  lintpost fix                       安全な修正を書き込む
  lintpost fix --interactive         1件ずつ確かめながら直す
  lintpost fix --diff                書き込む前に差分を見る
  lintpost fix --select names post.md""",
    ),
    "rules": Text(
        "examples:\n  lintpost rules\n  lintpost rules --select bold",
        "例:\n  lintpost rules\n  lintpost rules --select bold",
    ),
    "rule": Text(
        "examples:\n  lintpost rule names/mixed\n  lintpost rule names/mixed --lang ja",
        "例:\n  lintpost rule names/mixed\n  lintpost rule names/mixed --lang en",
    ),
    "init": Text(
        "examples:\n  lintpost init\n  lintpost init _posts --force\n  lintpost init --from .textlintrc.json\n  lintpost init --ci github",
        "例:\n  lintpost init\n  lintpost init _posts --force\n  lintpost init --from .textlintrc.json\n  lintpost init --ci github",
    ),
    "bold": Text(
        "examples:\n  lintpost bold --differing\n  lintpost bold post.md --output-format json",
        "例:\n  lintpost bold --differing\n  lintpost bold post.md --output-format json",
    ),
    "tags": Text(
        """examples:
  lintpost tags list                      every tag with its posts
  lintpost tags drift                     tags that may be one
  lintpost tags alias AI規制 AI規制対応   merge one into the other, in tags.yml
  lintpost tags apply --diff              what that changes in the posts""",
        """例:
  lintpost tags list                      タグの一覧と記事数
  lintpost tags drift                     同じものらしいタグを探す
  lintpost tags alias AI規制 AI規制対応   AI規制に統合する（tags.yml）
  lintpost tags apply --diff              記事がどう変わるかを見る""",
    ),
    "names": Text(
        """examples:
  lintpost names list                    every name with its mentions and spellings
  lintpost names drift                   words that are spelled in several ways
  lintpost names discover                names that the dictionary lacks
  lintpost names add Vantor --kind product""",
        """例:
  lintpost names list                    名前ごとの出現数と表記
  lintpost names drift                   表記が揺れている語を探す
  lintpost names discover                辞書にない名前の候補を探す
  lintpost names add Vantor --kind product""",
    ),
    "schema": Text(
        "examples:\n  lintpost schema infer > front-matter.yml",
        "例:\n  lintpost schema infer > front-matter.yml",
    ),
    "baseline": Text(
        """examples:
  lintpost baseline create     what is found today is on file; only new findings count
  lintpost baseline show       the debt of each rule
  lintpost baseline prune      take out what was mended""",
        """例:
  lintpost baseline create     今ある指摘を記録し、以後は新しい指摘だけを数える
  lintpost baseline show       ルールごとの残り件数
  lintpost baseline prune      直った分を取り除く""",
    ),
    "suppressions": Text(
        "examples:\n  lintpost suppressions list", "例:\n  lintpost suppressions list"
    ),
    "clean": Text("examples:\n  lintpost clean", "例:\n  lintpost clean"),
    "test-rules": Text(
        "examples:\n  lintpost test-rules\n  lintpost test-rules house-rules/",
        "例:\n  lintpost test-rules\n  lintpost test-rules house-rules/",
    ),
}
COMMANDS = {
    "check": Text("check posts", "記事を検査する"),
    "fix": Text("mend posts, at once or one fix at a time", "記事を直す（一括、または1件ずつ）"),
    "rules": Text("list the rules: what is on, and why", "ルールの一覧（有効・無効とその理由）"),
    "rule": Text("show the page of a rule", "ルールの説明を表示する"),
    "init": Text(
        "write a configuration, a tag list and a names dictionary from the posts that are here",
        "手元の記事から設定・タグ一覧・製品名辞書を作る",
    ),
    "bold": Text(
        "show every bold span, as meant and as each renderer shows it",
        "太字を、意図とレンダラーごとの表示を並べて示す",
    ),
    "tags": Text(
        "count, compare, merge and rename tags, in tags.yml and in the posts",
        "タグを数え、見比べ、統合・改名する（tags.yml と記事）",
    ),
    "names": Text(
        "count and find names, and add them to names.yml",
        "名前を数え、探し、辞書（names.yml）に加える",
    ),
    "schema": Text("propose a schema of the front matter", "フロントマターのスキーマの案を作る"),
    "baseline": Text(
        "put old findings on file, so that only new ones count",
        "既存の指摘を記録し、新しい指摘だけを数える",
    ),
    "suppressions": Text(
        "list the comments that switch findings off", "指摘を抑えている注釈を調べる"
    ),
    "clean": Text("remove the results that are kept", "保存された検査結果を削除する"),
    "test-rules": Text("run the examples of rule files", "ルールファイルの例を実行して確かめる"),
}


def _rule_list(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.split(",") if word.strip())


def common_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """What every command takes."""
    parser.add_argument(
        "--lang", choices=("en", "ja"), metavar="en|ja",
        help=Text("language of the messages", "メッセージの言語")[lang],
    )  # fmt: skip
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", metavar="auto|always|never",
        help=Text("colours (auto: on a terminal, unless NO_COLOR is set)", "色づけ（auto：端末のとき。NO_COLOR があれば無効）")[lang],
    )  # fmt: skip


def config_file_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Which configuration file to use."""
    add = parser.add_argument
    add("--config", metavar="FILE", help=Text("use this configuration for every post", "すべての記事にこの設定ファイルを使う")[lang])  # fmt: skip
    add("--no-config", action="store_true", help=Text("use no configuration file", "設定ファイルを使わない")[lang])  # fmt: skip


def config_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Which configuration file and which rules to use."""
    config_file_options(parser, lang)
    add = parser.add_argument
    add("--select", type=_rule_list, default=(), metavar="RULES", help=Text("run only these rules or families (comma-separated)", "このルール・系列だけを使う（コンマ区切り）")[lang])  # fmt: skip
    add("--ignore", type=_rule_list, default=(), metavar="RULES", help=Text("leave these rules or families out", "このルール・系列を使わない")[lang])  # fmt: skip


def gate_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """What is held back: known findings, and what stood there before."""
    add = parser.add_argument
    add("--baseline", metavar="FILE", help=Text("findings in this file are known (default: `baseline` of lintpost.yml)", "このファイルにある指摘は既知とする（省略時は lintpost.yml の baseline）")[lang])  # fmt: skip
    add("--no-baseline", action="store_true", help=Text("report known findings too", "既知の指摘も報告する")[lang])  # fmt: skip
    add("--baseline-strict", action="store_true", help=Text("fail on entries that nothing matches any more", "該当しなくなった項目が残っていれば終了コードを1にする")[lang])  # fmt: skip
    add("--changed", nargs="?", const="", metavar="REF", help=Text("only posts that changed since the merge base with REF (default: the main branch)", "REF（省略時は主ブランチ）との分岐点から変わった記事だけ")[lang])  # fmt: skip
    add("--changed-lines", action="store_true", help=Text("of those only findings on added lines, and rules over the whole post", "そのうち、加わった行の指摘と、記事全体を見るルールだけ")[lang])  # fmt: skip


def _check(parser: argparse.ArgumentParser, lang: Lang) -> None:
    def add(*names: str, help: Text, **more: Any) -> None:
        parser.add_argument(*names, help=help[lang], **more)

    add("paths", nargs="*", metavar="PATH", help=Text("files, folders, patterns, or - for standard input (default: the posts of lintpost.yml)", "ファイル・フォルダー・パターン。- は標準入力（省略時は lintpost.yml の posts）"))  # fmt: skip
    add("--fix", action="store_true", help=Text("write the safe fixes, report the rest", "安全な修正を書き込み、残りを報告する"))  # fmt: skip
    add("--unsafe-fixes", action="store_true", help=Text("write those too that want a human eye", "確認が必要な修正も書き込む"))  # fmt: skip
    add("--fix-only", action="store_true", help=Text("write the fixes and report nothing", "修正だけして、残りを報告しない"))  # fmt: skip
    add("--diff", action="store_true", help=Text("show the fixes as a diff, write nothing (status 1 if there are any)", "修正を差分で示す（書き込まない。あれば終了コード1）"))  # fmt: skip
    add("--add-suppressions", nargs="?", const="", metavar="REASON", help=Text("write a comment that switches each finding off", "指摘を抑える注釈を書き込む"))  # fmt: skip
    config_options(parser, lang)
    gate_options(parser, lang)
    add("--fail-on", choices=("error", "warning", "info", "never"), metavar="error|warning|info|never", help=Text("lowest severity that ends in status 1 (default: warning)", "終了コード1にする重要度の下限（既定は warning）"))  # fmt: skip
    add("--max-findings", type=int, metavar="N", help=Text("so many of them are let pass (default: 0)", "この件数までは許す（既定は0）"))  # fmt: skip
    add("--exit-zero", action="store_true", help=Text("end in status 0 whatever was found", "指摘があっても終了コードを0にする"))  # fmt: skip
    add("--exit-non-zero-on-fix", action="store_true", help=Text("end in status 1 if anything was fixed", "修正したら終了コードを1にする"))  # fmt: skip
    from lintpost.cli.reports import FORMATS

    add("--output-format", choices=FORMATS, default="rich", metavar="FORMAT", help=Text(f"how to report: {', '.join(FORMATS)}", f"報告の形式：{', '.join(FORMATS)}"))  # fmt: skip
    add("--report", action="append", default=[], metavar="FORMAT:FILE", help=Text("write another report to a file (may be repeated)", "別の形式の報告をファイルに書く（繰り返し指定できる）"))  # fmt: skip
    add("--output-file", metavar="FILE", help=Text("write the report to a file", "報告をファイルに書く"))  # fmt: skip
    add("--statistics", action="store_true", help=Text("show counts by rule instead of the findings", "指摘の代わりにルールごとの件数を示す"))  # fmt: skip
    add("--quiet", "-q", action="store_true", help=Text("findings only: no summary, no progress", "指摘だけを示す（集計と進み具合を省く）"))  # fmt: skip
    add("--jobs", "-j", type=int, default=0, metavar="N", help=Text("number of workers (default: as many as pay off)", "並列数（既定は自動）"))  # fmt: skip
    add("--executor", metavar="dask://HOST:PORT", help=Text("let the workers of a Dask cluster check (they must see the posts under the same paths)", "Daskクラスターで検査する（各ワーカーから同じパスで記事が見えること）"))  # fmt: skip
    add("--watch", action="store_true", help=Text("stay, and check again whenever a file changes", "終了せず、ファイルが変わるたびに検査し直す"))  # fmt: skip
    add("--no-cache", action="store_true", help=Text("check every post anew, keep no results", "前回の結果を使わず、すべて検査し直す（結果も残さない）"))  # fmt: skip
    _cache_dir(parser, lang)
    add("--stdin-filename", metavar="PATH", help=Text("the path that standard input stands for", "標準入力の記事のパス"))  # fmt: skip
    add("--show-settings", action="store_true", help=Text("show the settings in force and stop", "有効な設定を表示して終わる"))  # fmt: skip
    add("--show-files", action="store_true", help=Text("show the posts that would be checked and stop", "検査する記事の一覧を表示して終わる"))  # fmt: skip


def _rule(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("name", metavar="NAME", help=Text("the rule, such as bold/span", "ルール名（例：bold/span）")[lang])  # fmt: skip
    config_options(parser, lang)


def _bold(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help=Text("files, folders or patterns (default: the posts of lintpost.yml)", "ファイル・フォルダー・パターン（省略時は lintpost.yml の posts）")[lang])  # fmt: skip
    add("--differing", action="store_true", help=Text("only what some renderer shows otherwise", "表示が分かれるものだけを示す")[lang])  # fmt: skip
    add("--output-format", choices=("rich", "json"), default="rich", metavar="rich|json", help=Text("how to report", "報告の形式")[lang])  # fmt: skip
    config_file_options(parser, lang)


def _init(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("path", nargs="?", default=".", metavar="PATH", help=Text("where the posts are (default: here)", "記事のある場所（省略時はここ）")[lang])  # fmt: skip
    parser.add_argument("--force", action="store_true", help=Text("overwrite files that are there", "既存のファイルを上書きする")[lang])  # fmt: skip
    parser.add_argument("--from", dest="from_", metavar="FILE", help=Text("carry over .textlintrc, .vale.ini or .markdownlint.*", ".textlintrc・.vale.ini・.markdownlint.* を引き継ぐ")[lang])  # fmt: skip
    parser.add_argument("--ci", choices=("github", "gitlab", "pre-commit"), metavar="github|gitlab|pre-commit", help=Text("write a ready-made CI job or hook, and nothing else", "CIの設定（またはpre-commitのフック）だけを作る")[lang])  # fmt: skip


def _clean(parser: argparse.ArgumentParser, lang: Lang) -> None:
    _cache_dir(parser, lang)


def _cache_dir(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("--cache-dir", metavar="DIR", help=Text("where results are kept (default: LINTPOST_CACHE_DIR, or the user's cache folder)", "結果の保存先（省略時は LINTPOST_CACHE_DIR、またはユーザーのキャッシュフォルダー）")[lang])  # fmt: skip


def _test_rules(parser: argparse.ArgumentParser, lang: Lang) -> None:
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help=Text("packs of rules (default: the built-in rules)", "ルールのフォルダー（省略時は組み込みルール）")[lang])  # fmt: skip


def _fix(parser: argparse.ArgumentParser, lang: Lang) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help=Text("files, folders or patterns (default: the posts of lintpost.yml)", "ファイル・フォルダー・パターン（省略時は lintpost.yml の posts）")[lang])  # fmt: skip
    add("--interactive", "-i", action="store_true", help=Text("ask for each fix, the unsafe ones too", "1件ずつ確かめながら直す（確認が必要な修正も含む）")[lang])  # fmt: skip
    add("--unsafe-fixes", action="store_true", help=Text("write those too that want a human eye", "確認が必要な修正も書き込む")[lang])  # fmt: skip
    add("--diff", action="store_true", help=Text("show the fixes as a diff, write nothing (status 1 if there are any)", "修正を差分で示す（書き込まない。あれば終了コード1）")[lang])  # fmt: skip
    config_options(parser, lang)


ARGUMENTS = {
    "check": _check,
    "fix": _fix,
    "rules": config_options,
    "rule": _rule,
    "bold": _bold,
    "init": _init,
    "clean": _clean,
    "test-rules": _test_rules,
}
