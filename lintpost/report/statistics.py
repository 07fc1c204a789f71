"""The number of findings of each rule, instead of the findings."""

from typing import TYPE_CHECKING

from lintpost.engine.summary import Summary
from lintpost.report.drawing.rule_table import closing_lines, rule_table
from lintpost.report.drawing.rule_totals import RuleTotals
from lintpost.report.terminal import terminal_of

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult
    from lintpost.report.formats import ReportContext


class StatisticsReport:
    """The table of rules, with how frequent their findings are, and the closing sentence."""

    def __init__(self, context: "ReportContext") -> None:
        self._terminal = terminal_of(context.out, context.color)
        self._lang = context.lang
        self._totals = RuleTotals()

    def post(self, result: "PostResult") -> None:
        """Count one post."""
        self._totals.add(result)

    def end(self, summary: Summary) -> None:
        """The whole report."""
        terminal, lang = self._terminal, self._lang
        if summary.findings:
            terminal.out.write(rule_table(terminal, summary, lang, self._totals, rates=True))
        terminal.out.write(closing_lines(terminal, summary, lang))
