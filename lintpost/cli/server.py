"""``lintpost server``."""

import argparse

from lintpost.config.run_settings import CliOverrides
from lintpost.language import Lang


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Serve an editor until it ends the session; returns the exit status."""
    from lintpost.server.serve import serve

    return serve(CliOverrides(lang=options.lang))
