"""The arguments of ``lintpost schema``."""

from lintpost.cli.arguments.common import CONFIG_FILE, PATHS, Action, Usage, number
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost schema infer > front-matter.yml",
        "例:\n  lintpost schema infer > front-matter.yml",
    ),
    actions={
        "infer": Action(
            Text(
                "propose a schema from the front matter of existing posts",
                "今ある記事のフロントマターからスキーマの案を作る",
            ),
            Text(
                "examples:\n  lintpost schema infer > front-matter.yml\n"
                "  lintpost schema infer --required 80 _posts/",
                "例:\n  lintpost schema infer > front-matter.yml\n"
                "  lintpost schema infer --required 80 _posts/",
            ),
            (
                PATHS,
                number(
                    "--required",
                    default=100,
                    metavar="PERCENT",
                    en="percentage of posts from which a key counts as required (default: 100)",
                    ja="この割合（%%）以上の記事にあるキーを必須とする（既定は100）",
                ),
                *CONFIG_FILE,
            ),
        )
    },
)
