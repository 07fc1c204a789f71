"""The arguments of ``lintpost rules``."""

from lintpost.cli.arguments.common import CONFIG, Usage, output_format
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost rules\n  lintpost rules --select bold",
        "例:\n  lintpost rules\n  lintpost rules --select bold",
    ),
    (output_format("rich", "json"), *CONFIG),
)
