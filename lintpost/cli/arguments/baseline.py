"""The arguments of ``lintpost baseline``."""

from lintpost.cli.arguments.common import CONFIG, Action, Usage, argument, flag, output_format
from lintpost.language import Text

_FILE = (
    argument(
        "--baseline",
        metavar="FILE",
        en="file of known findings (default: `baseline` of lintpost.yml)",
        ja="既知の指摘のファイル（省略時は lintpost.yml の baseline）",
    ),
    *CONFIG,
)
USAGE = Usage(
    Text(
        """examples:
  lintpost baseline create     record today's findings; from now on only new ones count
  lintpost baseline show       known findings by rule
  lintpost baseline prune      remove entries that were fixed""",
        """例:
  lintpost baseline create     今ある指摘を記録し、以後は新しい指摘だけを数える
  lintpost baseline show       ルールごとの残り件数
  lintpost baseline prune      直った分を取り除く""",
    ),
    actions={
        "create": Action(
            Text(
                "record today's findings, so that from now on only new ones count",
                "今ある指摘を記録する（以後は新しい指摘だけを数える）",
            ),
            Text("examples:\n  lintpost baseline create", "例:\n  lintpost baseline create"),
            (
                *_FILE,
                flag("--force", en="overwrite an existing file", ja="既存のファイルを上書きする"),
            ),
        ),
        "update": Action(
            Text(
                "add new findings, remove entries that were fixed",
                "新しい指摘を加え、直った分を取り除く",
            ),
            Text(
                "examples:\n  lintpost baseline update\n"
                "  lintpost baseline update --no-new-debt   # in CI",
                "例:\n  lintpost baseline update\n"
                "  lintpost baseline update --no-new-debt   # CIで",
            ),
            (
                *_FILE,
                flag(
                    "--no-new-debt",
                    en="end with status 1 if there are new findings, and write nothing",
                    ja="新しい指摘があれば何も書き込まず、終了コードを1にする",
                ),
            ),
        ),
        "prune": Action(
            Text("remove entries that were fixed", "直った分を取り除く"),
            Text("examples:\n  lintpost baseline prune", "例:\n  lintpost baseline prune"),
            _FILE,
        ),
        "show": Action(
            Text("count known findings by rule", "ルールごとの残り件数を示す"),
            Text("examples:\n  lintpost baseline show", "例:\n  lintpost baseline show"),
            (*_FILE, output_format("rich", "json")),
        ),
    },
)
