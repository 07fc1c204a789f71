"""Shares of one whole that do not make 100 percent."""

from collections.abc import Iterator
from decimal import Decimal

from lintpost.checks.common.prose import nodes
from lintpost.checks.common.table_figures import Cell, figures, tables
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import QUOTE
from lintpost.post.markdown.node import MarkdownNode
from lintpost.post.post import Post
from lintpost.site.site import Site

_SHARE = lazy(r"(?i)内訳|構成比|割合|シェア|比率|円グラフ|breakdown|share|proportion|distribution")
"""What a column or the text before a list calls shares of one whole."""
_TOTAL = lazy(r"(?i)合計|総計|計|total|sum|平均|average|全体")
_ITEM = lazy(r"[^%％\n]*?[:：　 (（](?:約)?([0-9]{1,3}(?:\.[0-9]+)?)[ ]?[%％][)）]?[。.]?\s*")
_BEFORE = 80
"""Characters before a list in which its subject is named."""
_LEAST, _MOST = Decimal(90), Decimal(110)
"""Sums beyond are of figures that are no shares of one whole."""


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first figure of each such column or list."""
    if not ("%" in post.text or "％" in post.text) or not _SHARE.search(post.text):
        return
    for rows in tables(post) if "|" in post.text else ():
        head, body = rows[0], [row for row in rows[1:] if len(row) == len(rows[0])]
        if any(_TOTAL.search(row[0].text) for row in body):
            continue  # for facts/table-sum
        for column, cell in enumerate(head):
            if column and _SHARE.search(cell.text):
                yield from _hit([row[column] for row in body])
    for node in nodes(post, "List", compat=False, without=QUOTE):
        before = post.text[max(post.body, node.start - _BEFORE) : node.start]
        if _SHARE.search(before.rstrip().rsplit("\n", 1)[-1]):
            yield from _hit(_shares(post, node))


def _shares(post: Post, node: MarkdownNode) -> list[Cell]:
    """The percentages of a list, one an item; empty where an item has none or several."""
    cells = []
    for item in node.children:
        found = _ITEM.fullmatch(post.text, item.start, item.end)
        if found is None:
            return []
        cells.append(Cell(found[1] + "%", found.start(1), found.end(1)))
    return cells


def _hit(cells: list[Cell]) -> Iterator[Hit]:
    found = figures(cells)
    if not found or len(found) < 3 or found[0].unit not in ("%", "％"):
        return
    total = sum((one.value for one in found), Decimal(0))
    rounding = max(one.step for one in found) * len(found) / 2
    if abs(total - 100) > rounding and _LEAST <= total <= _MOST:
        first, *others = [cell for cell in cells if cell.text]
        related = tuple(Related(cell.start, cell.end) for cell in others)
        yield Hit(first.start, first.end, "", {"sum": f"{total}"}, related=related)


CHECK = Check(
    name="percentages",
    options=Options,
    messages={"": ("sum",)},
    run=run,
    reads=("tree",),
)
