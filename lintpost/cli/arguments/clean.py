"""The arguments of ``lintpost clean``."""

from lintpost.cli.arguments.common import CACHE_DIR, Usage
from lintpost.language import Text

USAGE = Usage(Text("examples:\n  lintpost clean", "例:\n  lintpost clean"), (CACHE_DIR,))
