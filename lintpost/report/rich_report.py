"""The report for people: grouped by post, with the source around each finding."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.console import Console
from rich.control import strip_control_codes
from rich.table import Table
from rich.text import Text as RichText

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.summary import Summary, is_fixable
from lintpost.language import Lang
from lintpost.post.source import Source
from lintpost.report.summary_line import summary_line
from lintpost.report.window import window
from lintpost.report.wrap import wrap

COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
_SYMBOLS = {"error": "✖", "warning": "▲", "info": "●"}
# ASCII, for it must be as wide as the text above it in every terminal.
_MARK = "^"
_Drawn = list[tuple[str, str]]
"""Texts with their styles."""
_ASCII_SYMBOLS = {"error": "x", "warning": "!", "info": "i"}


class RichReport:
    """Draws on a rich console; `link` gives the address of a rule's page."""

    rates = False
    """Whether the table by rule says how frequent a finding is."""

    def __init__(
        self,
        console: Console,
        lang: Lang,
        *,
        link: Callable[[str], str | None] | None = None,
        quiet: bool = False,
    ) -> None:
        self.console = console
        self.lang: Lang = lang
        self.link = link or (lambda _rule: None)
        self.quiet = quiet
        unicode = console.encoding.lower().startswith("utf")
        self.symbols = _SYMBOLS if unicode else _ASCII_SYMBOLS
        self.bar, self.arrow, self.star = ("│", "→", "◆") if unicode else ("|", "->", "*")

    def post(self, result: PostResult) -> None:
        """One post, if there is anything to say about it."""
        if not result.findings:
            return
        source = Source(result.path, result.text or "")
        drawn: _Drawn = []
        drawn.append((result.path, "bold underline"))
        count = len(result.findings)
        head_note = f"{count}件" if self.lang == "ja" else f"{count}"
        drawn.append((f"  {head_note}\n", "dim"))
        width = max(self.console.width, 30)
        for finding in result.findings:
            self._finding(drawn, finding, source, width)
        self._print(drawn)

    def _print(self, drawn: _Drawn) -> None:
        """Pieces of whole lines at once: a console takes longer to be asked to print than to do it."""
        if self.console.color_system is None:
            text = strip_control_codes("".join([text for text, _ in drawn]))
            self.console.file.write(text.expandtabs() + "\n")
        else:
            self.console.print(RichText.assemble(*drawn), soft_wrap=True, highlight=False)

    def _finding(self, drawn: _Drawn, finding: Finding, source: Source, width: int) -> None:
        color = COLORS[finding.severity]
        place = f"{finding.start.line}:{finding.start.column}"
        lead = f"  {self.symbols[finding.severity]} {place}  "
        lines = wrap(finding.message, width - cell_len(lead), width - 4)
        drawn += [
            (f"  {self.symbols[finding.severity]} ", f"bold {color}"),
            (f"{place}  ", "dim"),
            ("\n    ".join(lines) + "\n", ""),
        ]
        self._source(drawn, finding, source, color, width)
        self._advice(drawn, finding, source, width)

    def _source(
        self, drawn: _Drawn, finding: Finding, source: Source, color: str, width: int
    ) -> None:
        number = str(finding.start.line)
        gutter = f"    {number} {self.bar} "
        start, end = source.line_span(finding.start.line)
        line = source.text[start:end]
        last = finding.end.offset if finding.end.line == finding.start.line else end
        if not line.strip():
            return
        part = window(
            line, finding.start.offset - start, last - start, width - cell_len(gutter) - 1
        )
        drawn += [
            (gutter, "dim"),
            (part.text[: part.before], ""),
            (part.text[part.before : part.after], f"bold {color}"),
            (part.text[part.after :] + "\n", ""),
            (" " * (cell_len(gutter) - 2) + f"{self.bar} ", "dim"),
            (" " * part.offset + _MARK * part.width, color),
            ("\n", ""),
        ]

    def _advice(self, drawn: _Drawn, finding: Finding, source: Source, width: int) -> None:
        """What to write instead, where there is a fix, and the rule's name."""
        drawn.append(("    ", ""))
        used = 4
        link = self.link(finding.rule)
        style = "dim" if link is None else f"dim link {link}"
        if finding.fix is not None and (new := _replacement(finding, source)):
            shown = window(new, 0, 0, width - 7).text
            drawn += [(f"{self.arrow} {shown}", "green"), ("  ", "")]
            used += cell_len(shown) + 4
        if used + cell_len(finding.rule) + 2 > width and used > 4:
            drawn.append(("\n    ", ""))
        drawn.append((finding.rule, style))
        if is_fixable(finding):
            drawn.append((f" {self.star}", "green"))
        drawn.append(("\n", ""))

    def end(self, summary: Summary) -> None:
        """The table by rule and the closing sentence."""
        if self.quiet:
            return
        if summary.findings:
            table = rule_table(summary, self.lang, self.symbols, self.link, rates=self.rates)
            self.console.print(table)
        style = "bold red" if summary.by_severity["error"] else "bold yellow"
        if not summary.findings:
            style = "bold green"
        lines = wrap(summary_line(summary, self.lang), self.console.width, self.console.width)
        self._print([("\n".join(lines), style)])


def rule_table(
    summary: Summary, lang: Lang, symbols: dict[str, str], link: Callable[[str], str | None], *, rates: bool = False
) -> Table:  # fmt: skip
    """Findings by rule, the gravest and the most frequent first; with `rates` how many there are in a
    thousand characters of the bodies.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    names = ("ルール", "件数", "自動修正") if lang == "ja" else ("rule", "findings", "fixable")
    table.add_column("", width=1)
    table.add_column(names[0], overflow="fold")
    table.add_column(names[1], justify="right")
    table.add_column(names[2], justify="right")
    if rates:
        table.add_column(
            "1,000字あたり" if lang == "ja" else "per 1,000 characters", justify="right"
        )
    for rule, severity, count, fixable in summary.worst_first():
        address = link(rule)
        name = RichText(rule, style=f"link {address}" if address else "")
        table.add_row(
            RichText(symbols[severity], style=COLORS[severity]),
            name,
            str(count),
            RichText(str(fixable) if fixable else "", style="green"),
            *([f"{1000 * count / max(summary.characters, 1):.3f}"] if rates else []),
        )
    return table


def _replacement(finding: Finding, source: Source) -> str:
    """The place of the finding as it reads after its fix, on one line; "" where it goes away."""
    assert finding.fix is not None
    near = [
        edit
        for edit in finding.fix.edits
        if finding.start.offset - 2 <= edit.start and edit.end <= finding.end.offset + 2
    ]
    if not near:
        return ""
    first = min([finding.start.offset, *(edit.start for edit in near)])
    last = max([finding.end.offset, *(edit.end for edit in near)])
    text, at = "", first
    for edit in sorted(near):
        text += source.text[at : edit.start] + edit.text
        at = edit.end
    return (text + source.text[at:last]).strip().split("\n")[0]
