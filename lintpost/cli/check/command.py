"""``lintpost check``."""

import argparse

from lintpost.cli.check.check_once import check_once
from lintpost.cli.check.options import complete_options
from lintpost.language import Lang


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Check posts and report; returns the exit status."""
    complete_options(options)
    if options.watch:
        from lintpost.cli.check.watch import watch

        return watch(options, lang)
    return check_once(options, lang)
