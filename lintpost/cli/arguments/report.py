"""The arguments of ``lintpost report``."""

from lintpost.cli.arguments.common import Action, Usage, argument
from lintpost.language import Text

_EXAMPLES = (
    "  lintpost report pr                      against where the branch left the main branch\n"
    "  lintpost report pr origin/release       against where it left another\n"
    "  lintpost report pr lintpost-baseline.jsonl\n"
    "  lintpost report pr base.json --head head.json"
)
_EXAMPLES_JA = (
    "  lintpost report pr                      主ブランチとの分岐点と比べる\n"
    "  lintpost report pr origin/release       ほかのブランチとの分岐点と比べる\n"
    "  lintpost report pr lintpost-baseline.jsonl\n"
    "  lintpost report pr base.json --head head.json"
)

USAGE = Usage(
    Text("examples:\n  lintpost report pr", "例:\n  lintpost report pr"),
    actions={
        "pr": Action(
            Text(
                "write what a branch adds and mends, as a comment of at most 60 lines (Markdown)",
                "ブランチで増えた指摘と直った指摘を、60行以内のコメント（Markdown）にまとめる",
            ),
            Text(f"examples:\n{_EXAMPLES}", f"例:\n{_EXAMPLES_JA}"),
            (
                argument(
                    "base",
                    nargs="?",
                    metavar="BASE",
                    en="a commit or branch, a JSON report, or a baseline (default: the main branch)",
                    ja="コミットやブランチ、JSONの報告、ベースラインのどれか（省略時は主ブランチ）",
                ),
                argument(
                    "--head",
                    metavar="FILE",
                    en="a JSON report of the branch; without it the posts are checked now",
                    ja="ブランチ側のJSONの報告（省略時は今の記事を検査する）",
                ),
            ),
        )
    },
)
