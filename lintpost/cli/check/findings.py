"""Checks posts and reports what is found."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TextIO

from lintpost.cli.errors import print_errors, print_refused, warn
from lintpost.cli.progress import count_others, progress
from lintpost.cli.reports import needs_text, open_reports
from lintpost.cli.session import Session
from lintpost.engine.repeats import without_repeats
from lintpost.engine.reviewed_sites import leaves_sites_out, reviewed_sites
from lintpost.engine.summary import Summary
from lintpost.errors import UsageError
from lintpost.language import Lang

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from lintpost.engine.finding import PostError, PostResult
    from lintpost.engine.gate.gate import Gate


def report_findings(session: Session, paths: list[str], gate: "Gate | None") -> int:
    """Check posts and report; returns the exit status."""
    from lintpost.engine.run import Run

    options, lang = session.options, session.lang
    keep_text = needs_text(options, lang) or (gate is not None and gate.needs_text)
    with _executor(options.executor, lang) as executor:
        counting = partial(count_others, options=options, lang=lang)
        run = Run(paths, session.configurations, options.jobs, keep_text, executor, counting)
        summary = Summary()
        summary.site_left_out = leaves_sites_out(paths, session.configurations)
        reviewed = bool(reviewed_sites(paths, session.configurations))
        checked = run.checked()
        with progress(checked, len(paths), options, lang, reported_later=reviewed) as shown:
            return write_reports(session, run.completed(shown), summary, gate)


def write_reports(
    session: Session,
    results: "Iterable[PostResult]",
    summary: Summary,
    gate: "Gate | None",
    out: TextIO | None = None,
) -> int:
    """Send results to the reports that the options ask for; returns the exit status.

    `out` is what a report without a file is written to, by default standard output.
    """
    errors: list[PostError] = []
    refused: list[tuple[str, tuple[tuple[str, int], ...]]] = []
    has_baseline = gate is not None and gate.baseline is not None
    with open_reports(session, baseline=has_baseline, out=out) as reports:
        for result in map(without_repeats, gate.passed(results) if gate else results):
            summary.add(result)
            errors += result.errors
            refused += [(result.path, result.refused)] if result.refused else []
            reports.post(result)
        stale = gate.stale() if gate else None
        if stale is not None:
            summary.add(stale, of_posts=False)
            reports.post(stale)
        reports.end(summary)
    print_errors(errors, session.lang)
    for broken in reports.broken:
        warn(broken.text[session.lang])
    for path, rules in refused:
        print_refused(path, rules, session.lang)
    if errors or reports.broken:
        return 2
    strict = gate is not None and gate.strict and stale is not None
    return _status(session, summary, failed=strict or bool(refused))


def _status(session: Session, summary: Summary, *, failed: bool) -> int:
    options, run_settings = session.options, session.run_settings
    if options.exit_non_zero_on_fix and summary.fixed:
        return 1
    if options.exit_zero:
        return 0
    fail_on = run_settings.fail_on
    rules = tuple(rule for rule, _ in fail_on.rules)
    return int(failed or summary.fails(fail_on.severity, rules, run_settings.max_findings))


@contextmanager
def _executor(address: str | None, lang: Lang) -> "Iterator[Executor | None]":
    """The executor at an address; None for this machine. Raises `UsageError`."""
    if not address:
        yield None
        return
    from lintpost.engine.executors import ExecutorError, open_executor

    try:
        with open_executor(address) as executor:
            yield executor
    except ExecutorError as error:
        raise UsageError(error.text[lang]) from None
