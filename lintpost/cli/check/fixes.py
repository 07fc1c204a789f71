"""``lintpost check --fix``, ``--fix-only`` and ``--diff``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lintpost.cli.check.findings import write_reports
from lintpost.cli.fixes import apply_fixes
from lintpost.cli.progress import fixing
from lintpost.cli.session import Session
from lintpost.engine.edits.fix_paths import fix_paths
from lintpost.engine.reviewed_sites import leaves_sites_out, reviewed_sites
from lintpost.engine.summary import Summary

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult
    from lintpost.engine.gate.gate import Gate


def fix_posts(session: Session, paths: list[str], gate: "Gate | None") -> int:
    """Fix posts and report what is left, or as the options say; returns the exit status."""
    options = session.options
    if options.diff or options.fix_only:
        return _only_fix(session, paths)
    summary = Summary()
    summary.site_left_out = leaves_sites_out(paths, session.configurations)

    def results() -> "Iterator[PostResult]":
        configurations = session.configurations
        reviewed = bool(reviewed_sites(paths, configurations))
        with fixing(paths, session.lang, quiet=options.quiet, reported_later=reviewed) as drawn:
            for fixed in fix_paths(
                paths, configurations, write=True, unsafe=options.unsafe_fixes, drawn=drawn
            ):
                summary.fixed += len(fixed.applied)
                yield fixed.result

    return write_reports(session, results(), summary, gate)


def _only_fix(session: Session, paths: list[str]) -> int:
    options = session.options
    counts = apply_fixes(
        paths,
        session.configurations,
        session.lang,
        diff=options.diff,
        unsafe=options.unsafe_fixes,
        quiet=options.quiet,
    )
    if options.diff:
        return counts.diff_status()
    if not options.quiet:
        counts.print_fixed(session.lang)
    if counts.failed:
        return 2
    return int(counts.refused or (options.exit_non_zero_on_fix and counts.fixed > 0))
