"""``lintpost trend``: how the figures of a site change, from a history."""

import argparse
import os
import sys

from lintpost.cli.configured_language import working_language
from lintpost.cli.errors import warn
from lintpost.cli.output import make_console
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.surveys.health.history import read_history


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the runs of a history; returns the exit status."""
    lang = working_language(options, lang)
    if not os.path.lexists(options.history):
        text = Text(f"{options.history}: no such file", f"{options.history}：ファイルがありません")
        raise UsageError(text[lang])
    history = read_history(options.history)
    for number in history.damaged:
        text = Text("no entry of a history: passed over", "履歴として読めない行です。飛ばしました")
        warn(f"{options.history}:{number}: {text[lang]}")
    entries = history.entries[-options.limit :] if options.limit > 0 else history.entries
    if options.output_format == "json":
        sys.stdout.writelines(entry.line() for entry in entries)
    else:
        from lintpost.report.survey.trend_table import trend_table

        trend_table(make_console(sys.stdout, options.color), entries, options.rule, lang)
    return 0
