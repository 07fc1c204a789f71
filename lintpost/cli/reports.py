"""The reports that a command line asks for, several at once."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from lintpost.cli.output import is_direct, make_console, open_output
from lintpost.cli.session import Session
from lintpost.engine.summary import Summary
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.packs.rule import Rule

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult

FORMATS = (
    "rich", "concise", "grouped", "json", "jsonl", "github", "gitlab", "sarif", "junit", "checkstyle",
    "rdjson", "rdjsonl", "azure", "markdown",
)  # fmt: skip
_CLASSES = {
    "concise": ("concise", "ConciseReport"),
    "grouped": ("grouped", "GroupedReport"),
    "json": ("jsons", "JsonReport"),
    "jsonl": ("jsons", "JsonLinesReport"),
    "github": ("github", "GithubReport"),
    "gitlab": ("gitlab", "GitlabReport"),
    "junit": ("junit", "JunitReport"),
    "checkstyle": ("checkstyle", "CheckstyleReport"),
    "rdjson": ("rdjson", "RdjsonReport"),
    "rdjsonl": ("rdjson", "RdjsonLinesReport"),
    "azure": ("azure", "AzureReport"),
    "markdown": ("markdown", "MarkdownReport"),
}
_QUIETABLE = ("concise", "grouped")
_WITH_TEXT = ("rich", "gitlab", "sarif", "rdjson", "rdjsonl")


class Report(Protocol):
    """What every output format is."""

    def post(self, result: "PostResult") -> None:
        """One post, in order."""

    def end(self, summary: Summary) -> None:
        """The end of the run."""


class Reports:
    """All reports of a run as one."""

    def __init__(self, reports: list[Report]) -> None:
        self._reports = reports

    def post(self, result: "PostResult") -> None:
        """One post, in order."""
        for report in self._reports:
            report.post(result)

    def end(self, summary: Summary) -> None:
        """The end of the run."""
        for report in self._reports:
            report.end(summary)


def asked_for(options: argparse.Namespace, lang: Lang) -> list[tuple[str, str | None]]:
    """The formats and where they go (None: standard output). Raises `UsageError`."""
    found: list[tuple[str, str | None]] = [(options.output_format, options.output_file)]
    for report in options.report:
        name, colon, path = report.partition(":")
        if name not in FORMATS:
            from lintpost.files.settings_error import unknown_word

            raise UsageError(unknown_word(name, FORMATS, Text("format", "形式"))[lang])
        if not colon or not path:
            raise UsageError(
                Text(f"--report {report}: write FORMAT:FILE, such as {name}:report.txt",
                     f"--report {report}：{name}:report.txt のように「形式:ファイル」で指定してください")[lang]
            )  # fmt: skip
        found.append((name, path))
    files = [os.path.realpath(path) for _, path in found if path and not is_direct(path)]
    if len(set(files)) < len(files):
        raise UsageError(
            Text("two reports go to one file", "2つの報告の書き出し先が同じです")[lang]
        )
    return found


def needs_text(options: argparse.Namespace, lang: Lang) -> bool:
    """Whether a report shows or measures the text of posts."""
    formats = [name for name, _ in asked_for(options, lang)]
    return any(name in _WITH_TEXT for name in formats) and not (
        options.statistics and formats == ["rich"]
    )


@contextmanager
def open_reports(
    options: argparse.Namespace,
    house: Session,
    lang: Lang,
    *,
    baseline: bool,
    out: TextIO | None = None,
) -> Iterator[Reports]:
    """The reports, each file whole or not there at all. Those without a file go to `out`, by default
    standard output.
    """
    default = out if out is not None else sys.stdout
    with ExitStack() as stack:
        reports: list[Report] = []
        for index, (name, path) in enumerate(asked_for(options, lang)):
            stream = stack.enter_context(open_output(path, default))
            if index == 0 and options.statistics:
                from lintpost.report.statistics import StatisticsReport

                reports.append(StatisticsReport(make_console(stream, options.color), lang))
                continue
            reports.append(_report(name, options, house, lang, stream, baseline))
        yield Reports(reports)


def _report(
    name: str, options: argparse.Namespace, house: Session, lang: Lang, out: TextIO, baseline: bool
) -> Report:  # fmt: skip
    if name == "rich":
        return _rich(options, house, lang, out)
    if name == "sarif":
        from lintpost.report.sarif import SarifReport

        return SarifReport(out, lang, house.settings().rules, _pages(lang), baseline=baseline)
    module, class_name = _CLASSES[name]
    kind: Any = getattr(import_module(f"lintpost.report.{module}"), class_name)
    more = {"quiet": options.quiet} if name in _QUIETABLE else {}
    report: Report = kind(out, lang, **more)
    return report


def _rich(options: argparse.Namespace, house: Session, lang: Lang, out: TextIO) -> Report:
    from lintpost.report.rich_report import RichReport

    def link(rule: str) -> str | None:
        rules = house.settings().rules
        return f"file://{os.path.abspath(rules[rule].path)}" if rule in rules else None

    return RichReport(make_console(out, options.color), lang, link=link, quiet=options.quiet)


def _pages(lang: Lang) -> Callable[[Rule], str]:
    def page(rule: Rule) -> str:
        from lintpost.packs.builtin import document
        from lintpost.report.rule_page import rule_page

        return rule_page(document(rule), lang)

    return page
