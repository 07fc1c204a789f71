"""The reports that a command line asks for."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from lintpost.cli.output import is_direct, open_output
from lintpost.cli.session import Session
from lintpost.errors import UsageError
from lintpost.installed.broken_plugin import BrokenPlugin
from lintpost.language import Lang, Text
from lintpost.packs.rule import Rule
from lintpost.report.formats import FORMATS, STATISTICS, Format, Report, ReportContext, find_format

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult
    from lintpost.engine.summary import Summary
    from lintpost.report.kept_pages import KeptPages


class Reports:
    """Several reports as one. One of an installed package that fails is left out from there on, and `broken` says
    why; what it wrote to a file is not kept.
    """

    def __init__(self) -> None:
        self.broken: list[BrokenPlugin] = []
        self._reports: list[tuple[Report, ExitStack]] = []

    def open(self, format: Format, stack: ExitStack, context: ReportContext) -> None:
        """Open a report. `stack` closes its file."""
        try:
            self._reports.append((format.open(context), stack))
        except BrokenPlugin as error:
            self._leave_out(error, stack)

    def post(self, result: "PostResult") -> None:
        """Give one post to each report."""
        self._each(lambda report: report.post(result))

    def end(self, summary: "Summary") -> None:
        """End each report."""
        self._each(lambda report: report.end(summary))

    def _each(self, work: "Callable[[Report], None]") -> None:
        for one in self._reports[:]:
            report, stack = one
            try:
                work(report)
            except BrokenPlugin as error:
                self._reports.remove(one)
                self._leave_out(error, stack)

    def _leave_out(self, error: BrokenPlugin, stack: ExitStack) -> None:
        self.broken.append(error)
        with suppress(BrokenPlugin):
            stack.__exit__(type(error), error, None)
        stack.pop_all()


def requested_reports(options: argparse.Namespace, lang: Lang) -> list[tuple[Format, str | None]]:
    """The formats, each with the file that it is written to (None: standard output).

    Raises `UsageError` for an unknown format, or two reports with the same file.
    """
    first = STATISTICS if options.statistics else find_format(options.output_format)
    assert first is not None
    found: list[tuple[Format, str | None]] = [(first, options.output_file)]
    found += [_parsed(report, lang) for report in options.report]
    files = [os.path.realpath(path) for _, path in found if path and not is_direct(path)]
    if len(set(files)) < len(files):
        raise UsageError(
            Text("two reports go to one file", "2つの報告の書き出し先が同じです")[lang]
        )
    return found


def _parsed(report: str, lang: Lang) -> tuple[Format, str]:
    """The format and the file of a ``--report`` option."""
    name, _, path = report.partition(":")
    format = find_format(name)
    if format is None:
        from lintpost.files.settings_error import unknown_word

        raise UsageError(unknown_word(name, FORMATS, Text("format", "形式"))[lang])
    if not path:
        text = Text(
            f"--report {report}: write FORMAT:FILE, such as {name}:report.txt",
            f"--report {report}：{name}:report.txt のように「形式:ファイル」で指定してください",
        )
        raise UsageError(text[lang])
    return format, path


def needs_text(options: argparse.Namespace, lang: Lang) -> bool:
    """Whether a report shows or measures the text of posts. Raises `UsageError`."""
    return any(format.needs_text for format, _ in requested_reports(options, lang))


@contextmanager
def open_reports(
    session: Session, *, baseline: bool, out: TextIO | None = None
) -> Iterator[Reports]:
    """Open the reports. A file is written as a whole or, where an error occurs, not at all.

    Reports without a file go to `out`, by default standard output. `baseline`: known findings are held
    back. Raises `UsageError`, and `OSError` for a file that cannot be written.
    """

    options, lang = session.options, session.lang

    def rules() -> dict[str, Rule]:
        from lintpost.packs.builtin import load_pack, rules_folder

        # A run whose results are all cached reads no settings, and most sites have no rules of their own.
        own = session.run_settings.packs
        return session.settings().rules if own else load_pack(rules_folder())

    default = out if out is not None else sys.stdout
    pages: list[KeptPages] = []
    reports = Reports()
    with ExitStack() as streams:

        def page(rule: Rule) -> str:
            from lintpost.report.kept_pages import KeptPages

            if not pages:
                pages.append(KeptPages(lang))
                streams.callback(pages[0].keep)
            return pages[0].page(rule)

        for format, path in requested_reports(options, lang):
            stack = streams.enter_context(ExitStack())
            stream = stack.enter_context(open_output(path, default))
            context = ReportContext(
                stream,
                lang,
                quiet=options.quiet,
                color=options.color,
                baseline=baseline,
                all=options.all,
                fail_on=session.run_settings.fail_on.severity,
                rules=rules,
                page=page,
            )
            reports.open(format, stack, context)
        yield reports
