"""``lintpost fix``: the fixes written, or asked for one at a time."""

import argparse

from lintpost.cli.check import applied, configurations_of, diff_status
from lintpost.cli.posts import find_posts
from lintpost.engine.edits.fix_paths import fix_paths
from lintpost.engine.summary import Summary
from lintpost.errors import UsageError
from lintpost.language import Lang, Text


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Mend posts; returns the exit status: 0 also where something is left to mend by hand."""
    configurations = configurations_of(options)
    settings = configurations.leading(options.paths)
    lang = options.lang or settings.lang
    if options.interactive and options.diff:
        raise UsageError(Text("--interactive asks and --diff shows: choose one", "--interactive と --diff は同時に使えません")[lang])  # fmt: skip
    paths, missing = find_posts(options.paths, settings, lang)
    if not paths:
        return 2
    if options.interactive:
        from lintpost.cli.interactive import fix_interactively

        status = fix_interactively(paths, configurations, lang)
        return 2 if missing else status
    summary = Summary()
    fixed = fix_paths(paths, configurations, write=not options.diff, unsafe=options.unsafe_fixes)
    results = applied(fixed, summary, diff=options.diff)
    status = diff_status(results, summary, lang, missing)
    if not options.diff:
        print(Text(f"{summary.fixed} findings fixed.", f"{summary.fixed}件を修正しました。")[lang])
    return status if status == 2 or options.diff else 0
