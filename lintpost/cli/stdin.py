"""``lintpost check -``: one post on standard input."""

import argparse
import os
import sys

from lintpost.cli.check import gate_of, write_report
from lintpost.cli.house import House
from lintpost.config.settings import Settings
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import fix_source
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.post.source import Source, UnreadablePost, decode


def check_stdin(
    options: argparse.Namespace, configurations: Configurations, settings: Settings, lang: Lang
) -> int:
    """Check what comes in. With `--fix` the mended text goes out, and the report to stderr."""
    path = options.stdin_filename or "<stdin>"
    folder = options.stdin_filename or os.path.join(os.getcwd(), "stdin.md")
    checker = configurations.checker(folder)
    gate = None
    if options.baseline or (settings.baseline and not options.no_baseline):
        gate = gate_of(options, settings, lang)
    house = House(settings.run_settings, lambda: settings)
    summary = Summary()
    try:
        source = Source(path, decode(path, sys.stdin.buffer.read()))
    except UnreadablePost as error:
        broken = PostResult.failed(PostError(path, error.text))
        return write_report(options, house, lang, [broken], summary)
    if not (options.fix or options.diff):
        result = checker.check_source(source, keep_text=True)
        return write_report(options, house, lang, [result], summary, gate)
    fixed = fix_source(checker, source, unsafe=options.unsafe_fixes)
    summary.fixed = len(fixed.applied)
    if options.diff:
        from lintpost.report.diff import unified_diff

        sys.stdout.write(unified_diff(fixed.path, fixed.before, fixed.after))
        return 1 if fixed.before != fixed.after else 0
    sys.stdout.buffer.write(fixed.after.encode())
    sys.stdout.flush()
    sys.stdout = sys.stderr
    return write_report(options, house, lang, [fixed.result], summary, gate)
