"""``lintpost check -``: one post on standard input."""

import os
import sys
from typing import TYPE_CHECKING

from lintpost.cli.check.findings import write_reports
from lintpost.cli.check.gate import open_gate
from lintpost.cli.errors import print_errors
from lintpost.cli.session import Session
from lintpost.engine.edits.fix import fix_source
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.review.open_reviews import open_reviews
from lintpost.engine.reviewed_sites import leaves_sites_out, reviewed_sites
from lintpost.engine.summary import Summary
from lintpost.post.source import Source, UnreadablePost, decode

if TYPE_CHECKING:
    from lintpost.engine.review.reviews import Reviews


def check_stdin(session: Session) -> int:
    """Check what comes in. With `--fix` the fixed text is written to standard output, and the report to
    standard error. With `--force-exclude`, a text of a file that is left out comes out as it is. Returns
    the exit status.
    """
    options = session.options
    path = options.stdin_filename or "<stdin>"
    if options.force_exclude and options.stdin_filename and not session.takes(path):
        if options.fix:
            sys.stdout.buffer.write(sys.stdin.buffer.read())
        if options.fix or options.diff:
            return 0
        return write_reports(session, [], Summary(), None)
    settings_for = options.stdin_filename or os.path.join(os.getcwd(), "stdin.md")
    checker = session.configurations.checker(settings_for)
    gate = open_gate(session)
    summary = Summary()
    try:
        source = Source(path, decode(path, sys.stdin.buffer.read()))
    except UnreadablePost as error:
        failed = PostResult.failed(PostError(path, error.text))
        return write_reports(session, [failed], summary, None)
    # Text without a name may be that of any post, and its own file would be another one.
    named = [options.stdin_filename] if options.stdin_filename else []
    summary.site_left_out = leaves_sites_out([settings_for], session.configurations) or (
        not named and bool(reviewed_sites([settings_for], session.configurations))
    )
    reviews = open_reviews(
        named, session.configurations, lambda: {path: checker.note_source(source).facts}
    )
    if not (options.fix or options.diff):
        result = checker.check_source(source, keep_text=True)
        return write_reports(session, [_completed(result, reviews, source)], summary, gate)
    unsafe = options.unsafe_fixes
    review = reviews.fix_review_of(path, unsafe=unsafe) if reviews is not None else None
    fixed = fix_source(checker, source, unsafe=unsafe, review=review)
    if options.diff:
        from lintpost.report.diff import write_diff

        write_diff(sys.stdout, fixed.path, fixed.before, fixed.after)
        print_errors(fixed.result.errors, session.lang)
        return 2 if fixed.result.errors else int(fixed.before != fixed.after)
    summary.fixed = len(fixed.applied)
    sys.stdout.buffer.write(fixed.after.encode())
    sys.stdout.flush()
    result = _completed(fixed.result, reviews, Source(path, fixed.after))
    return write_reports(session, [result], summary, gate, out=sys.stderr)


def _completed(result: PostResult, reviews: "Reviews | None", source: Source) -> PostResult:
    """A result with the findings of the rules over the whole site."""
    if reviews is None:
        return result
    reviews.replace(result.path, result.facts)
    completed = reviews.completed(result, keep_text=True, source=source)
    return completed._replace(errors=(*completed.errors, *reviews.errors()))
