"""The arguments of ``lintpost test-rules``."""

from lintpost.cli.arguments.common import Usage, argument
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost test-rules\n  lintpost test-rules my-rules/",
        "例:\n  lintpost test-rules\n  lintpost test-rules my-rules/",
    ),
    (
        argument(
            "folders",
            nargs="*",
            metavar="FOLDER",
            en="folders of rules (default: the built-in rules)",
            ja="ルールのフォルダー（省略時は組み込みルール）",
        ),
    ),
)
