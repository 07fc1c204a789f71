"""The arguments of ``lintpost suppressions``."""

from lintpost.cli.arguments.common import CONFIG_FILE, PATHS, Action, Usage, output_format
from lintpost.language import Text

USAGE = Usage(
    Text("examples:\n  lintpost suppressions list", "例:\n  lintpost suppressions list"),
    actions={
        "list": Action(
            Text("list suppression comments", "抑制コメントの一覧を示す"),
            Text(
                "examples:\n  lintpost suppressions list\n"
                "  lintpost suppressions list --output-format json",
                "例:\n  lintpost suppressions list\n"
                "  lintpost suppressions list --output-format json",
            ),
            (PATHS, output_format("concise", "json"), *CONFIG_FILE),
        )
    },
)
