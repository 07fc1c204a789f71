"""``lintpost fix``: fixes written at once, or asked about one at a time."""

import argparse

from lintpost.cli.fixes import apply_fixes
from lintpost.cli.session import Session
from lintpost.errors import UsageError
from lintpost.language import Lang, Text


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Fix posts; returns the exit status: 0 also where findings are left that no fix is for."""
    session = Session(options, lang, options.paths)
    lang = session.lang
    if options.interactive and options.diff:
        text = Text(
            "--interactive asks and --diff shows: choose one",
            "--interactive と --diff は同時に使えません",
        )
        raise UsageError(text[lang])
    paths, missing = session.find_posts()
    if not paths:
        return 2
    if options.interactive:
        from lintpost.cli.fix.interactive import fix_interactively

        status = fix_interactively(paths, session.configurations, lang)
        return 2 if missing else status
    counts = apply_fixes(
        paths, session.configurations, lang, diff=options.diff, unsafe=options.unsafe_fixes
    )
    if options.diff:
        return 2 if missing else counts.diff_status()
    counts.print_fixed(lang)
    return 2 if missing or counts.failed else 0
