"""``lintpost mcp``."""

import argparse
import os

from lintpost.config.run_settings import CliOverrides
from lintpost.errors import UsageError
from lintpost.language import Lang, Text


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Serve a program that writes until it closes the stream; returns the exit status."""
    from lintpost.server.mcp.serve import serve

    if not os.path.isdir(options.root):
        text = Text(
            f"--root {options.root}: no such folder",
            f"--root {options.root}：フォルダーがありません",
        )
        raise UsageError(text[lang])
    return serve(options.root, CliOverrides(lang=options.lang))
