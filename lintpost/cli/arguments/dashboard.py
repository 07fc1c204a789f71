"""The arguments of ``lintpost dashboard``."""

from lintpost.cli.arguments.common import (
    CACHE_DIR,
    CONFIG_FILE,
    NO_SITE,
    PATHS,
    Usage,
    argument,
    flag,
    number,
)
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n"
        "  lintpost dashboard --output health.html --history health.jsonl\n"
        "  lintpost dashboard --link 'vscode://file{path}:{line}:{column}'\n"
        "  lintpost dashboard --link 'https://git.example/site/blob/main/{path}#L{line}'",
        "例:\n"
        "  lintpost dashboard --output health.html --history health.jsonl\n"
        "  lintpost dashboard --link 'vscode://file{path}:{line}:{column}'\n"
        "  lintpost dashboard --link 'https://git.example/site/blob/main/{path}#L{line}'",
    ),
    (
        PATHS,
        argument(
            "--output",
            metavar="FILE",
            default="health.html",
            en="the page (default: health.html)",
            ja="書き出すページ（既定は health.html）",
        ),
        argument(
            "--history",
            metavar="FILE",
            en="add the figures of this run to a file, and show how they change",
            ja="今回の数字をファイルに追記し、これまでの推移を示す",
        ),
        argument(
            "--link",
            metavar="ADDRESS",
            default="",
            en="address of a place, with {path}, {line} and {column}",
            ja="各箇所へのリンク先。{path}・{line}・{column} が置き換わる",
        ),
        NO_SITE,
        number(
            "--jobs",
            metavar="N",
            default=0,
            en="worker processes, 0 to choose",
            ja="並列数。0は自動",
        ),
        flag("--no-cache", en="do not use the cache", ja="キャッシュを使わない"),
        CACHE_DIR,
        *CONFIG_FILE,
    ),
)
