"""The arguments of ``lintpost images``."""

from lintpost.cli.arguments.common import CONFIG_FILE, Usage, argument, output_format
from lintpost.language import Text

USAGE = Usage(
    Text(
        "Exit status: 0 if every image is used, 1 if some are not, 2 if something could not be read.\n\n"
        "examples:\n  lintpost images\n  lintpost images static/ --output-format json",
        "終了コード：未使用の画像がなければ0、あれば1、読めないものがあれば2。\n\n"
        "例:\n  lintpost images\n  lintpost images static/ --output-format json",
    ),
    (
        argument(
            "folders",
            nargs="*",
            metavar="FOLDER",
            en="list only images below these folders (default: all of the site)",
            ja="このフォルダー以下の画像だけを挙げる（省略時はサイト全体）",
        ),
        output_format("rich", "json"),
        *CONFIG_FILE,
    ),
)
