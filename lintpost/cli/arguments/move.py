"""The arguments of ``lintpost move``."""

from lintpost.cli.arguments.common import CONFIG_FILE, Usage, argument, flag
from lintpost.language import Text

USAGE = Usage(
    Text(
        "Exit status: 0 done (or shown), 1 done, but links are left that could not be rewritten, 2 nothing was done.\n\n"
        "examples:\n  lintpost move _posts/2026-04-02-npu.md _posts/2026-04-02-what-is-an-npu.md --diff\n"
        "  lintpost move _posts/2026-04-02-npu.md _posts/2026-04-02-what-is-an-npu.md\n"
        "  lintpost move content/news content/archive",
        "終了コード：0 完了（または差分を表示）、1 完了したが書き換えられないリンクが残った、2 何もしていない。\n\n"
        "例:\n  lintpost move _posts/2026-04-02-npu.md _posts/2026-04-02-what-is-an-npu.md --diff\n"
        "  lintpost move _posts/2026-04-02-npu.md _posts/2026-04-02-what-is-an-npu.md\n"
        "  lintpost move content/news content/archive",
    ),
    (
        argument("old", metavar="OLD", en="a post or a folder", ja="記事またはフォルダー"),
        argument(
            "new",
            metavar="NEW",
            en="its new path; for a post also the folder that it goes to",
            ja="新しいパス（記事なら、移す先のフォルダーでもよい）",
        ),
        flag(
            "--diff",
            en="show everything that would change, and write nothing",
            ja="変わるものをすべて差分で示し、何も書き込まない",
        ),
        *CONFIG_FILE,
    ),
)
