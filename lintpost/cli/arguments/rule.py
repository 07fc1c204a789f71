"""The arguments of ``lintpost rule``."""

from lintpost.cli.arguments.common import CONFIG, Usage, argument
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost rule names/mixed\n  lintpost rule names/mixed --lang ja",
        "例:\n  lintpost rule names/mixed\n  lintpost rule names/mixed --lang en",
    ),
    (
        argument(
            "name",
            metavar="NAME",
            en="name of the rule, such as bold/span",
            ja="ルール名（例：bold/span）",
        ),
        *CONFIG,
    ),
)
