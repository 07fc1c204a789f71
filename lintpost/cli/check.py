"""``lintpost check``."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Protocol

from lintpost.cli.output import open_output
from lintpost.cli.parser import UsageError
from lintpost.cli.posts import find_posts
from lintpost.config.settings import Overlay, Settings
from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.run import Configurations, check_paths
from lintpost.language import Lang, Text
from lintpost.report.summary import Summary

if TYPE_CHECKING:
    pass


class Report(Protocol):
    """What every output format is."""

    def post(self, result: PostResult) -> None:
        """One post, in order."""

    def end(self, summary: Summary) -> None:
        """The end of the run."""


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Check posts and report; returns the exit status."""
    configurations = configurations_of(options)
    named = [options.stdin_filename or ""] if options.paths == ["-"] else options.paths
    settings = configurations.leading(named)
    lang = options.lang or settings.lang
    _refuse_contradictions(options, lang)
    if options.paths == ["-"]:
        from lintpost.cli.stdin import check_stdin

        return check_stdin(options, configurations, settings, lang)
    if options.show_settings:
        from lintpost.cli.show import show_settings

        show_settings(settings, lang)
        return 0
    paths, missing = find_posts(options.paths, settings, lang)
    if options.show_files:
        print("\n".join(paths))
        return 2 if missing else 0
    if not paths:
        return 2
    summary = Summary()
    if options.fix or options.diff:
        from lintpost.cli.fix import fix_paths

        results = fix_paths(paths, configurations, summary, diff=options.diff)
        if options.diff:
            return diff_status(results, summary, lang, missing)
        status = write_report(options, settings, lang, results, summary)
    else:
        keep = options.output_format == "rich" and not options.statistics
        progress, done = _progress(options, len(paths), lang)
        with progress:
            results = check_paths(
                paths, configurations, jobs=options.jobs, keep_text=keep, done=done
            )
            status = write_report(options, settings, lang, results, summary)
    return 2 if missing else status


def configurations_of(options: argparse.Namespace) -> Configurations:
    """The configurations that the options name."""
    if options.config and not os.path.isfile(options.config):
        raise UsageError(
            Text(
                f"--config {options.config}: no such file",
                f"--config {options.config}：ファイルがありません",
            )[options.lang or "en"]
        )
    overlay = Overlay(
        lang=options.lang,
        fail_on=getattr(options, "fail_on", None),
        select=getattr(options, "select", ()),
        ignore=getattr(options, "ignore", ()),
    )
    return Configurations(options.config, overlay, isolated=options.no_config)


def write_report(
    options: argparse.Namespace,
    settings: Settings,
    lang: Lang,
    results: Iterable[PostResult],
    summary: Summary,
) -> int:
    """Send the results to the report that the options ask for; returns the exit status."""
    errors: list[PostError] = []
    with open_output(options.output_file) as out:
        report = _report(options, settings, lang, out)
        for result in results:
            summary.add(result)
            errors += result.errors
            report.post(result)
        report.end(summary)
    print_errors(errors, lang)
    if errors:
        return 2
    return 1 if summary.fails(settings.fail_on) else 0


def print_errors(errors: list[PostError], lang: Lang) -> None:
    """What could not be checked; a fault in a configuration is said once for all its posts."""
    said: set[str] = set()
    for error in errors:
        text = error.text[lang]
        if text not in said or not error.of_settings:
            said.add(text)
            where = "" if error.of_settings else f"{error.path}: "
            print(f"lintpost: {where}{text}", file=sys.stderr)


def _report(options: argparse.Namespace, settings: Settings, lang: Lang, out: "object") -> Report:
    from typing import TextIO, cast

    stream = cast(TextIO, out)
    if options.output_format == "json":
        from lintpost.report.jsons import JsonReport

        return JsonReport(stream, lang)
    if options.output_format == "jsonl":
        from lintpost.report.jsons import JsonLinesReport

        return JsonLinesReport(stream, lang)
    if options.statistics:
        from lintpost.cli.output import make_console
        from lintpost.report.statistics import StatisticsReport

        return StatisticsReport(make_console(stream, options.color), lang)
    if options.output_format == "concise":
        from lintpost.report.concise import ConciseReport

        return ConciseReport(stream, lang, quiet=options.quiet)
    from lintpost.cli.output import make_console
    from lintpost.report.rich_report import RichReport

    rules = settings.rules

    def link(rule: str) -> str | None:
        return f"file://{os.path.abspath(rules[rule].path)}" if rule in rules else None

    return RichReport(make_console(stream, options.color), lang, link=link, quiet=options.quiet)


def _refuse_contradictions(options: argparse.Namespace, lang: Lang) -> None:
    def refuse(en: str, ja: str) -> None:
        raise UsageError(Text(en, ja)[lang])

    if options.fix and options.diff:
        refuse("--fix writes and --diff does not: choose one", "--fix と --diff は同時に使えません")
    if "-" in options.paths and len(options.paths) > 1:
        refuse("- cannot be mixed with other paths", "- とほかのパスは同時に指定できません")
    if options.stdin_filename and options.paths != ["-"]:
        refuse("--stdin-filename needs the path -", "--stdin-filename はパス - と一緒に使います")
    if options.jobs < 0:
        refuse("--jobs needs a number from 1", "--jobs には1以上を指定してください")


def diff_status(results: Iterable[PostResult], summary: Summary, lang: Lang, missing: bool) -> int:
    """The diffs are printed as the results are drawn; what is left is not reported."""
    errors: list[PostError] = []
    for result in results:
        errors += result.errors
    print_errors(errors, lang)
    if errors or missing:
        return 2
    return 1 if summary.fixed else 0


def _progress(
    options: argparse.Namespace, total: int, lang: Lang
) -> tuple[AbstractContextManager[object], Callable[[int], None] | None]:
    """A progress bar on a terminal for a long run; nothing elsewhere."""
    if options.quiet or total < 100 or not sys.stderr.isatty():
        return nullcontext(), None
    from lintpost.cli.output import progress_bar

    return progress_bar(total, Text("checking", "検査中")[lang], options.color)
