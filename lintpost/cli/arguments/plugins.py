"""The arguments of ``lintpost plugins``."""

from lintpost.cli.arguments.common import Usage, output_format
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost plugins\n  lintpost plugins --output-format json",
        "例:\n  lintpost plugins\n  lintpost plugins --output-format json",
    ),
    (output_format("text", "json"),),
)
