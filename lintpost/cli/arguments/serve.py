"""The arguments of ``lintpost serve``."""

from lintpost.cli.arguments.common import CONFIG_FILE, PATHS, Usage, flag, number
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost serve\n  lintpost serve --port 8123 --no-browser",
        "例:\n  lintpost serve\n  lintpost serve --port 8123 --no-browser",
    ),
    (
        PATHS,
        number("--port", metavar="N", default=0, en="port (default: a free one)", ja="ポート（省略時は空いているもの）"),
        flag("--no-browser", en="print the address only", ja="ブラウザーを開かず、アドレスだけを表示する"),
        *CONFIG_FILE,
    ),
)  # fmt: skip
