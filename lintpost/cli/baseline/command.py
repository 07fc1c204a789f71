"""``lintpost baseline create``, ``update``, ``prune`` and ``show``."""

import argparse
import os

from lintpost.cli.baseline.show import show
from lintpost.cli.baseline.write import write_baseline
from lintpost.cli.errors import print_errors, warn
from lintpost.cli.progress import progress
from lintpost.cli.session import Session
from lintpost.engine.finding import PostResult
from lintpost.engine.gate.baseline import DEFAULT_NAME, Baseline
from lintpost.engine.run import Run
from lintpost.errors import UsageError
from lintpost.language import Lang, Text


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run one of the actions; returns the exit status."""
    session = Session(options, lang, [])
    lang, run_settings = session.lang, session.run_settings
    default = os.path.join(run_settings.root, DEFAULT_NAME)
    path = options.baseline or run_settings.baseline or default
    creates = options.action == "create"
    if creates and os.path.isfile(path) and not options.force:
        shown = os.path.relpath(path)
        text = Text(
            f"{shown} is there already: use `lintpost baseline update`, or --force",
            f"{shown} はもうあります。`lintpost baseline update` か --force を使ってください",
        )
        raise UsageError(text[lang])
    baseline = Baseline(path) if creates else Baseline.read(path)
    baseline.know_old_names(session.settings().rules)
    if options.action == "show":
        return show(baseline, session)
    paths, _ = session.find_posts()
    if not paths:
        return 2
    results = _check(session, paths, baseline)
    if results is None:
        return 2
    return write_baseline(session, baseline, results)


def _check(session: Session, paths: list[str], baseline: Baseline) -> list[PostResult] | None:
    """The results of all posts, known findings apart; None where a post cannot be checked."""
    run = Run(paths, session.configurations, keep_text=True)
    shown = argparse.Namespace(quiet=False)
    with progress(run.checked(), len(paths), shown, session.lang, reported_later=True) as checked:
        results = [baseline.split(result) for result in run.completed(checked)]
    errors = [error for result in results for error in result.errors]
    if not errors:
        return results
    print_errors(errors, session.lang)
    text = Text(
        "posts that cannot be checked would lose their entries: nothing was written",
        "検査できない記事の項目が失われるため、書き込みませんでした",
    )
    warn(text[session.lang])
    return None
