"""The arguments of ``lintpost init``."""

from lintpost.cli.arguments.common import Usage, argument, choice, flag
from lintpost.language import Text

_EXAMPLES = """
  lintpost init
  lintpost init _posts --force
  lintpost init --from .textlintrc.json
  lintpost init --ci github
  lintpost init --ci gitlab --install git+https://git.example.com/lintpost@v1
  lintpost init --agent"""
USAGE = Usage(
    Text(f"examples:{_EXAMPLES}", f"例:{_EXAMPLES}"),
    (
        argument(
            "path",
            nargs="?",
            default=".",
            metavar="PATH",
            en="folder of the posts (default: the working folder)",
            ja="記事のあるフォルダー（省略時は作業フォルダー）",
        ),
        flag("--force", en="overwrite existing files", ja="既存のファイルを上書きする"),
        argument(
            "--from",
            dest="from_",
            metavar="FILE",
            en="take over the settings of .textlintrc, .vale.ini or .markdownlint.*",
            ja=".textlintrc・.vale.ini・.markdownlint.* の設定を引き継ぐ",
        ),
        choice(
            "--ci",
            "github",
            "gitlab",
            "pre-commit",
            en="write a CI job or pre-commit hook, and nothing else",
            ja="CIの設定（またはpre-commitのフック）だけを作る",
        ),
        argument(
            "--install",
            metavar="WHAT",
            en="with --ci: what pip installs, a path, a URL or a requirement (default: this version)",
            ja="--ci と使う。pipでインストールするもの（パス・URL・要件。省略時はこのバージョン）",
        ),
        argument(
            "--index-url",
            metavar="URL",
            en="with --ci: the package index that has lintpost",
            ja="--ci と使う。lintpostのあるパッケージインデックス",
        ),
        argument(
            "--agent",
            nargs="?",
            const="AGENTS.md",
            metavar="FILE",
            en="write how drafting assistants use lintpost into a file (default: AGENTS.md), and nothing else",
            ja="執筆アシスタント向けの使い方だけをファイルに書く（省略時は AGENTS.md）",
        ),
    ),
)
