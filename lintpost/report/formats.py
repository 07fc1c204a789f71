"""The formats of reports, and what every report is."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO

from lintpost.language import Lang

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult
    from lintpost.engine.summary import Summary
    from lintpost.packs.rule import Rule


class Report(Protocol):
    """Writes the findings of a run."""

    def post(self, result: "PostResult") -> None:
        """Take one post; posts come in the order of the report."""

    def end(self, summary: "Summary") -> None:
        """Take the end of the run."""


class ReportContext(NamedTuple):
    """What a report is made from; each takes what it needs."""

    out: TextIO
    lang: Lang
    quiet: bool = False
    """Findings only: no closing sentence or table in formats for people."""
    color: str = "auto"
    """``auto``, ``always`` or ``never``."""
    baseline: bool = False
    """Whether known findings are held back (`PostResult.known`)."""
    all: bool = False
    """Whether a terminal, too, gets every finding."""
    fail_on: str = "warning"
    """The lowest severity that ends with status 1; ``never`` for none."""
    rules: "Callable[[], Mapping[str, Rule]]" = dict
    """Gives all rules by name. They are read from disk for it."""
    page: "Callable[[Rule], str]" = lambda rule: f"# {rule.name}"
    """Gives the page of a rule as Markdown; by default its heading."""


class Format(NamedTuple):
    """A format, and where its report is: a class that is made from a `ReportContext`.

    `needs_text`: the report shows or measures the text of posts (`PostResult.text`). `whole_lines`: after
    each post the cursor is at the start of a line, so that a progress line can be shown there.
    """

    name: str
    module: str
    report: str
    needs_text: bool = False
    whole_lines: bool = False

    def open(self, context: ReportContext) -> Report:
        """A report that writes to the context's stream."""
        module = import_module(f"lintpost.report.{self.module}")
        report: Report = getattr(module, self.report)(context)
        return report


FORMATS = {
    format.name: format
    for format in (
        Format("rich", "rich_report", "RichReport", needs_text=True, whole_lines=True),
        Format("concise", "concise", "ConciseReport", whole_lines=True),
        Format("grouped", "grouped", "GroupedReport", needs_text=True, whole_lines=True),
        Format("json", "json_report", "JsonReport"),
        Format("jsonl", "json_report", "JsonLinesReport"),
        Format("github", "github", "GithubReport"),
        Format("gitlab", "gitlab", "GitlabReport", needs_text=True),
        Format("sarif", "sarif", "SarifReport", needs_text=True),
        Format("junit", "junit", "JunitReport"),
        Format("checkstyle", "checkstyle", "CheckstyleReport"),
        Format("rdjson", "rdjson", "RdjsonReport", needs_text=True),
        Format("rdjsonl", "rdjson", "RdjsonLinesReport", needs_text=True),
        Format("azure", "azure", "AzureReport"),
        Format("markdown", "markdown", "MarkdownReport", needs_text=True),
    )
}
"""The formats by name, as the help lists them."""


def find_format(name: str) -> Format | None:
    """The format of a name: one of `FORMATS`, or of an installed package. None for an unknown one."""
    if name in FORMATS:
        return FORMATS[name]
    from lintpost.report.installed import installed_format

    return installed_format(name)


class FormatNames(tuple[str, ...]):
    """The names of `FORMATS`. Those of installed packages are in it as well, and are only looked for when asked for."""

    __slots__ = ()

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (
            isinstance(name, str) and find_format(name) is not None
        )


STATISTICS = Format("statistics", "statistics", "StatisticsReport")
"""What ``--statistics`` puts in the place of the first report."""
