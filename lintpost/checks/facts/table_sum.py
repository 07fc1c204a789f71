"""Tables whose total is not what the figures above it, or beside it, make."""

from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.common.blocks.table_figures import Cell, Figure, adds_up, figures, tables
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_TOTAL = lazy(
    r"(?i)(?:総?合計|総計|計|total|totals|grand total|sum)(?:[ 　]?[(（](?![^()（）]*(?:税|tax))[^()（）]{0,12}[)）])?[:：]?"
)
_ANY_TOTAL = lazy(r"(?i)計[ 　*]*(?:\||[(（:：])|\btotals?\b|\bsum\b")
_PARTIAL = lazy(r"(?i)小計|sub-?total|平均|average|うち|内訳|of which|including")
_NO_SUM = lazy(
    r"(?i)平均|率|単価|割合|比$|比率|倍|(?<![0-9])年|順位|スコア|点数|average|avg|rate|ratio|per\b|unit|score|rank|year|max|min|最大|最小|上限|version"
)
"""Heads of columns that nobody adds up."""


class Options(CheckOptions):
    """None."""


class _Sum(NamedTuple):
    parts: list[Figure]
    cells: list[Cell]
    total: Figure
    place: Cell

    @property
    def is_right(self) -> bool:
        return adds_up(self.parts, self.total)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each such total."""
    if "|" not in post.text or not _ANY_TOTAL.search(post.text):
        return
    for rows in tables(post):
        head, body = rows[0], [row for row in rows[1:] if len(row) == len(rows[0])]
        if len(body) < 2 or any(_PARTIAL.search(row[0].text) for row in body if row):
            continue
        sums = _of_columns(head, body)
        wrong = [one for one in sums if not one.is_right]
        # Where two of several columns are no sums, the last row is perhaps something else.
        if len(wrong) <= max(1, len(sums) // 2):
            yield from map(_hit, wrong)
        beside = _of_rows(head, body)
        wrong = [one for one in beside if not one.is_right]
        if wrong and len(wrong) * 2 < len(beside):
            yield from map(_hit, wrong)


def _of_columns(head: list[Cell], body: list[list[Cell]]) -> list[_Sum]:
    *parts, last = body
    if not _TOTAL.fullmatch(last[0].text.strip()) or len(parts) < 2:
        return []
    found = []
    for column in range(1, len(head)):
        if not _NO_SUM.search(head[column].text):
            found += _sum([row[column] for row in parts], last[column])
    return found


def _of_rows(head: list[Cell], body: list[list[Cell]]) -> list[_Sum]:
    """The totals of the last column; whether it is one shows when most rows add up."""
    if len(head) < 4 or not _TOTAL.fullmatch(head[-1].text.strip()):
        return []
    if any(_NO_SUM.search(cell.text) for cell in head[1:-1] if not cell.text.strip("0-9年度月")):
        return []
    return [one for row in body for one in _sum(row[1:-1], row[-1])]


def _sum(cells: list[Cell], place: Cell) -> list[_Sum]:
    """A sum, where all cells are figures of one unit and two at least are added."""
    found = figures([*cells, place])
    if not found or len(found) < 3 or figures([place]) in (None, []):
        return []
    *parts, total = found
    if total.unit in ("%", "％") and total.value != 100:
        return []  # the whole's rate
    return [_Sum(parts, cells, total, place)]


def _hit(wrong: _Sum) -> Hit:
    made = sum(one.value for one in wrong.parts)
    params = {"text": wrong.place.text, "sum": f"{made:,}", "unit": wrong.total.unit}
    related = tuple(Related(cell.start, cell.end) for cell in wrong.cells if cell.text)
    return Hit(wrong.place.start, wrong.place.end, "", params, related=related)


CHECK = Check(
    name="table-sum",
    options=Options,
    messages={"": ("sum", "text", "unit")},
    run=run,
    reads=("tree",),
)
