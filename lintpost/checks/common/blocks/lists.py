"""The lists and tables of a body as the parser's ranges give them: they cost a fraction of the tree."""

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from lintpost.post.markdown.body import Markdown
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post


class ListBlock(NamedTuple):
    """A list: where it starts, and the spans of its own items, line ends behind them left out; code points."""

    start: int
    items: list[tuple[int, int]]
    in_quote: bool
    in_item: bool


class TableBlock(NamedTuple):
    """A table: where it starts (code points), and its number of rows below the head."""

    start: int
    rows: int


_LISTS = MemoKey[list[ListBlock]]("lists")
_TABLES = MemoKey[list[TableBlock]]("tables")


def lists_of(post: Post) -> list[ListBlock]:
    """The lists in the order of the text, those within others too."""
    return post.memo.get_or_make(_LISTS, lambda: _lists(post))


def tables_of(post: Post) -> list[TableBlock]:
    """The tables in the order of the text."""
    return post.memo.get_or_make(_TABLES, lambda: _tables(post.markdown))


def _lists(post: Post) -> list[ListBlock]:
    markdown, data = post.markdown, post.body_data
    places = sorted(
        (one["start"], -one["end"], order, kind)
        for order, kind in enumerate(("BlockQuote", "List", "Item"))
        for one in markdown.elements(kind)
    )
    open_: list[tuple[int, str, int]] = []
    depths = Counter[str]()
    found: list[tuple[int, list[tuple[int, int]], bool, bool]] = []
    for start, minus_end, _, kind in places:
        while open_ and open_[-1][0] <= start:
            depths[open_.pop()[1]] -= 1
        if kind == "List":
            found.append((start, [], depths["BlockQuote"] > 0, depths["Item"] > 0))
        elif kind == "Item":  # a child of the innermost list
            end = -minus_end
            while data[end - 1] in b"\r\n":
                end -= 1
            found[open_[-1][2]][1].append((start, end))
        open_.append((-minus_end, kind, len(found) - 1))
        depths[kind] += 1
    edges = [
        at for start, items, *_ in found for at in (start, *(e for item in items for e in item))
    ]
    points = dict(zip(edges, markdown.points(edges), strict=True))
    return [
        ListBlock(points[start], [(points[first], points[last]) for first, last in items], *flags)
        for start, items, *flags in found
    ]


def _tables(markdown: Markdown) -> list[TableBlock]:
    tables = markdown.elements("Table")
    starts = markdown.points([one["start"] for one in tables])
    rows = [one["start"] for one in markdown.elements("TableRow")]
    return [
        TableBlock(start, bisect_left(rows, one["end"]) - bisect_left(rows, one["start"]))
        for start, one in zip(starts, tables, strict=True)
    ]
