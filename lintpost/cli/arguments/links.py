"""The arguments of ``lintpost links``."""

from lintpost.cli.arguments.common import (
    CONFIG_FILE,
    PATHS,
    Usage,
    flag,
    headed,
    number,
    output_format,
)
from lintpost.language import Text

_ONLINE = headed(
    "asking servers",
    "サーバーへの問い合わせ",
    number(
        "--max-age",
        metavar="DAYS",
        default=7,
        en="ask again for what was fine more than DAYS days ago (default: 7; 0: for everything)",
        ja="正常だった結果を使い回す日数（既定値：7。0 ならすべて確かめる）",
    ),
    number(
        "--jobs",
        metavar="N",
        default=8,
        en="requests at once (default: 8; at most 2 to one host)",
        ja="同時に問い合わせる数（既定値：8。1ホストにつき最大2）",
    ),
    number(
        "--timeout",
        metavar="SECONDS",
        default=10,
        en="the longest that a request may take (default: 10)",
        ja="1回の問い合わせにかける最長の秒数（既定値：10）",
    ),
    number(
        "--delay",
        metavar="SECONDS",
        default=1,
        en="time between two requests to one host (default: 1)",
        ja="同じホストへの問い合わせの間隔（秒、既定値：1）",
    ),
    flag(
        "--allow-private",
        en="ask hosts that are not public, too (localhost, 192.168.…)",
        ja="公開されていないホスト（localhost、192.168.… など）にも問い合わせる",
    ),
)
USAGE = Usage(
    Text(
        "Exit status: 0 if no address is known to be dead, 1 if one is dead or has a bad certificate, 2 if a post\n"
        "could not be read.\n\n"
        "examples:\n  lintpost links                          list the external addresses of the posts\n"
        "  lintpost links --online                 ask their servers whether they are there\n"
        "  lintpost links --online _posts/2026 --output-format json",
        "終了コード：リンク切れがなければ0、リンク切れか証明書の問題があれば1、読めない記事があれば2。\n\n"
        "例:\n  lintpost links                          記事から外部へのリンク先を挙げる\n"
        "  lintpost links --online                 リンク先があるかどうかをサーバーに確かめる\n"
        "  lintpost links --online _posts/2026 --output-format json",
    ),
    (
        PATHS,
        flag(
            "--online",
            en="ask the servers (the only thing in lintpost that uses the network)",
            ja="サーバーに問い合わせる（ネットワークを使うのはこの機能だけ）",
        ),
        output_format("rich", "json"),
        *_ONLINE,
        *CONFIG_FILE,
    ),
)
