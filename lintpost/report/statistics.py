"""Counts by rule, instead of the findings."""

from rich.console import Console

from lintpost.engine.finding import PostResult
from lintpost.language import Lang
from lintpost.report.rich_report import RichReport


class StatisticsReport(RichReport):
    """The end of the rich report alone, with how frequent each finding is."""

    rates = True

    def __init__(self, console: Console, lang: Lang) -> None:
        super().__init__(console, lang)

    def post(self, result: PostResult) -> None:
        """Nothing: the summary counts."""
