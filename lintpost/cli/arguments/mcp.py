"""The arguments of ``lintpost mcp``."""

from lintpost.cli.arguments.common import Usage, argument
from lintpost.language import Text

USAGE = Usage(
    Text(
        """A drafting assistant starts this command, and speaks the Model Context Protocol with it over
standard input and output: it checks a draft, explains rules, tells the house style, suggests
tags, looks names up, and fixes what is safe. Files are written on request only, below the root.

examples:
  lintpost mcp                   for the posts of the working folder
  lintpost mcp --root ~/site     for another folder""",
        """執筆アシスタントがこのコマンドを起動し、標準入出力で Model Context Protocol のやりとりを
します。下書きの検査、ルールの説明、表記の決まりの一覧、タグの提案、名前の確認、安全な修正が
できます。ファイルは求められたときだけ、ルートの中に限って書き換えます。

例:
  lintpost mcp                   作業フォルダーの記事に使う
  lintpost mcp --root ~/site     別のフォルダーに使う""",
    ),
    (
        argument(
            "--root",
            metavar="DIR",
            default=".",
            en="the folder outside of which nothing is read or written (default: the working folder)",
            ja="読み書きをこのフォルダーの中に限る（省略時は作業フォルダー）",
        ),
    ),
)
