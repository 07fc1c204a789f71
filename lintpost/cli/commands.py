"""The commands: where each is, and what it does in one line."""

from typing import NamedTuple

from lintpost.language import Text


class Command(NamedTuple):
    """A command. Its modules, below `lintpost.cli`, are imported when it is used: `module` has
    `run(options, lang)`, which returns the exit status, and `arguments` its `USAGE`.
    """

    module: str
    arguments: str
    summary: Text


COMMANDS = {
    "check": Command("check.command", "arguments.check", Text("check posts", "記事を検査する")),
    "fix": Command(
        "fix.command",
        "arguments.fix",
        Text(
            "fix posts, all at once or one finding at a time",
            "記事を修正する（一括、または1件ずつ）",
        ),
    ),
    "rules": Command(
        "rules",
        "arguments.rules",
        Text("list the rules: which are on, and why", "ルールの一覧（有効・無効とその理由）"),
    ),
    "rule": Command(
        "rule", "arguments.rule", Text("show the page of a rule", "ルールの説明を表示する")
    ),
    "init": Command(
        "init.command",
        "arguments.init",
        Text(
            "write a configuration, a tag vocabulary and a names dictionary from existing posts",
            "今ある記事から設定・タグ一覧・名前の辞書を作る",
        ),
    ),
    "bold": Command(
        "bold",
        "arguments.bold",
        Text(
            "show each bold span as it is meant and as each renderer shows it",
            "太字の意図と、レンダラーごとの表示を並べて示す",
        ),
    ),
    "tags": Command(
        "tags.command",
        "arguments.tags",
        Text(
            "count, compare, merge and rename tags, in tags.yml and in posts",
            "タグを数え、見比べ、統合・改名する（tags.yml と記事）",
        ),
    ),
    "names": Command(
        "names.command",
        "arguments.names",
        Text(
            "count names, find new ones and add them to names.yml",
            "名前を数え、新しい名前を探し、辞書（names.yml）に加える",
        ),
    ),
    "images": Command(
        "images",
        "arguments.images",
        Text("list the images that nothing uses", "どこからも使われていない画像を挙げる"),
    ),
    "links": Command(
        "links",
        "arguments.links",
        Text(
            "list external links, and ask their servers whether they are there",
            "外部へのリンクを挙げ、リンク切れを確かめる",
        ),
    ),
    "move": Command(
        "move",
        "arguments.move",
        Text(
            "move a post or a folder, and mend the links to it",
            "記事やフォルダーを移し、そこへのリンクを直す",
        ),
    ),
    "schema": Command(
        "schema",
        "arguments.schema",
        Text(
            "propose a schema for the front matter of the posts",
            "フロントマターのスキーマの案を作る",
        ),
    ),
    "baseline": Command(
        "baseline.command",
        "arguments.baseline",
        Text(
            "record existing findings, so that only new ones count",
            "既存の指摘を記録し、新しい指摘だけを数える",
        ),
    ),
    "report": Command(
        "report.command",
        "arguments.report",
        Text(
            "say what a pull request adds and mends, as a comment",
            "プルリクエストで増えた指摘と直った指摘を、コメントの形で示す",
        ),
    ),
    "suppressions": Command(
        "suppressions",
        "arguments.suppressions",
        Text("list suppression comments", "抑制コメントの一覧を示す"),
    ),
    "dashboard": Command(
        "dashboard",
        "arguments.dashboard",
        Text(
            "write a page about the state of the whole site",
            "サイト全体の状態をまとめたページを書き出す",
        ),
    ),
    "trend": Command(
        "trend",
        "arguments.trend",
        Text("show how the figures of the site change", "サイトの数字の推移を示す"),
    ),
    "serve": Command(
        "serve",
        "arguments.serve",
        Text(
            "open a page that shows posts with their findings in the margin",
            "記事と指摘を並べて読むページを開く",
        ),
    ),
    "server": Command(
        "server",
        "arguments.server",
        Text(
            "serve an editor while posts are written (LSP)",
            "執筆中のエディターに応える（LSP）",
        ),
    ),
    "mcp": Command(
        "mcp",
        "arguments.mcp",
        Text(
            "serve a program that drafts posts (MCP)",
            "下書きをするプログラムに応える（MCP）",
        ),
    ),
    "clean": Command(
        "clean", "arguments.clean", Text("delete the cache", "検査結果のキャッシュを削除する")
    ),
    "plugins": Command(
        "plugins",
        "arguments.plugins",
        Text(
            "list what installed plug-ins add, and which are broken",
            "入っているプラグインと、その不具合を示す",
        ),
    ),
    "completion": Command(
        "completion.command",
        "arguments.completion",
        Text(
            "print a script by which a shell completes command lines",
            "シェルの補完スクリプトを出力する",
        ),
    ),
    "man": Command(
        "man", "arguments.man", Text("print the manual page", "マニュアルページを出力する")
    ),
    "test-rules": Command(
        "test_rules",
        "arguments.test_rules",
        Text("run the examples in rule files", "ルールファイルの例を実行して確かめる"),
    ),
}
"""By name, in the order of the help."""
DESCRIPTION = Text(
    "Checks posts (Markdown with front matter) and shows what to fix before they are published.",
    "記事（フロントマター付きMarkdown）を検査し、公開前に直すところを示します。",
)
EXAMPLES = Text(
    """examples:
  lintpost init                         write lintpost.yml, tags.yml and names.yml from your posts
  lintpost tags drift                   tags that may mean the same
  lintpost names drift                  words that are spelled in several ways
  lintpost check                        check every post
  lintpost check _posts/2026-04-02.md   check one post
  lintpost rule bold/span               what a rule looks for, and why""",
    """例:
  lintpost init                         手元の記事から lintpost.yml・tags.yml・names.yml を作る
  lintpost tags drift                   同じ意味らしいタグを探す
  lintpost names drift                  表記が揺れている語を探す
  lintpost check                        すべての記事を検査する
  lintpost check _posts/2026-04-02.md   1本だけ検査する
  lintpost rule bold/span               ルールの内容と理由を読む""",
)
