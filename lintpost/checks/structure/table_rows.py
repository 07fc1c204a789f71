"""Rows of tables that have more or fewer cells than the header.

GitHub's parser and its kin drop the cells beyond the header's and add empty ones
(https://github.github.com/gfm/#tables-extension-); with another number of cells in the line of hyphens there is no
table at all. kramdown makes the whole table as wide as its widest row, and parts no cell within code.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy_bytes
from lintpost.post.post import Post
from lintpost.site.site import Site

_BAR = lazy_bytes(rb"(?<!\\)\|")
_HIDDEN = lazy_bytes(rb"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<!--(?:[^-\n]|-(?!->))*-->")
_CODE = lazy_bytes(rb"(?<!`)(`{1,3})(?!`)[^\n]{0,500}?(?<!`)\1(?!`)")
_RULER = lazy_bytes(
    rb"\n(?P<line>[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|)[ \t]*)(?=\r?(?:\n|\Z))"
)

_RULER_SIGNS = (b"-|", b"- |", b":|", b": |")


class Options(CheckOptions):
    """`report`: rows with ``more`` cells than the header, whose text is lost, or with ``fewer``."""

    report: Literal["more", "fewer"] = "more"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each row."""
    markdown = post.markdown
    tables = markdown.elements("Table")
    data = post.body_data
    kramdown = post.syntax.renderers == ("kramdown",)
    rows = iter(markdown.elements("TableRow"))
    row = next(rows, None)
    for table, head in zip(tables, markdown.elements("TableHead"), strict=True):
        wanted = len(_cells(_line(data, head["start"]), kramdown))
        while row is not None and row["start"] < table["end"]:
            start = row["start"]
            row = next(rows, None)
            line = _line(data, start)
            if options.report == "more" and line.count(b"|") < wanted:
                continue
            cells = _cells(line, kramdown)
            lost = any(cell.strip() for cell in cells[wanted:])
            is_short = len(cells) < wanted and b"|" in line
            if lost if options.report == "more" else is_short:
                key = ("wider" if kramdown else "more") if options.report == "more" else ""
                span = markdown.point(start), markdown.point(start + len(line))
                yield Hit(*span, key, {"cells": len(cells), "header": wanted})
    if (
        options.report == "more"
        and not kramdown
        and b"|" in data
        and any(sign in data for sign in _RULER_SIGNS)
    ):
        yield from _no_tables(post, data)


def _no_tables(post: Post, data: bytes) -> Iterator[Hit]:
    """What looks like a table and is a paragraph, because its line of hyphens has another number of cells."""
    starts, ends = post.markdown.prose_runs.shown
    for match in _RULER.finditer(data):
        line = match["line"].rstrip()
        first, last = match.start("line"), match.start("line") + len(line)
        start = first + len(line) - len(line.lstrip(b" \t>"))
        header = data[data.rfind(b"\n", 0, match.start()) + 1 : match.start()].strip(b" \t>\r")
        index = bisect_right(starts, start) - 1
        if b"|" not in header or index < 0 or start >= ends[index]:
            continue
        cells, wanted = len(_cells(line.lstrip(b" \t>"), False)), len(_cells(header, False))
        if cells != wanted and wanted > 1:
            span = post.markdown.point(start), post.markdown.point(last)
            yield Hit(*span, "ruler", {"cells": cells, "header": wanted})


def _line(data: bytes, start: int) -> bytes:
    end = data.find(b"\n", start)
    return data[start : end if end >= 0 else len(data)].rstrip()


def _cells(line: bytes, kramdown: bool) -> list[bytes]:
    """The cells of a row, as they are written."""
    if b"{" in line or b"<!--" in line:
        line = _HIDDEN.sub(lambda found: b"" if found[0].startswith(b"<") else b"x", line)
    if kramdown and b"`" in line:
        line = _CODE.sub(b"x", line)
    line = line.strip(b" \t>").removeprefix(b"|")
    if line.endswith(b"|") and not line.endswith(b"\\|"):
        line = line[:-1]
    return _BAR.split(line)


CHECK = Check(
    name="table-rows",
    options=Options,
    messages=by_option(
        "report",
        {
            "more": dict.fromkeys(("more", "wider", "ruler"), ("cells", "header")),
            "fewer": {"": ("cells", "header")},
        },
    ),
    run=run,
    reads=("markdown",),
    site=("renderers",),
)
