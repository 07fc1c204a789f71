"""The arguments of ``lintpost fix``."""

from lintpost.cli.arguments.common import (
    CONFIG_FILE,
    DIFF,
    NO_SITE,
    PATHS,
    RULES,
    UNSAFE_FIXES,
    Usage,
    flag,
)
from lintpost.language import Text

USAGE = Usage(
    Text(
        """examples:
  lintpost fix                       apply the safe fixes
  lintpost fix --interactive         one by one
  lintpost fix --diff                show them first
  lintpost fix --select names post.md""",
        """例:
  lintpost fix                       安全な修正を適用する
  lintpost fix --interactive         1件ずつ確かめながら修正する
  lintpost fix --diff                書き込む前に差分を見る
  lintpost fix --select names post.md""",
    ),
    (
        PATHS,
        flag(
            "--interactive",
            "-i",
            en="ask about each fix, unsafe ones included",
            ja="1件ずつ確かめながら修正する（安全と言い切れない修正も含む）",
        ),
        DIFF,
        *RULES,
        NO_SITE,
        UNSAFE_FIXES,
        *CONFIG_FILE,
    ),
)
