"""``lintpost completion SHELL``: the script by which a shell completes command lines."""

import argparse
import os
import sys

from lintpost.language import Lang


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the script of a shell; returns 0."""
    path = os.path.join(os.path.dirname(__file__), f"lintpost.{options.shell}")
    with open(path, encoding="utf-8") as file:
        sys.stdout.write(file.read())
    return 0
