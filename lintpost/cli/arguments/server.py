"""The arguments of ``lintpost server``."""

from lintpost.cli.arguments.common import Usage
from lintpost.language import Text

USAGE = Usage(
    Text(
        """An editor starts this command, and speaks the Language Server Protocol (3.17) with it over
standard input and output. docs/editors.md has the settings of several editors.

examples:
  lintpost server              what an editor is told to start
  lintpost server --lang ja    with messages in Japanese, whatever lintpost.yml says""",
        """エディターがこのコマンドを起動し、標準入出力で Language Server Protocol（3.17）の
やりとりをします。各エディターの設定は docs/editors.ja.md にあります。

例:
  lintpost server              エディターにこのコマンドを登録する
  lintpost server --lang en    lintpost.yml にかかわらず、英語で表示する""",
    )
)
