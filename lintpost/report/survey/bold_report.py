"""Bold spans as meant and as each renderer shows them: a table for people, JSON for programs."""

from collections.abc import Iterable
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from lintpost.config.layer import RENDERERS
from lintpost.language import Lang, Text
from lintpost.report.json_report import VERSION, dumps, location_data
from lintpost.report.visible import visible
from lintpost.surveys.bold import BoldSpan

# ASCII: in many Japanese fonts "○" takes two cells, and the table would not line up.
_YES, _NO = Text("yes", "o"), Text("no", "x")


def write_table(
    console: Console,
    posts: Iterable[tuple[str, list[BoldSpan]]],
    lang: Lang,
    *,
    differing_only: bool,
) -> tuple[int, int]:
    """Print a table for each post with bold text. Returns the number of spans, and of those that differ."""
    total = differing = 0
    for path, spans in posts:
        total += len(spans)
        different = [span for span in spans if differs(span)]
        differing += len(different)
        spans = different if differing_only else spans
        if not spans:
            continue
        console.print(RichText(visible(path), style="bold"))
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
        table.add_column(Text("  line", "  行")[lang], justify="right")
        table.add_column(Text("text", "太字")[lang], overflow="fold", ratio=1)
        for head in (Text("meant", "意図")[lang], *RENDERERS):
            table.add_column(head)
        for span in spans:
            table.add_row(*_row(span, lang))
        console.print(table)
        console.print()
    return total, differing


def differs(span: BoldSpan) -> bool:
    """Whether a renderer shows something else than was meant."""
    return any(shown is not span.meant for shown in span.rendered.values())


def _row(span: BoldSpan, lang: Lang) -> tuple[RichText | str, ...]:
    text = RichText(visible(span.text.replace("\n", " ")), style="yellow" if differs(span) else "")
    cells: list[RichText | str] = [f"{span.start.line}:{span.start.column}", text]
    for shown in (span.meant, *span.rendered.values()):
        style = "" if shown is span.meant else "red"
        cells.append(RichText((_YES if shown else _NO)[lang], style=style))
    return tuple(cells)


def write_json(
    posts: Iterable[tuple[str, list[BoldSpan]]], out: TextIO, *, differing_only: bool
) -> None:
    """Write ``{"version", "spans": [{"path", "start", "end", "text", "meant", "rendered", "instead"}]}``.

    A span takes a line. Offsets are code points from 0, `end` is exclusive.
    """
    out.write(f'{{"version": {VERSION}, "spans": [')
    lead = "\n"
    for path, spans in posts:
        for span in spans:
            if differing_only and not differs(span):
                continue
            out.write(lead + dumps(_data(path, span), out))
            lead = ",\n"
    out.write("\n]}\n")


def _data(path: str, span: BoldSpan) -> dict[str, Any]:
    return {
        "path": path,
        "start": location_data(span.start),
        "end": location_data(span.end),
        "text": span.text,
        "meant": span.meant,
        "rendered": span.rendered,
        "instead": span.instead,
    }
