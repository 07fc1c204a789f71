"""Shares of one whole that do not make 100 percent: in a column, a list, or a sentence."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lintpost.checks.common.blocks.table_figures import Cell, figures, tables
from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.common.sentences.prose import nodes
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
_PERCENT = lazy(r"(?<![0-9.,～〜~–-])([0-9]{1,3}(?:\.[0-9]+)?)[ ]?[%％](?![ ]?[～〜~–-])")
_SEVERAL = lazy(r"[%％][^%％。\n]{1,40}[%％][^%％。\n]{1,40}[%％]")
_LISTED = lazy(r"[^、，,。%％]{0,12}(?:[、，,]| and )[^、，,。%％]{0,24}")
_WHOLE = lazy(
    r"(?i:.{0,40}(?:内訳|構成比|円グラフ|breakdown|(?:割合|比率|シェア)は))|Of (?:the|all|those|our)\b"
)
"""How a sentence about the parts of one whole begins."""
_NO_PARTS = lazy(
    r"(?i)増|減|伸|上昇|成長|低下|から|前年|前月|前期|うち|超|以上|以下|未満|それぞれ|複数回答|よると|平均|"
    r"\b(?:grew|rose|fell|from|of them|each|more than|average|among|up|down|than|multiple)\b"
)
"""Words of sentences whose percentages are not the parts of one whole."""
_BEFORE = 80
"""Characters before a list in which its subject is named."""
_FEWEST = 3
_LEAST, _MOST = Decimal(90), Decimal(110)
"""Sums beyond are of figures that are no shares of one whole."""


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first figure of each such column, list or sentence."""
    text = post.text
    if text.count("%") + text.count("％") < _FEWEST:
        return
    if _SHARE.search(text):
        yield from _in_blocks(post)
    if _SEVERAL.search(text):
        scope = scope_of(post, "sentence")
        for piece, (start, end) in enumerate(scope.spans):
            yield from _hit(_in_sentence(scope, piece, start, end))


def _in_blocks(post: Post) -> Iterator[Hit]:
    """The hits in tables and lists."""
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


def _in_sentence(scope: Scope, piece: int, start: int, end: int) -> list[Cell]:
    """The percentages that a sentence lists as the parts of a whole; empty for any other sentence."""
    found = list(_PERCENT.finditer(scope.text, start, end))
    if len(found) < _FEWEST:
        return []
    sentence = scope.text[start:end]
    if _NO_PARTS.search(sentence) or not _WHOLE.match(scope.text[start : found[0].start()]):
        return []
    between = pairwise(found)
    if not all(_LISTED.fullmatch(scope.text[one.end() : other.start()]) for one, other in between):
        return []
    return [Cell(f"{one[1]}%", *scope.source(piece, *one.span())) for one in found]


def _hit(cells: list[Cell]) -> Iterator[Hit]:
    found = figures(cells)
    if not found or len(found) < _FEWEST or found[0].unit not in ("%", "％"):
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
    reads=("markdown", "tree"),
)
