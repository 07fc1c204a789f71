"""The arguments of ``lintpost server``."""

from lintpost.cli.arguments.common import Usage
from lintpost.language import Text

USAGE = Usage(
    Text(
        """An editor starts this command and speaks the Language Server Protocol (3.17) with it over standard
input and output; by hand there is nothing to see. docs/editors.md has the settings of several editors.""",
        """エディターがこのコマンドを起動し、標準入出力で Language Server Protocol（3.17）のやりとりをします。
手で実行しても何も表示されません。各エディターの設定は docs/editors.ja.md にあります。""",
    )
)
