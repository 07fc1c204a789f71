"""Findings grouped by post, one line each; those about one name share a line."""

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.report.drawing.cells import cell_width
from lintpost.report.entries import Entry, entries_of, other_places
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
                f"{entry.first.start.line}:{entry.first.start.column}",
                entry.first.severity,
                visible(entry.first.rule),
                self._message(entry, result.text or ""),
            )
            for entry in entries_of(result.findings)
        ]
        place, severity, rule = (
            max(cell_width(row[column]) for row in rows) for column in range(3)
        )
        lines = [
            f"  {row[0]:>{place}}  {row[1]:<{severity}}  {row[2]:<{rule}}  {row[3]}\n"
            for row in rows
        ]
        self._context.out.write(f"{visible(result.path)}\n{''.join(lines)}\n")

    def _message(self, entry: Entry, text: str) -> str:
        """The message, the other places, and a star if all are fixed by `--fix`."""
        places = other_places(entry, text, self._context.lang)
        star = " [*]" if entry.fixable else ""
        return visible(f"{entry.first.message}{f' ({places})' if places else ''}{star}")

    def end(self, summary: Summary) -> None:
        """Write the closing sentence."""
        if not self._context.quiet:
            self._context.out.write(summary_line(summary, self._context.lang) + "\n")
