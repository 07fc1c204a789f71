"""The arguments of ``lintpost trend``."""

from lintpost.cli.arguments.common import Usage, argument, number, output_format
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost trend health.jsonl\n  lintpost trend health.jsonl --rule bold",
        "例:\n  lintpost trend health.jsonl\n  lintpost trend health.jsonl --rule bold",
    ),
    (
        argument("history", metavar="HISTORY", en="the file of `dashboard --history`",
                 ja="`dashboard --history` で書いたファイル"),
        argument("--rule", metavar="RULE", en="count one rule or family", ja="1つのルールかファミリーだけを数える"),
        number("--limit", metavar="N", default=20, en="latest runs to show, 0 for all (default: 20)",
               ja="表示する回数。0はすべて（既定は20）"),
        output_format("rich", "json"),
    ),
)  # fmt: skip
