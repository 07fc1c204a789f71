"""Findings grouped by post, one line each."""

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary, is_fixable
from lintpost.report.drawing.cells import cell_width
from lintpost.report.formats import ReportContext
from lintpost.report.summary_line import summary_line
from lintpost.report.visible import visible


class GroupedReport:
    """For logs that people read: aligned columns, without source lines or colours."""

    def __init__(self, context: ReportContext) -> None:
        self._context = context

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        if not result.findings:
            return
        rows = [
            (
                f"{finding.start.line}:{finding.start.column}",
                finding.severity,
                visible(finding.rule),
                visible(finding.message) + (" [*]" if is_fixable(finding) else ""),
            )
            for finding in result.findings
        ]
        place, severity, rule = (
            max(cell_width(row[column]) for row in rows) for column in range(3)
        )
        lines = [
            f"  {row[0]:>{place}}  {row[1]:<{severity}}  {row[2]:<{rule}}  {row[3]}\n"
            for row in rows
        ]
        self._context.out.write(f"{visible(result.path)}\n{''.join(lines)}\n")

    def end(self, summary: Summary) -> None:
        """Write the closing sentence."""
        if not self._context.quiet:
            self._context.out.write(summary_line(summary, self._context.lang) + "\n")
