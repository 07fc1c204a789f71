"""The arguments of ``lintpost bold``."""

from lintpost.cli.arguments.common import CONFIG_FILE, PATHS, Usage, flag, output_format
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost bold --differing\n  lintpost bold post.md --output-format json",
        "例:\n  lintpost bold --differing\n  lintpost bold post.md --output-format json",
    ),
    (
        PATHS,
        flag(
            "--differing",
            en="only spans that some renderer does not show as they are meant",
            ja="どれかのレンダラーで意図どおりに表示されないものだけを示す",
        ),
        output_format("rich", "json"),
        *CONFIG_FILE,
    ),
)
