"""The arguments of ``lintpost man``."""

from lintpost.cli.arguments.common import Usage
from lintpost.language import Text

USAGE = Usage(
    Text(
        "examples:\n  lintpost man | man -l -\n  lintpost man > ~/.local/share/man/man1/lintpost.1",
        "例:\n  lintpost man --lang ja | man -l -\n  lintpost man > ~/.local/share/man/man1/lintpost.1",
    )
)
