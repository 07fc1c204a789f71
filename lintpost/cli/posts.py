"""The posts that a command line names."""

import os
import sys
from typing import TYPE_CHECKING

from lintpost.language import Lang

if TYPE_CHECKING:
    from lintpost.config.run_settings import RunSettings
    from lintpost.config.settings import Settings


def find_posts(
    arguments: list[str], settings: "RunSettings | Settings", lang: Lang
) -> tuple[list[str], bool]:
    """The paths, sorted, and whether an argument led to none (which is said on standard error)."""
    if arguments and all(map(os.path.isfile, arguments)):
        return sorted(dict.fromkeys(map(os.path.normpath, arguments))), False
    from lintpost.engine.discovery.discover import Globs, discover

    globs = Globs(settings.root, settings.posts, settings.exclude)
    paths, missing = discover(arguments, globs)
    for argument in missing:
        print(f"lintpost: {argument.argument}: {argument.text[lang]}", file=sys.stderr)
    return paths, bool(missing)
