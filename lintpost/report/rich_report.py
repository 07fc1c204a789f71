"""The report for people: grouped by post, with the source around each finding."""

from functools import partial
from typing import TYPE_CHECKING

from lintpost.engine.summary import Summary
from lintpost.report.drawing.finding_lines import FindingLines
from lintpost.report.drawing.rule_table import closing_lines, rule_table
from lintpost.report.drawing.rule_totals import RuleTotals
from lintpost.report.drawing.shortlist import Shortlist
from lintpost.report.drawing.wrap import wrap
from lintpost.report.entries import entries_of
from lintpost.report.terminal import terminal_of

if TYPE_CHECKING:
    from lintpost.engine.finding import PostResult
    from lintpost.report.formats import ReportContext


class RichReport:
    """Everything, post by post, in a pipe or a file. A terminal gets a shortlist at the end of the run, and
    is told what to do next; with `ReportContext.all` it gets everything, too.
    """

    def __init__(self, context: "ReportContext") -> None:
        self._context = context
        self._terminal = terminal_of(context.out, context.color)
        self._on_terminal = context.out.isatty()
        self._shortlist = Shortlist() if self._on_terminal and not context.all else None
        self._lines = FindingLines(
            context, self._terminal, all_places=not self._on_terminal or context.all
        )
        self._totals = RuleTotals()

    def post(self, result: "PostResult") -> None:
        """Draw one post, if there is anything to say about it, or hold what may be shown of it."""
        if not result.findings:
            return
        self._totals.add(result)
        text = result.text or ""
        entries = entries_of(result.findings)
        if self._shortlist is not None:
            for entry in entries:
                self._shortlist.add(entry, partial(self._lines.entry, entry, text))
            return
        unit = "件" if self._context.lang == "ja" else ""
        path = self._lines.path(result.path)
        count = self._terminal.paint(f"  {len(result.findings)}{unit}", "dim")
        drawn = [self._lines.entry(entry, text) for entry in entries]
        self._terminal.out.write(f"{path}{count}\n{''.join(drawn)}\n")

    def end(self, summary: Summary) -> None:
        """Draw the shortlist, the table by rule, the closing sentence and the next step."""
        terminal, context = self._terminal, self._context
        if self._shortlist is not None:
            drawn = self._shortlist.drawn(summary, context.lang, self._lines.path, terminal.width)
            terminal.out.write(drawn)
        if context.quiet:
            return
        if summary.findings:
            table = rule_table(
                terminal, summary, context.lang, self._totals, address=self._lines.address
            )
            terminal.out.write(table)
        terminal.out.write(closing_lines(terminal, summary, context.lang))
        if self._on_terminal:
            from lintpost.report.drawing.next_step import next_step

            step = next_step(
                summary, context.lang, baseline=context.baseline, fail_on=context.fail_on
            )
            lines = wrap(step, terminal.width, terminal.width) if step else ()
            terminal.out.write("".join(f"{line}\n" for line in lines))
