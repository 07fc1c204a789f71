"""What a reader can count in a part of a post: headings, items of lists, rows of tables, numbered paragraphs."""

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple, TypeVar

from lintpost.checks.common.blocks.lists import ListBlock, TableBlock, lists_of, tables_of
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_Block = TypeVar("_Block", ListBlock, TableBlock)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBER = lazy(
    r"\s*(?:第|その|理由|ポイント|方法|コツ|ステップ|特徴|手順|法則|(?i:step|reason|tip|no\.?|lesson|rule|way|mistake)|#)?"
    r"[ 　]?(?:([0-9０-９]{1,2})(?=[.．、:：)）](?![0-9０-９])|つ目|番目|位|[ 　]|$)|([①-⑳]))"
)
_BOLD_NUMBER = lazy(r"(?m)^\*\*[ ]?(?:#?[0-9０-９]{1,2}[.．、:：)）]|[①-⑳])")
_FRAME = lazy(
    r"(?i)はじめに|まとめ|概要|背景|結論|おわりに|終わりに|最後に|introduction|overview|conclusion|summary|faq"
)
"""Headings of what stands around the things."""


class Heading(NamedTuple):
    """A heading or an item of a list; `start` and `end` as those of a block."""

    level: int
    text: str
    start: int
    end: int


class CountedHeadings(NamedTuple):
    """The headings in a part of a post.

    `counts` are the sizes of all groups. `children` are the headings right below, frames left out, and `numbered`
    says whether their author numbered each; `sequences` are the headings of each level that are numbered from 1 on
    without a gap, three or more.
    """

    counts: set[int]
    children: list[Heading]
    numbered: bool
    sequences: list[list[Heading]]


class CountedBlocks(NamedTuple):
    """The lists, tables and numbered paragraphs in a part of a post.

    `counts` are their sizes; `items` are those of the only list, where that is an ordered one.
    """

    counts: set[int]
    items: list[Heading]


def headings_of(post: Post) -> list[Heading]:
    """All headings of a post."""
    markdown = post.markdown
    found = []
    for index, leaf in enumerate(markdown.leaves):
        if leaf[2] == "Heading":
            block = markdown.block(index)
            end = block.start + len(post.text[block.start : block.end].rstrip())
            found.append(Heading(block.level, markdown.leaf_text(leaf), block.start, end))
    return found


def counted_headings(inner: list[Heading]) -> CountedHeadings:
    """The headings of a part of a post."""
    levels = {
        level: [one for one in inner if one.level == level]
        for level in sorted({heading.level for heading in inner})
    }
    unframed = {level: _without_frame(row) for level, row in levels.items()}
    sequences = {level: found for level, row in levels.items() if (found := _sequence(row))}
    counts = {*_groups(inner), *map(len, sequences.values())}
    for level in levels.keys() - sequences.keys():
        counts |= {len(levels[level]), len(unframed[level])}
    top = min(levels, default=0)
    children = sequences.get(top) or unframed.get(top) or []
    children = children if len(children) > 1 else []
    return CountedHeadings(counts, children, top in sequences, list(sequences.values()))


def counted_blocks(post: Post, start: int, end: int) -> CountedBlocks:
    """The lists, tables and numbered paragraphs between two offsets."""
    lists = [one for one in _between(lists_of(post), start, end) if not one.in_quote]
    tables = _between(tables_of(post), start, end)
    counts = {len(one.items) for one in lists}
    counts |= {one.rows for one in tables}
    counts.add(len(_BOLD_NUMBER.findall(post.text, start, end)))
    items: list[Heading] = []
    outer = [one for one in lists if not one.in_item]
    if len(outer) == 1 and not tables and post.text[outer[0].start].isdigit():
        items = [Heading(0, "", *item) for item in outer[0].items]
    return CountedBlocks(counts, items)


def _between(found: list[_Block], start: int, end: int) -> list[_Block]:
    """The blocks, which are in order, that begin between two offsets."""
    first = bisect_left(found, start, key=lambda one: one.start)
    return found[first : bisect_left(found, end, key=lambda one: one.start)]


def _without_frame(row: list[Heading]) -> list[Heading]:
    return [heading for heading in row if not _FRAME.search(heading.text)]


def _groups(headings: list[Heading]) -> set[int]:
    """How many headings stand below each other heading, one level down."""
    found: Counter[int] = Counter()
    above: list[Heading] = []
    for heading in headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        if above:
            found[above[-1].start] += 1
        above.append(heading)
    return set(found.values())


def _sequence(row: list[Heading]) -> list[Heading]:
    """The headings of a level that are numbered from 1 on without a gap; empty for fewer than three."""
    numbers = [(number, heading) for heading in row if (number := _number(heading.text))]
    is_whole = [number for number, _ in numbers] == list(range(1, len(numbers) + 1))
    return [heading for _, heading in numbers] if is_whole and len(numbers) > 2 else []


def _number(text: str) -> int:
    """The number that a heading begins with; 0 for none."""
    found = _NUMBER.match(text)
    if found is None:
        return 0
    return int(found[1]) if found[1] else _CIRCLED.index(found[2]) + 1
